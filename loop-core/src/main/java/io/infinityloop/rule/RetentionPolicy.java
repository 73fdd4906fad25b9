package io.infinityloop.rule;

import io.infinityloop.internal.Bounds;
import io.infinityloop.internal.Texts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How long a store keeps what was measured. With less than 90 days nobody can see a trend.
 *
 * <p>Source: requirement OBS-12.
 *
 * @param store the name of the store
 * @param kept how long it keeps a value
 * @since 0.1
 */
public record RetentionPolicy(String store, Duration kept) {
    /** How long is long enough, inclusive. */
    public static final Duration ENOUGH = Duration.ofDays(90);

    /**
     * Creates a policy.
     *
     * @throws IllegalArgumentException if the store is blank or has more than 500 characters, or the time is not
     *     between nothing and 36,500 days
     */
    public RetentionPolicy {
        Texts.id("store", store);
        Bounds.span("kept", kept);
    }

    /** {@return what is wrong with it, or empty if it keeps values for {@link #ENOUGH} or longer} */
    public Optional<TooShort> finding() {
        return kept.compareTo(ENOUGH) < 0 ? Optional.of(new TooShort(store, kept, ENOUGH)) : Optional.empty();
    }

    /**
     * Returns what is wrong with several stores.
     *
     * @param policies how long each keeps its values
     * @return one finding for each store that keeps them for less than {@link #ENOUGH}, in the order given,
     *     unmodifiable
     */
    public static List<TooShort> findings(Collection<RetentionPolicy> policies) {
        return policies.stream().flatMap(policy -> policy.finding().stream()).toList();
    }

    /**
     * A store does not keep values long enough to see a trend: bad habit {@value #HABIT}.
     *
     * @param store the name of the store
     * @param kept how long it keeps a value
     * @param required how long it had better
     * @since 0.1
     */
    public record TooShort(String store, Duration kept, Duration required) {
        /** The id of the bad habit. */
        public static final String HABIT = "ANTI-30";

        /** Creates a finding. */
        public TooShort {
            Texts.id("store", store);
            Bounds.span("kept", kept);
            Bounds.span("required", required);
        }

        /** {@return the id of the bad habit that this is, {@value #HABIT}} */
        public String habit() {
            return HABIT;
        }

        /** {@return the habit, the store, and what is wrong} */
        @Override
        public String toString() {
            return habit() + ": " + store + " keeps values for " + DurationText.of(kept) + ", expected "
                    + DurationText.of(required) + " or longer";
        }
    }
}
