package io.infinityloop.metrics.delivery;

import io.infinityloop.metrics.link.Attempt;

/**
 * Which of several tries of one subject on one revision count.
 *
 * @since 0.1
 */
public enum Attempts {
    /** All of them. The default. */
    ALL("each attempt counts"),
    /** The first: what was not tried again until it was green. */
    FIRST("of several attempts the first counts"),
    /** The last: what people settled for. */
    LAST("of several attempts the last counts");

    private final String rule;

    Attempts(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    boolean accept(Attempt attempt) {
        return switch (this) {
            case ALL -> true;
            case FIRST -> attempt.isFirst();
            case LAST -> attempt.isLast();
        };
    }
}
