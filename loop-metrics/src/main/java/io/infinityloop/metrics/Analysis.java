package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes metrics by segment and window. It never fails because of a metric: one that throws gives
 * {@link MetricResult.Failed} in its own cells.
 *
 * @since 0.1
 */
public final class Analysis {
    private static final Logger log = LoggerFactory.getLogger(Analysis.class);

    private final Map<MetricDefinition, MetricCalculator<?, ?>> metrics;
    private final List<Window> windows;
    private final Segmenter segmenter;
    private final Instant asOf;
    private final ZoneId zone;

    private Analysis(Builder builder) {
        this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(builder.metrics));
        this.windows = builder.windows.stream().distinct().toList();
        this.segmenter = builder.segmenter;
        this.asOf = builder.asOf;
        this.zone = builder.zone;
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("an analysis needs at least one metric");
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("an analysis needs at least one window");
        }
    }

    /**
     * Returns a builder without metrics and windows, and without segments.
     *
     * @param asOf the last instant that is known; must be the one that the subjects were derived as of
     * @param zone where days begin
     * @return the builder
     */
    public static Builder builder(Instant asOf, ZoneId zone) {
        return new Builder(asOf, zone);
    }

    /**
     * Links facts as they were known at this analysis's instant, and computes every metric.
     *
     * @param facts the facts
     * @return the results
     */
    public Scorecard run(Facts facts) {
        return run(Linker.derive(facts, asOf));
    }

    /**
     * Computes every metric.
     *
     * @param derived the subjects
     * @return the results
     */
    public Scorecard run(Derived derived) {
        return run(derived.subjects());
    }

    /**
     * Computes every metric.
     *
     * @param subjects the subjects, in any order
     * @return the results
     */
    public Scorecard run(Collection<? extends Subject> subjects) {
        List<Cell> cells = new ArrayList<>();
        metrics.forEach((definition, metric) -> cells.addAll(cells(definition, metric, subjects)));
        return new Scorecard(asOf, zone, windows, cells);
    }

    private <F extends Subject, S> List<Cell> cells(
            MetricDefinition definition, MetricCalculator<F, S> metric, Collection<? extends Subject> subjects) {
        try {
            MetricRun<F, S> run = new MetricRun<>(definition, metric, windows, segmenter, asOf, zone);
            for (Subject subject : subjects) {
                if (metric.subject().isInstance(subject)) {
                    run.add(metric.subject().cast(subject));
                }
            }
            return run.cells();
        } catch (Exception | AssertionError | LinkageError | StackOverflowError failure) {
            log.debug("metric {} failed", definition.id(), failure);
            MetricResult failed = MetricResult.Failed.of(definition, failure);
            return windows.stream()
                    .map(window -> new Cell(definition, Segment.ALL, window, failed, List.of()))
                    .toList();
        }
    }

    /**
     * Gathers what an analysis needs. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Instant asOf;
        private final ZoneId zone;
        private final Map<MetricDefinition, MetricCalculator<?, ?>> metrics = new LinkedHashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final List<Window> windows = new ArrayList<>();
        private Segmenter segmenter = Segmenter.none();

        private Builder(Instant asOf, ZoneId zone) {
            this.asOf = requireNonNull(asOf, "asOf");
            this.zone = requireNonNull(zone, "zone");
        }

        /**
         * Adds a metric.
         *
         * @param metric the metric
         * @return this builder
         * @throws IllegalArgumentException if a metric with the same id was added before
         */
        public Builder metric(MetricCalculator<?, ?> metric) {
            MetricDefinition definition = requireNonNull(metric.definition(), "definition");
            if (!ids.add(definition.id())) {
                throw new IllegalArgumentException("metric '" + definition.id() + "' was added before");
            }
            metrics.put(definition, metric);
            return this;
        }

        /**
         * Adds every metric of a registry.
         *
         * @param registry the registry
         * @return this builder
         * @throws IllegalArgumentException if a metric with the same id was added before
         */
        public Builder metrics(MetricRegistry registry) {
            registry.all().forEach(this::metric);
            return this;
        }

        /**
         * Adds a window. One that was added before is not added again.
         *
         * @param window the window
         * @return this builder
         */
        public Builder window(Window window) {
            windows.add(requireNonNull(window, "window"));
            return this;
        }

        /**
         * Adds windows. One that was added before is not added again.
         *
         * @param more the windows
         * @return this builder
         */
        public Builder windows(Collection<Window> more) {
            windows.addAll(more);
            return this;
        }

        /**
         * Sets how subjects are put into segments. The results over all subjects are given in any case.
         *
         * @param newSegmenter the segmenter
         * @return this builder
         */
        public Builder segmentBy(Segmenter newSegmenter) {
            this.segmenter = requireNonNull(newSegmenter, "segmenter");
            return this;
        }

        /**
         * Returns the analysis.
         *
         * @return the analysis
         * @throws IllegalArgumentException if there is no metric or no window
         */
        public Analysis build() {
            return new Analysis(this);
        }
    }
}
