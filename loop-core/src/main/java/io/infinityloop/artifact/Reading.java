package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What telemetry tells: a number, a line of a log, or a step of a request's way through the system.
 *
 * <p>Source: requirement OBS-01.
 *
 * @since 0.1
 */
public sealed interface Reading permits Reading.Metric, Reading.Log, Reading.Trace {
    /** {@return which of the three kinds of telemetry it is} */
    Telemetry telemetry();

    /**
     * The kinds of telemetry.
     *
     * @since 0.1
     */
    enum Telemetry {
        /** A number. */
        METRIC,
        /** A line of a log. */
        LOG,
        /** A step of a request's way. */
        TRACE
    }

    /**
     * A number. Two readings are equal if they are to the digit: 0.3 and 0.30 differ in precision.
     *
     * @param name what was measured, for example {@code latency p95}
     * @param value the number, exact
     * @param unit the unit, for example {@code ms}; empty if it has none
     * @since 0.1
     */
    record Metric(String name, BigDecimal value, String unit) implements Reading {
        /**
         * Creates a number.
         *
         * @throws IllegalArgumentException if the name is blank or has more than 500 characters, or the unit is blank
         *     and not empty
         */
        public Metric {
            Texts.id("name", name);
            requireNonNull(value, "value");
            Texts.idOrEmpty("unit", unit);
        }

        @Override
        public Telemetry telemetry() {
            return Telemetry.METRIC;
        }
    }

    /**
     * A line of a log.
     *
     * @param level how serious it is, in the word of the source, for example {@code ERROR}
     * @param message what it says
     * @since 0.1
     */
    record Log(String level, String message) implements Reading {
        /**
         * Creates a line.
         *
         * @throws IllegalArgumentException if the level is blank or has more than 100 characters, or the message has
         *     more than 100,000
         */
        public Log {
            Texts.bounded("level", level, 100);
            Texts.prose("message", message);
        }

        @Override
        public Telemetry telemetry() {
            return Telemetry.LOG;
        }
    }

    /**
     * A step of a request's way through the system. It starts at the instant of its measurement.
     *
     * @param trace the id that all steps of the request have
     * @param span the id of this step
     * @param parent the id of the step that it is part of; empty for the first
     * @param operation what was done
     * @param duration how long it took, not negative
     * @since 0.1
     */
    record Trace(String trace, String span, String parent, String operation, Duration duration) implements Reading {
        /**
         * Creates a step.
         *
         * @throws IllegalArgumentException if a text other than the parent is blank or too long, or the duration is
         *     negative
         */
        public Trace {
            Texts.id("trace", trace);
            Texts.id("span", span);
            Texts.idOrEmpty("parent", parent);
            Texts.id("operation", operation);
            if (requireNonNull(duration, "duration").isNegative()) {
                throw new IllegalArgumentException("duration " + duration + " is negative");
            }
        }

        @Override
        public Telemetry telemetry() {
            return Telemetry.TRACE;
        }
    }
}
