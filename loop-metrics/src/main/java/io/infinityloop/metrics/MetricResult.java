package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Blame;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a metric: a value, nothing for a stated reason, or a failure of the plug-in.
 *
 * <p>No data is {@link Undefined}: never 0, never NaN, never an exception.
 *
 * @since 0.1
 */
public sealed interface MetricResult {
    /** {@return the id of the definition that was computed} */
    String definition();

    /** {@return how many subjects were left out, by reason, sorted by reason, unmodifiable} */
    SortedMap<String, Long> excluded();

    /**
     * A value.
     *
     * @param definition the id of the definition that was computed
     * @param headline the number that people look at first
     * @param parts further numbers by name, sorted by name
     * @param n how many subjects were used
     * @param excluded how many were left out, by reason
     */
    record Value(
            String definition,
            Amount headline,
            SortedMap<String, Amount> parts,
            long n,
            SortedMap<String, Long> excluded)
            implements MetricResult {
        /** Creates the value. */
        public Value {
            requireNonNull(definition, "definition");
            requireNonNull(headline, "headline");
            parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
            excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
        }

        /**
         * Returns a value of which nothing was left out.
         *
         * @param definition the definition that was computed
         * @param headline the number that people look at first
         * @param parts further numbers by name
         * @param n how many subjects were used
         * @return the value
         */
        public static Value of(MetricDefinition definition, Amount headline, Map<String, Amount> parts, long n) {
            return new Value(definition.id(), headline, new TreeMap<>(parts), n, new TreeMap<>());
        }

        /** {@return the headline and how many subjects were used, for example {@code 3600s, n=12}} */
        @Override
        public String toString() {
            return headline + ", n=" + n;
        }
    }

    /**
     * Nothing can be said.
     *
     * @param definition the id of the definition that was computed
     * @param reason why, in a few words: {@code no releases in this window}
     * @param excluded how many subjects were left out, by reason
     */
    record Undefined(String definition, String reason, SortedMap<String, Long> excluded) implements MetricResult {
        /** Creates the result. */
        public Undefined {
            requireNonNull(definition, "definition");
            requireNonNull(reason, "reason");
            excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
        }

        /**
         * Returns the result of a window without a subject that can be used.
         *
         * @param definition the definition that was computed
         * @return the result
         */
        public static Undefined inWindow(MetricDefinition definition) {
            return new Undefined(definition.id(), "no " + definition.needs() + " in this window", new TreeMap<>());
        }

        /**
         * Returns the result where not a single subject is known.
         *
         * @param definition the definition that was computed
         * @return the result
         */
        public static Undefined unknown(MetricDefinition definition) {
            return new Undefined(definition.id(), "no " + definition.needs() + " are known", new TreeMap<>());
        }

        /** {@return the reason: {@code undefined: no releases in this window}} */
        @Override
        public String toString() {
            return "undefined: " + reason;
        }

        /**
         * Returns the result of a window that begins after the last instant that is known.
         *
         * @param definition the definition that was computed
         * @return the result
         */
        public static Undefined notYet(MetricDefinition definition) {
            return new Undefined(definition.id(), "the window lies after what is known", new TreeMap<>());
        }
    }

    /**
     * The plug-in failed; other metrics are not affected.
     *
     * @param definition the id of the definition that was computed
     * @param error what went wrong, in one line
     */
    record Failed(String definition, String error) implements MetricResult {
        /** Creates the result. */
        public Failed {
            requireNonNull(definition, "definition");
            requireNonNull(error, "error");
        }

        static Failed of(MetricDefinition definition, Throwable failure) {
            return new Failed(definition.id(), Blame.line(failure));
        }

        @Override
        public SortedMap<String, Long> excluded() {
            return Collections.emptySortedMap();
        }
    }

    /**
     * Returns this result with what was left out; a failure stays as it is.
     *
     * @param counts how many subjects were left out, by reason
     * @return the result
     */
    default MetricResult withExcluded(Map<String, Long> counts) {
        if (this instanceof Value value) {
            return new Value(value.definition(), value.headline(), value.parts(), value.n(), new TreeMap<>(counts));
        }
        return this instanceof Undefined undefined
                ? new Undefined(undefined.definition(), undefined.reason(), new TreeMap<>(counts))
                : this;
    }
}
