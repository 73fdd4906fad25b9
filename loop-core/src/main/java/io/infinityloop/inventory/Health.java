package io.infinityloop.inventory;

/**
 * How something that a service depends on is doing, from well to ill.
 *
 * <p>Source: requirement OPS-25.
 *
 * @since 0.1
 */
public enum Health {
    /** It does all that it should. */
    HEALTHY,
    /** It does less than it should, or slowly. */
    DEGRADED,
    /** It does nothing. */
    DOWN
}
