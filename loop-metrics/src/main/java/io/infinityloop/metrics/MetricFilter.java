package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.MetricProfile.Relevance;
import io.infinityloop.metrics.MetricProfile.Timing;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells which metrics somebody wants to see, for {@link MetricRegistry#only} and {@link Scorecard#only}. Filters are
 * predicates: {@code audience(BUSINESS).and(timing(LEADING))}.
 *
 * <p>Source: requirements MET-33, MET-34, OBS-13 and CAT-14.
 *
 * @since 0.1
 */
public final class MetricFilter {
    private MetricFilter() {}

    /**
     * Returns the filter for the metrics that somebody looks at.
     *
     * @param reader who looks
     * @return the filter
     */
    public static Predicate<MetricDefinition> audience(Audience reader) {
        requireNonNull(reader, "reader");
        return definition -> definition.profile().audiences().contains(reader);
    }

    /**
     * Returns the filter for what users feel, or for what is behind it.
     *
     * @param relevance which of the two
     * @return the filter
     */
    public static Predicate<MetricDefinition> relevance(Relevance relevance) {
        requireNonNull(relevance, "relevance");
        return definition -> definition.profile().relevance() == relevance;
    }

    /**
     * Returns the filter for metrics that move before the result does, or after.
     *
     * @param timing which of the two
     * @return the filter
     */
    public static Predicate<MetricDefinition> timing(Timing timing) {
        requireNonNull(timing, "timing");
        return definition -> definition.profile().timing() == timing;
    }

    /**
     * Returns the filter for a side of CALMR.
     *
     * @param side the side
     * @return the filter
     */
    public static Predicate<MetricDefinition> dimension(CalmrDimension side) {
        requireNonNull(side, "side");
        return definition -> definition.profile().dimension() == side;
    }

    /**
     * Returns the filter for a stage.
     *
     * @param stage the stage that a metric is about
     * @return the filter
     */
    public static Predicate<MetricDefinition> stage(Stage stage) {
        requireNonNull(stage, "stage");
        return definition -> definition.profile().stage() == stage;
    }

    /**
     * Returns the filter for certain metrics, whatever their variant.
     *
     * @param ids the ids, without a variant
     * @return the filter
     */
    public static Predicate<MetricDefinition> ids(Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        return definition -> wanted.contains(definition.metric()) || wanted.contains(definition.id());
    }
}
