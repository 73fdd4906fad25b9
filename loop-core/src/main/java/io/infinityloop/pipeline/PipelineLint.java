package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.TestLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Looks for tests that had better stand elsewhere in a pipeline: the time of the steps should grow along it, and what
 * fails often should come early. Only steps whose {@linkplain PipelineStep#level level} is known are looked at, because
 * the others, such as a compilation, have an order of their own.
 *
 * <p>Two steps are compared by the times that they usually take where both are known, else by the speed of their
 * levels. Of each later step the first that had better come after it is named.
 *
 * <p>Source: requirement GATE-11.
 *
 * @since 0.1
 */
public final class PipelineLint {
    private PipelineLint() {}

    /**
     * Returns which tests are slower than tests after them.
     *
     * @param pipeline the pipeline
     * @return the findings, in the order of the later steps, unmodifiable; empty if all is well
     */
    public static List<PipelineFinding> of(Pipeline pipeline) {
        return inversions(pipeline, PipelineFinding.Code.SLOWER_FIRST, PipelineLint::isSlower);
    }

    /**
     * Returns which tests are slower than tests after them, and which fail more rarely. How often is the number of runs
     * in which a step failed, divided by that in which it was run at all; skipped steps were not run.
     *
     * @param pipeline the pipeline
     * @param runs the runs to be counted, those of other pipelines are passed over
     * @return the findings about time and then those about failures, each in the order of the later steps, unmodifiable
     */
    public static List<PipelineFinding> of(Pipeline pipeline, Collection<PipelineRun> runs) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (PipelineRun run : requireNonNull(runs, "runs")) {
            if (run.pipeline().equals(pipeline)) {
                run.results()
                        .forEach(result -> tallies.computeIfAbsent(result.step(), step -> new Tally())
                                .add(result.status()));
            }
        }
        List<PipelineFinding> findings = new ArrayList<>(of(pipeline));
        findings.addAll(inversions(pipeline, PipelineFinding.Code.SAFER_FIRST, (earlier, later) -> {
            Tally first = tallies.getOrDefault(earlier.name(), new Tally());
            return tallies.getOrDefault(later.name(), new Tally()).failsMoreOftenThan(first);
        }));
        return List.copyOf(findings);
    }

    /** {@return for each test the first one before it, in another group, that should not be before it} */
    static List<PipelineFinding> inversions(
            Pipeline pipeline, PipelineFinding.Code code, BiPredicate<PipelineStep, PipelineStep> isWrong) {
        List<PipelineFinding> findings = new ArrayList<>();
        List<PipelineStep> before = new ArrayList<>();
        for (StepGroup group : pipeline.groups()) {
            List<PipelineStep> tests =
                    group.steps().stream().filter(step -> step.level() != null).toList();
            for (PipelineStep later : tests) {
                Optional<PipelineStep> wrong = before.stream()
                        .filter(earlier -> isWrong.test(earlier, later))
                        .findFirst();
                wrong.ifPresent(earlier -> findings.add(new PipelineFinding(
                        code,
                        earlier.name(),
                        pipeline.position(earlier.name()),
                        later.name(),
                        pipeline.position(later.name()))));
            }
            before.addAll(tests);
        }
        return List.copyOf(findings);
    }

    private static boolean isSlower(PipelineStep earlier, PipelineStep later) {
        Duration first = earlier.expected();
        Duration second = later.expected();
        if (first != null && second != null) {
            return first.compareTo(second) > 0;
        }
        TestLevel level = earlier.level();
        TestLevel other = later.level();
        return level != null && other != null && level.speed().compareTo(other.speed()) > 0;
    }

    /** How often a step was run and how often it failed. */
    private static final class Tally {
        private long runs;
        private long failures;

        void add(StepStatus status) {
            runs += status == StepStatus.SKIPPED ? 0 : 1;
            failures += status == StepStatus.FAILED ? 1 : 0;
        }

        boolean failsMoreOftenThan(Tally other) {
            return runs > 0 && other.runs > 0 && failures * other.runs > other.failures * runs;
        }
    }
}
