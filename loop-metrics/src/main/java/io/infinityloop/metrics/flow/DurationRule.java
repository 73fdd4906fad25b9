package io.infinityloop.metrics.flow;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.BusinessCalendar;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Variant;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a duration metric measures and what stands for its samples. Begin with {@link #STANDARD} and change it.
 *
 * @param statistic the headline
 * @param calendar the working time that counts; null for all time that elapses
 * @since 0.1
 */
public record DurationRule(Statistic statistic, @Nullable BusinessCalendar calendar) {
    /** All time that elapses, and its median. */
    public static final DurationRule STANDARD = new DurationRule(Statistic.MEDIAN, null);

    /** Creates a rule. */
    public DurationRule {
        requireNonNull(statistic, "statistic");
    }

    /**
     * Returns this with another headline.
     *
     * @param headline the number that stands for all samples
     * @return the rule
     */
    public DurationRule with(Statistic headline) {
        return new DurationRule(headline, calendar);
    }

    /**
     * Returns this with working time only.
     *
     * @param working when people are at work
     * @return the rule
     */
    public DurationRule with(BusinessCalendar working) {
        return new DurationRule(statistic, requireNonNull(working, "working"));
    }

    /** {@return how long it is from one instant to another} */
    Duration between(Instant from, Instant to) {
        return calendar == null ? Duration.between(from, to) : calendar.between(from, to);
    }

    Variant variant(MetricDefinition base, Statistic standard) {
        return new Variant(base)
                .option(statistic, standard, "", "the " + statistic.label())
                .option(calendar == null, "business-hours", "only working time counts: " + calendar);
    }
}
