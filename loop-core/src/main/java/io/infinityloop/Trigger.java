package io.infinityloop;

/**
 * Who or what set an event off.
 *
 * <p>Source: requirement LOOP-18.
 *
 * @since 0.1
 */
public enum Trigger {
    /** A machine did it: a pipeline, a scheduler, a bot. */
    AUTOMATED,
    /** A person did it by hand. Which person is no business of this library. */
    MANUAL,
    /** The source does not tell. */
    UNKNOWN
}
