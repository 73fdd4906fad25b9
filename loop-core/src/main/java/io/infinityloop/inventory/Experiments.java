package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is and was tried in the process. A constraint has one open experiment at a time: of two, nobody could tell which
 * made the difference.
 *
 * <p>Source: requirement FBK-09.
 *
 * @param all the experiments, oldest first
 * @since 0.1
 */
public record Experiments(List<Experiment> all) {
    /**
     * Creates the list.
     *
     * @throws IllegalArgumentException if two experiments on one constraint are open
     */
    public Experiments {
        all = List.copyOf(requireNonNull(all, "all"));
        Set<String> busy = new HashSet<>();
        for (Experiment experiment : all) {
            if (experiment.isOpen() && !busy.add(experiment.constraint())) {
                throw new IllegalArgumentException("two open experiments on '" + experiment.constraint()
                        + "': the first must end before the next begins");
            }
        }
    }

    /** {@return no experiments} */
    public static Experiments none() {
        return new Experiments(List.of());
    }

    /**
     * Returns these experiments and one more.
     *
     * @param experiment the experiment
     * @return the experiments
     * @throws IllegalArgumentException if it is open, and so is another on the same constraint
     */
    public Experiments with(Experiment experiment) {
        List<Experiment> more = new ArrayList<>(all);
        more.add(experiment);
        return new Experiments(more);
    }

    /**
     * Returns these experiments after the open one on a constraint has ended.
     *
     * @param constraint the constraint
     * @param result what was measured
     * @return the experiments
     * @throws IllegalArgumentException if there is no open one, or the result does not fit its baseline
     */
    public Experiments ended(String constraint, Reading.Metric result) {
        if (all.stream().noneMatch(experiment -> isOpenOn(constraint, experiment))) {
            throw new IllegalArgumentException("there is no open experiment on '" + constraint + "'");
        }
        return new Experiments(all.stream()
                .map(experiment -> isOpenOn(constraint, experiment) ? experiment.ended(result) : experiment)
                .toList());
    }

    private static boolean isOpenOn(String constraint, Experiment experiment) {
        return experiment.isOpen() && experiment.constraint().equals(constraint);
    }
}
