package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.TestLevel;
import io.infinityloop.internal.Texts;
import io.infinityloop.picture.Edge;
import io.infinityloop.picture.Graph;
import io.infinityloop.picture.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which machines put a change through its steps: groups one after the other, the steps of a group at the
 * same time. If a step fails, those of its group are still run, and of later groups only what is
 * {@linkplain PipelineStep#isAlways always} run.
 *
 * <p>Source: requirements GATE-01, GATE-12 and GATE-20.
 *
 * @param name what it is called; notices begin with it
 * @param groups the groups in their order, possibly none yet
 * @since 0.1
 */
public record Pipeline(String name, List<StepGroup> groups) {
    /** The tests of a change in their usual order, and then its deployment to a stage like production. */
    public static final Pipeline TESTS = of("Tests")
            .then(PipelineStep.of(TestLevel.UNIT))
            .then(PipelineStep.of(TestLevel.INTEGRATION))
            .then(PipelineStep.of(TestLevel.E2E))
            .then(PipelineStep.of("staging deploy"));

    /** What a build does, and that people are told how it ended. */
    public static final Pipeline BUILD = of("Build")
            .then(PipelineStep.of("dependencies"))
            .then(PipelineStep.of("compile"))
            .then(PipelineStep.of("unit tests").testing(TestLevel.UNIT))
            .then(PipelineStep.of("image"))
            .then(PipelineStep.of("tag"))
            .then(PipelineStep.of("push"))
            .then(PipelineStep.of("notify").always());

    /**
     * Creates a pipeline.
     *
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters, or two steps are called
     *     the same
     */
    public Pipeline {
        Texts.id("name", name);
        groups = List.copyOf(requireNonNull(groups, "groups"));
        Set<String> names = new HashSet<>();
        for (StepGroup group : groups) {
            for (PipelineStep step : group.steps()) {
                if (!names.add(step.name())) {
                    throw new IllegalArgumentException("pipeline " + name + " has two steps called '" + step.name()
                            + "': expected one of each name");
                }
            }
        }
    }

    /**
     * Returns a pipeline without steps.
     *
     * @param name what it is called
     * @return the pipeline
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public static Pipeline of(String name) {
        return new Pipeline(name, List.of());
    }

    /**
     * Returns this pipeline with one more step, after all others.
     *
     * @param step the step
     * @return the longer pipeline
     * @throws IllegalArgumentException if there is a step of that name
     */
    public Pipeline then(PipelineStep step) {
        return parallel(step);
    }

    /**
     * Returns this pipeline with more steps, after all others and at the same time as each other.
     *
     * @param steps the steps, at least one
     * @return the longer pipeline
     * @throws IllegalArgumentException if none is given, or there is a step of that name
     */
    public Pipeline parallel(PipelineStep... steps) {
        List<StepGroup> more = new ArrayList<>(groups);
        more.add(new StepGroup(List.of(steps)));
        return new Pipeline(name, more);
    }

    /** {@return all steps, group by group, unmodifiable} */
    public List<PipelineStep> steps() {
        return groups.stream().flatMap(group -> group.steps().stream()).toList();
    }

    /**
     * Returns the place of a step: the number of its group. Steps of one group have the same.
     *
     * @param step the name of the step
     * @return the place, 1 for the first
     * @throws IllegalArgumentException if there is no step of that name
     */
    public int position(String step) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).steps().stream().anyMatch(known -> known.name().equals(step))) {
                return i + 1;
            }
        }
        throw unknown(step);
    }

    /** {@return how long it usually takes if all goes well, or empty if that is not known of all steps} */
    public Optional<Duration> expected() {
        Duration sum = Duration.ZERO;
        for (StepGroup group : groups) {
            Optional<Duration> expected = group.expected();
            if (expected.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(expected.get());
        }
        return Optional.of(sum);
    }

    /** {@return a run of which no step has ended} */
    public PipelineRun start() {
        return new PipelineRun(this, List.of());
    }

    /** {@return the pipeline as a picture: steps group by group, an edge from each to each of the next group} */
    public Graph graph() {
        Graph graph = Graph.of(name);
        for (PipelineStep step : steps()) {
            graph = graph.with(Node.of(step.name()));
        }
        for (int i = 1; i < groups.size(); i++) {
            for (PipelineStep from : groups.get(i - 1).steps()) {
                for (PipelineStep to : groups.get(i).steps()) {
                    graph = graph.with(Edge.step(from.name(), to.name(), to.isAlways() ? "always" : ""));
                }
            }
        }
        return graph;
    }

    IllegalArgumentException unknown(String step) {
        return new IllegalArgumentException("pipeline " + name + " has no step '" + step + "': expected one of "
                + String.join(", ", steps().stream().map(PipelineStep::name).toList()));
    }
}
