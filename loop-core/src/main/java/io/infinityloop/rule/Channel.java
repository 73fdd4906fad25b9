package io.infinityloop.rule;

/**
 * How an alert reaches people.
 *
 * @since 0.1
 */
public enum Channel {
    /** Wakes whoever is on call. */
    PAGE,
    /** A line in the chat. */
    NOTIFY,
    /** A mail. */
    EMAIL
}
