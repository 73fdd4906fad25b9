package io.infinityloop.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Any pipeline under any reports, against the plainest way to say what should happen. */
class PipelineProperties {
    /** What a step will do when it is run. */
    record Fate(boolean isAlways, Outcome outcome, int seconds) {}

    @Property(tries = 500)
    @Tag("GATE-01")
    @Tag("GATE-12")
    void nothing_is_run_after_a_failure_and_a_group_takes_as_long_as_its_longest_step(
            @ForAll("fates") List<List<Fate>> groups, @ForAll List<Integer> order) {
        Pipeline pipeline = pipeline(groups);
        PipelineRun run = pipeline.start();
        int picked = 0;
        while (!run.isEnded()) {
            List<PipelineStep> due = run.due();
            int choice = order.isEmpty() ? 0 : Math.floorMod(order.get(picked++ % order.size()), due.size());
            run = report(run, groups, due.get(choice).name());
        }

        Map<String, StepStatus> expected = new HashMap<>();
        Duration duration = Duration.ZERO;
        boolean isStopped = false;
        boolean isChecked = false;
        for (int i = 0; i < groups.size(); i++) {
            Duration longest = Duration.ZERO;
            boolean fails = false;
            for (int j = 0; j < groups.get(i).size(); j++) {
                Fate fate = groups.get(i).get(j);
                boolean isRun = !isStopped || fate.isAlways();
                expected.put(name(i, j), isRun ? status(fate) : StepStatus.NOT_RUN);
                isChecked |= isRun && !fate.isAlways() && status(fate) == StepStatus.PASSED;
                fails |= isRun && status(fate) == StepStatus.FAILED;
                Duration time = isRun ? Duration.ofSeconds(fate.seconds()) : Duration.ZERO;
                longest = time.compareTo(longest) > 0 ? time : longest;
            }
            isStopped |= fails;
            duration = duration.plus(longest);
        }

        assertThat(run.statuses()).isEqualTo(expected);
        assertThat(run.duration()).isEqualTo(duration);
        assertThat(run.outcome()).isEqualTo(isStopped ? Outcome.FAILED : isChecked ? Outcome.PASSED : Outcome.UNKNOWN);
        assertThat(run.notice().map(Notice::title).orElse("none"))
                .isEqualTo(isStopped ? "p failed" : isChecked ? "p passed" : "none");
    }

    @Property(tries = 300)
    void any_report_that_is_not_due_is_refused_and_changes_nothing(
            @ForAll("fates") List<List<Fate>> groups, @ForAll("places") List<Integer> reports) {
        Pipeline pipeline = pipeline(groups);
        List<String> names = pipeline.steps().stream().map(PipelineStep::name).toList();
        PipelineRun run = pipeline.start();
        for (int place : reports) {
            String step = names.get(place % names.size());
            boolean isDue = run.due().stream().anyMatch(due -> due.name().equals(step));
            int before = run.results().size();
            PipelineRun next = run.report(step, Outcome.PASSED, Duration.ZERO).process();
            assertThat(next.results()).hasSize(isDue ? before + 1 : before);
            assertThat(next.equals(run)).isEqualTo(!isDue);
            run = next;
        }
    }

    private static PipelineRun report(PipelineRun run, List<List<Fate>> groups, String step) {
        String[] place = step.split("\\.", -1);
        Fate fate = groups.get(Integer.parseInt(place[0])).get(Integer.parseInt(place[1]));
        return run.report(step, fate.outcome(), Duration.ofSeconds(fate.seconds()))
                .orThrow();
    }

    private static Pipeline pipeline(List<List<Fate>> groups) {
        Pipeline pipeline = Pipeline.of("p");
        for (int i = 0; i < groups.size(); i++) {
            List<PipelineStep> steps = new ArrayList<>();
            for (int j = 0; j < groups.get(i).size(); j++) {
                PipelineStep step = PipelineStep.of(name(i, j));
                steps.add(groups.get(i).get(j).isAlways() ? step.always() : step);
            }
            pipeline = pipeline.parallel(steps.toArray(PipelineStep[]::new));
        }
        return pipeline;
    }

    private static String name(int group, int step) {
        return group + "." + step;
    }

    private static StepStatus status(Fate fate) {
        if (fate.outcome() == Outcome.PASSED) {
            return StepStatus.PASSED;
        }
        return fate.outcome() == Outcome.SKIPPED ? StepStatus.SKIPPED : StepStatus.FAILED;
    }

    @Provide
    Arbitrary<List<List<Fate>>> fates() {
        Arbitrary<Outcome> outcomes = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Outcome.PASSED)),
                Tuple.of(2, Arbitraries.of(Outcome.class).filter(outcome -> outcome != Outcome.RUNNING)));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
                        outcomes,
                        Arbitraries.integers().between(0, 900))
                .as(Fate::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, 17).list().ofMaxSize(30);
    }
}
