package io.infinityloop.artifact;

import java.util.List;

/**
 * How a new version takes the place of the old one.
 *
 * <p>Source: requirements ART-21 and DEP-01.
 *
 * @since 0.1
 */
public enum DeploymentStrategy {
    /** It is set up beside the old one, and all traffic is switched over at once. */
    BLUE_GREEN,
    /** It replaces the old one server by server. */
    ROLLING,
    /** It gets a small share of the traffic first, and more while it does well. */
    CANARY;

    /** {@return what speaks for it, in a fixed order} */
    public List<Benefit> benefits() {
        return switch (this) {
            case BLUE_GREEN -> List.of(Benefit.ZERO_DOWNTIME, Benefit.INSTANT_ROLLBACK, Benefit.TEST_BEFORE_TRAFFIC);
            case ROLLING -> List.of(Benefit.NO_DOUBLE_INFRASTRUCTURE, Benefit.GRADUAL);
            case CANARY -> List.of(Benefit.SMALL_BLAST_RADIUS, Benefit.TEST_IN_PRODUCTION, Benefit.DECIDED_BY_DATA);
        };
    }

    /** {@return what speaks against it, in a fixed order; empty if the sources name nothing} */
    public List<Drawback> drawbacks() {
        return switch (this) {
            case ROLLING -> List.of(Drawback.SLOW_ROLLBACK, Drawback.TWO_VERSIONS_AT_ONCE);
            case BLUE_GREEN, CANARY -> List.of();
        };
    }

    /**
     * What speaks for a strategy.
     *
     * @since 0.1
     */
    public enum Benefit {
        /** The service is never away. */
        ZERO_DOWNTIME,
        /** The old version serves again at once. */
        INSTANT_ROLLBACK,
        /** The new version is tested where it will serve, before it gets traffic. */
        TEST_BEFORE_TRAFFIC,
        /** It needs no second set of servers. */
        NO_DOUBLE_INFRASTRUCTURE,
        /** What is wrong with the new version meets few users at first. */
        GRADUAL,
        /** What is wrong with the new version meets a chosen small share of the users, and no more. */
        SMALL_BLAST_RADIUS,
        /** The new version is tried with real traffic. */
        TEST_IN_PRODUCTION,
        /** Each step rests on what was measured at the one before. */
        DECIDED_BY_DATA
    }

    /**
     * What speaks against a strategy.
     *
     * @since 0.1
     */
    public enum Drawback {
        /** To go back, the old version is deployed again, server by server. */
        SLOW_ROLLBACK,
        /** Old and new serve side by side, and have to get on with each other. */
        TWO_VERSIONS_AT_ONCE
    }
}
