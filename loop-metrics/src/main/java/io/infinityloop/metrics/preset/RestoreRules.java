package io.infinityloop.metrics.preset;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.dora.TimeToRestore;
import io.infinityloop.metrics.link.IncidentCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules in which tools differ about the time to restore, and the time by any of them. */
final class RestoreRules {
    /** The library's own: {@link TimeToRestore}. */
    static final Rules OURS = Rules.of(
            Sample.INCIDENT, Start.FAILURE, Counting.RESTORED, Span.Rounding.EXACT, Span.Summary.MEAN, Range.WINDOW);

    static final RuledMetric METRIC = new RuledMetric(TimeToRestore.DEFINITION, OURS, RestoreRules::of);

    private RestoreRules() {}

    /** What has a time to restore. */
    enum Sample implements Option {
        INCIDENT("each incident that is over"),
        FAILED_RUNS("each row of runs whose deployment stage failed, up to the next success");

        private final String meaning;

        Sample(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "sample";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What starts the clock. */
    enum Start implements Option {
        FAILURE("the start of the incident"),
        CAUSE_IF_EARLIER("the start of the incident, or the deployment that somebody named as its cause if earlier"),
        DEPLOYMENT("the last success of any service before the incident, however long ago");

        private final String meaning;

        Start(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "start";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** When a sample counts. */
    enum Counting implements Option {
        RESTORED("when the service was restored"),
        STARTED("when the clock started"),
        BOTH("when the clock started, if the service was restored in the range, too");

        private final String meaning;

        Counting(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "counts";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** From when to when a service was disturbed. */
    private record Outage(Instant start, Instant end) {}

    private static MetricResult of(MetricDefinition definition, Rules rules, Known known, Frame frame) {
        Range range = rules.get(Range.class);
        Stream<Outage> outages =
                rules.has(Sample.FAILED_RUNS) ? failedRuns(known) : outages(rules.get(Start.class), known);
        List<Span> spans = outages.filter(outage -> !outage.end().isAfter(frame.asOf()))
                .filter(outage -> counts(outage, rules.get(Counting.class), range, frame))
                .map(outage -> new Span(
                        rules.has(Counting.RESTORED) ? outage.end() : outage.start(),
                        rules.get(Span.Rounding.class).of(Duration.between(outage.start(), outage.end()))))
                .toList();
        return Span.result(
                definition,
                spans,
                rules.get(Span.Summary.class),
                rules.has(Sample.FAILED_RUNS) ? "failed runs with a later success" : definition.needs());
    }

    private static boolean counts(Outage outage, Counting counting, Range range, Frame frame) {
        boolean started = range.contains(frame, outage.start());
        boolean ended = range.contains(frame, outage.end());
        return switch (counting) {
            case RESTORED -> ended;
            case STARTED -> started;
            case BOTH -> started && ended;
        };
    }

    private static Stream<Outage> outages(Start start, Known known) {
        FailureRules.Before before = new FailureRules.Before(known, FailureRules.Link.LAST_SUCCESS_BEFORE);
        Map<String, Instant> ends = new HashMap<>();
        known.deployments().forEach(ended -> ends.put(ended.deployed().id(), ended.at()));
        return known.incidents().stream().flatMap(one -> {
            Instant at = one.incident().at();
            Optional<Instant> began = switch (start) {
                case FAILURE -> Optional.of(at);
                case CAUSE_IF_EARLIER ->
                    Stream.concat(Stream.of(at), stated(one, ends)).min(Instant::compareTo);
                case DEPLOYMENT -> before.find(at).map(Known.Ended::at);
            };
            Optional<Instant> end = Optional.ofNullable(one.incident().resolvedAt());
            return began.flatMap(from -> end.map(to -> new Outage(from, to))).stream();
        });
    }

    /** When the deployments ended that somebody named as the cause. */
    private static Stream<Instant> stated(IncidentCase one, Map<String, Instant> ends) {
        return one.causes().stream()
                .filter(cause -> !cause.linkedBy().startsWith("time"))
                .map(cause -> ends.get(cause.deployment()))
                .flatMap(Stream::ofNullable);
    }

    /** Of each pipeline: from the first failure after a success, or at all, to the next success. */
    private static Stream<Outage> failedRuns(Known known) {
        return BuildContents.pipelines(known).values().stream().flatMap(runs -> failedRuns(runs).stream());
    }

    private static List<Outage> failedRuns(List<PipelineRun> runs) {
        List<PipelineRun> ended = runs.stream()
                .filter(run -> run.targetAt() != null)
                .filter(run -> run.target() != PipelineRun.Target.OTHER)
                .sorted(Comparator.comparing((PipelineRun run) -> Objects.requireNonNull(run.targetAt()))
                        .thenComparing(PipelineRun::id)
                        .thenComparing(PipelineRun::toString))
                .toList();
        List<Outage> outages = new ArrayList<>();
        Instant failed = null;
        for (PipelineRun run : ended) {
            Instant at = Objects.requireNonNull(run.targetAt());
            if (!BuildContents.isSuccess(run)) {
                failed = failed == null ? at : failed;
            } else if (failed != null) {
                outages.add(new Outage(failed, at));
                failed = null;
            }
        }
        return outages;
    }
}
