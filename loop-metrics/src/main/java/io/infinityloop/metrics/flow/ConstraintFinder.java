package io.infinityloop.metrics.flow;

import io.infinityloop.Stage;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.flow.Constraint.Criterion;
import io.infinityloop.metrics.flow.Constraint.Ranked;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the stage to improve first: improving any other changes little for the whole.
 *
 * <p>Stages are ranked by the first criterion, where it is equal by the next, and where all are equal by their place in
 * the loop. By default these are: the wait time of the cycles that were finished in the window, the queue at its end,
 * and the share of handoffs that came back.
 *
 * <p>Source: Eliyahu Goldratt, The Goal, 1984: a chain is as strong as its weakest link; the criteria are those of
 * requirement MET-14.
 *
 * @since 0.1
 */
public final class ConstraintFinder {
    private final List<Criterion> criteria;

    private ConstraintFinder(List<Criterion> criteria) {
        this.criteria = List.copyOf(criteria);
    }

    /** {@return a finder by wait time, then queue, then failure} */
    public static ConstraintFinder standard() {
        return by(Criterion.WAIT, Criterion.QUEUE, Criterion.FAILURE);
    }

    /**
     * Returns a finder by criteria of your choice.
     *
     * @param first what counts first
     * @param then what counts where that is equal, each at most once
     * @return the finder
     * @throws IllegalArgumentException if a criterion is given twice
     */
    public static ConstraintFinder by(Criterion first, Criterion... then) {
        List<Criterion> criteria = new ArrayList<>(List.of(first));
        criteria.addAll(Arrays.asList(then));
        if (criteria.stream().distinct().count() < criteria.size()) {
            throw new IllegalArgumentException(
                    "stages cannot be ranked by " + criteria + ": expected each criterion once");
        }
        return new ConstraintFinder(criteria);
    }

    /**
     * Ranks the stages.
     *
     * @param subjects what was derived from events
     * @param window what the ranking is about
     * @param asOf the last instant that is known
     * @return the stages, the constraint first
     */
    public Constraint find(Collection<? extends Subject> subjects, Window window, Instant asOf) {
        Map<Stage, StageFigures> stages = StageFigures.of(subjects, new Frame(window, asOf, ZoneOffset.UTC));
        List<Ranked> ranking = Stage.all().stream()
                .map(stage -> ranked(stage, Objects.requireNonNull(stages.get(stage))))
                .sorted(order().thenComparing(Ranked::stage))
                .toList();
        return new Constraint(window, criteria, ranking);
    }

    private Comparator<Ranked> order() {
        return criteria.stream()
                .map(criterion -> Comparator.<Ranked>comparingInt(stage -> 0)
                        .thenComparing((one, other) -> criterion.of(other).compareTo(criterion.of(one))))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Ranked ranked(Stage stage, StageFigures figures) {
        return new Ranked(
                stage,
                figures.waiting(),
                figures.waiting().plus(figures.active()),
                figures.queue(),
                figures.growth(),
                figures.unclean(),
                figures.handoffs(),
                List.copyOf(figures.evidence()));
    }
}
