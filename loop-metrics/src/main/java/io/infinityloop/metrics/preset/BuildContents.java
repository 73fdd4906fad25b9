package io.infinityloop.metrics.preset;

import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lead times of commits by the builds of a pipeline: what was built since the last success is delivered by the
 * next. The window chooses builds, not deployments: from after the last build that was deployed before the window, to
 * the last that was deployed in it.
 */
final class BuildContents {
    private BuildContents() {}

    /** One span for each commit, negative ones too; the end of its deployment says when it counts. */
    static List<Span> of(Known known, Window window, LeadTimeRules.Start start) {
        Map<String, List<Instant>> delivered = delivered(known, start);
        List<Span> spans = new ArrayList<>();
        pipelines(known).values().forEach(runs -> {
            List<Instant> waiting = new ArrayList<>();
            for (PipelineRun run : chosen(runs, window)) {
                waiting.addAll(run.commits());
                if (run.commits().isEmpty() && isSuccess(run)) {
                    waiting.addAll(delivered.getOrDefault(run.deployment(), List.of()));
                }
                Instant done = run.targetAt();
                if (isSuccess(run) && done != null) {
                    waiting.forEach(commit -> spans.add(new Span(done, Duration.between(commit, done))));
                    waiting.clear();
                }
            }
        });
        return spans;
    }

    static Map<String, List<PipelineRun>> pipelines(Known known) {
        return known.runs().stream()
                .collect(Collectors.groupingBy(PipelineRun::pipeline, TreeMap::new, Collectors.toList()));
    }

    static boolean isSuccess(PipelineRun run) {
        return run.target() == PipelineRun.Target.SUCCESS;
    }

    private static List<PipelineRun> chosen(List<PipelineRun> runs, Window window) {
        PipelineRun last = last(runs, at -> window.contains(at));
        if (last == null) {
            return List.of();
        }
        PipelineRun before = last(runs, at -> at.isBefore(window.from()));
        return runs.stream()
                .filter(run -> before == null || run.startedAt().isAfter(before.startedAt()))
                .filter(run -> !run.startedAt().isAfter(last.startedAt()))
                .toList();
    }

    private static @Nullable PipelineRun last(List<PipelineRun> runs, java.util.function.Predicate<Instant> when) {
        PipelineRun last = null;
        for (PipelineRun run : runs) {
            Instant done = run.targetAt();
            if (isSuccess(run) && done != null && when.test(done)) {
                last = run;
            }
        }
        return last;
    }

    /** Where no build is known, what a deployment was the first to deliver stands for the commits of its builds. */
    private static Map<String, List<Instant>> delivered(Known known, LeadTimeRules.Start start) {
        Map<String, List<Instant>> byDeployment = new TreeMap<>();
        for (Change change : known.changes()) {
            Delivery delivery = change.deployed();
            if (delivery != null) {
                byDeployment
                        .computeIfAbsent(delivery.id(), id -> new ArrayList<>())
                        .add(start == LeadTimeRules.Start.WRITTEN ? change.authoredAt() : change.committedAt());
            }
        }
        return byDeployment;
    }
}
