package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.metrics.link.Subject;
import io.infinityloop.metrics.link.SubjectProducer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Computes metrics by segment and window. It never fails because of a metric: one that throws gives
 * {@link MetricResult.Failed} in its own cells.
 *
 * <p>{@link #run} computes at once. {@link #fold} gives a {@link Partial}, to which more can be added and others can be
 * merged. {@link #explain} lists what is behind one number. Immutable, and safe for use by many threads.
 *
 * @since 0.1
 */
public final class Analysis {
    private final Map<MetricDefinition, MetricCalculator<?, ?>> metrics;
    private final Map<MetricDefinition, DerivedMetric> derived;
    private final List<MetricDefinition> order;
    private final List<SubjectProducer> producers;
    private final List<Window> windows;
    private final ZoneId zone;
    private final Plan plan;

    private Analysis(Builder builder) {
        this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(builder.metrics));
        this.derived = DerivedOrder.of(builder.metrics.keySet(), builder.derived);
        this.order = builder.order.values().stream()
                .sorted(Comparator.comparing(metric -> metric.profile().relevance()))
                .toList();
        this.producers = List.copyOf(builder.producers);
        this.windows = builder.windows.stream().distinct().toList();
        this.zone = builder.zone;
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("an analysis needs at least one metric");
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("an analysis needs at least one window");
        }
        order.forEach(builder.targets::check);
        List<Frame> frames = windows.stream()
                .map(window -> new Frame(window, builder.asOf, zone))
                .toList();
        this.plan = new Plan(
                frames,
                new WindowIndex(windows),
                builder.segmenter,
                builder.asOf,
                builder.memory,
                builder.targets,
                builder.limit);
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

    Plan plan() {
        return plan;
    }

    Map<MetricDefinition, MetricCalculator<?, ?>> metrics() {
        return metrics;
    }

    /** The derived metrics, each after its inputs. */
    List<DerivedRun> derivedRuns() {
        List<DerivedRun> runs = new ArrayList<>();
        derived.forEach((definition, metric) -> runs.add(new DerivedRun(definition, metric, plan)));
        return runs;
    }

    Scorecard scorecard(Map<String, List<Cell>> computed) {
        List<Cell> cells = new ArrayList<>();
        order.forEach(metric -> cells.addAll(computed.getOrDefault(metric.id(), List.of())));
        return new Scorecard(plan.asOf(), zone, windows, cells);
    }

    /**
     * Links facts as they were known at this analysis's instant, and computes every metric.
     *
     * @param facts the facts
     * @return the results
     */
    public Scorecard run(Facts facts) {
        return run(Linker.derive(facts, plan.asOf(), producers));
    }

    /**
     * Computes every metric.
     *
     * @param subjects the subjects
     * @return the results
     */
    public Scorecard run(Derived subjects) {
        return run(subjects.subjects());
    }

    /**
     * Computes every metric.
     *
     * @param subjects the subjects, in any order
     * @return the results
     */
    public Scorecard run(Collection<? extends Subject> subjects) {
        return fold(subjects).scorecard();
    }

    /**
     * Computes the states of every metric, to which more subjects can be added.
     *
     * @param subjects the subjects, in any order; none to begin with
     * @return the states
     */
    public Partial fold(Collection<? extends Subject> subjects) {
        return new Partial(this).add(subjects);
    }

    /**
     * Tells what is behind a number: the same subjects, looked at once more.
     *
     * @param subjects the subjects that it was computed from
     * @param metricId the id of the metric
     * @param segment the segment
     * @param window the window, one of this analysis
     * @return which subjects were used and which were left out, with their events
     * @throws IllegalArgumentException if the analysis does not have the metric or the window
     */
    public Explanation explain(
            Collection<? extends Subject> subjects, String metricId, Segment segment, Window window) {
        Plan one = plan.in(requireNonNull(window, "window"));
        requireNonNull(segment, "segment");
        for (Map.Entry<MetricDefinition, MetricCalculator<?, ?>> metric : metrics.entrySet()) {
            if (metric.getKey().id().equals(metricId)) {
                return explainer(metric.getKey(), metric.getValue(), segment, one)
                        .explain(subjects);
            }
        }
        for (Map.Entry<MetricDefinition, DerivedMetric> metric : derived.entrySet()) {
            if (metric.getKey().id().equals(metricId)) {
                Scorecard whole = run(subjects);
                Cell cell = whole.find(metricId, segment, window)
                        .orElseGet(() -> DerivedRun.absent(segment, whole.require(metricId, Segment.ALL, window)));
                List<Explanation> inputs = metric.getValue().inputs().stream()
                        .map(input -> explain(subjects, input, segment, window))
                        .toList();
                return new Explanation(cell, List.of(), Collections.emptySortedMap(), inputs);
            }
        }
        throw new IllegalArgumentException("the analysis has no metric '" + metricId + "', only "
                + order.stream().map(MetricDefinition::id).toList());
    }

    private static <F extends Subject, S> Explainer<F, S> explainer(
            MetricDefinition definition, MetricCalculator<F, S> metric, Segment segment, Plan one) {
        return new Explainer<>(definition, metric, segment, one);
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
        private final Map<MetricDefinition, DerivedMetric> derived = new LinkedHashMap<>();
        private final Map<String, MetricDefinition> order = new LinkedHashMap<>();
        private final List<SubjectProducer> producers = new ArrayList<>();
        private final List<Window> windows = new ArrayList<>();
        private Segmenter segmenter = Segmenter.none();
        private Memory memory = Memory.EXACT;
        private Targets targets = Targets.standard();
        private TimeLimit limit = TimeLimit.NONE;

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
            metrics.put(claim(metric.definition()), metric);
            return this;
        }

        /**
         * Adds a metric that is computed from others. These must be added too, before or after it.
         *
         * @param metric the metric
         * @return this builder
         * @throws IllegalArgumentException if a metric with the same id was added before
         */
        public Builder metric(DerivedMetric metric) {
            derived.put(claim(metric.definition()), metric);
            return this;
        }

        private MetricDefinition claim(MetricDefinition definition) {
            requireNonNull(definition, "definition");
            if (order.putIfAbsent(definition.id(), definition) != null) {
                throw new IllegalArgumentException("metric '" + definition.id() + "' was added before");
            }
            return definition;
        }

        /**
         * Adds every metric of a registry, and what makes the subjects of its plug-ins.
         *
         * @param registry the registry
         * @return this builder
         * @throws IllegalArgumentException if a metric with the same id was added before
         */
        public Builder metrics(MetricRegistry registry) {
            registry.all().forEach(this::metric);
            registry.derived().forEach(this::metric);
            producers.addAll(registry.producers());
            return this;
        }

        /**
         * Adds what makes subjects besides the library. It is used by {@link Analysis#run(Facts)} only.
         *
         * @param producer makes subjects
         * @return this builder
         */
        public Builder producer(SubjectProducer producer) {
            producers.add(requireNonNull(producer, "producer"));
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
         * Sets what values are to reach; {@link Targets#standard()} unless this is called.
         *
         * @param newTargets the targets
         * @return this builder
         */
        public Builder targets(Targets newTargets) {
            this.targets = requireNonNull(newTargets, "targets");
            return this;
        }

        /**
         * Sets how much may be kept; {@link Memory#EXACT} unless this is called.
         *
         * @param newMemory how much
         * @return this builder
         */
        public Builder memory(Memory newMemory) {
            this.memory = requireNonNull(newMemory, "memory");
            return this;
        }

        /**
         * Sets how long each metric may take. There is no thread that could stop one: it is asked for the time between
         * two subjects, and a metric that is late then has failed. Results may differ from run to run for that reason
         * alone. No limit unless this is called.
         *
         * @param each how long a metric may take in all, more than nothing
         * @param nanoTime a clock that counts nanoseconds, such as {@code System::nanoTime}
         * @return this builder
         * @throws IllegalArgumentException if the duration is not more than nothing
         */
        public Builder timeLimit(Duration each, LongSupplier nanoTime) {
            this.limit = TimeLimit.of(each, nanoTime);
            return this;
        }

        /**
         * Returns the analysis.
         *
         * @return the analysis
         * @throws IllegalArgumentException if there is no metric or no window, a derived metric lacks an input or is in
         *     a circle with others, or a target cannot be compared with the values of its metric
         */
        public Analysis build() {
            return new Analysis(this);
        }
    }
}
