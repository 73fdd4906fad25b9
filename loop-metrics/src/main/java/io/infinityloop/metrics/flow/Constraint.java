package io.infinityloop.metrics.flow;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which stage holds up the whole, and how the others follow.
 *
 * @param window what the ranking is about
 * @param criteria what counts, the first first
 * @param ranking the eight stages, the constraint first
 * @since 0.1
 */
public record Constraint(Window window, List<Criterion> criteria, List<Ranked> ranking) {
    /** Creates a ranking. */
    public Constraint {
        requireNonNull(window, "window");
        criteria = List.copyOf(criteria);
        ranking = List.copyOf(ranking);
    }

    /**
     * What a stage can be the constraint by. More is worse.
     *
     * @since 0.1
     */
    public enum Criterion {
        /** How long finished cycles waited there. */
        WAIT,
        /** How long finished cycles were there, waiting or not. */
        TIME,
        /** How many loops wait there at the end of the window. */
        QUEUE,
        /** Which share of what it handed over came back. */
        FAILURE;

        BigDecimal of(Ranked stage) {
            return switch (this) {
                case WAIT -> Amount.of(stage.waiting()).number();
                case TIME -> Amount.of(stage.time()).number();
                case QUEUE -> BigDecimal.valueOf(stage.queue());
                case FAILURE ->
                    stage.handoffs() == 0
                            ? BigDecimal.ZERO
                            : BigDecimal.valueOf(stage.unclean())
                                    .divide(BigDecimal.valueOf(stage.handoffs()), MathContext.DECIMAL128);
            };
        }
    }

    /**
     * A stage and what it is ranked by.
     *
     * @param stage the stage
     * @param waiting how long the finished cycles waited there
     * @param time how long they were there
     * @param queue how many loops wait there at the end of the window
     * @param growth how many more came than left in the window; negative if more left
     * @param unclean how many of its handoffs came back
     * @param handoffs how many of its handoffs count
     * @param evidence the events of the visits and of the handoffs that came back, sorted
     * @since 0.1
     */
    public record Ranked(
            Stage stage,
            Duration waiting,
            Duration time,
            long queue,
            long growth,
            long unclean,
            long handoffs,
            List<EventKey> evidence) {
        /** Creates a rank. */
        public Ranked {
            requireNonNull(stage, "stage");
            requireNonNull(waiting, "waiting");
            requireNonNull(time, "time");
            evidence = List.copyOf(evidence);
        }
    }

    /** {@return the stage to improve first; empty if no stage stands out by any criterion} */
    public Optional<Ranked> primary() {
        return ranking.stream()
                .findFirst()
                .filter(first -> criteria.stream()
                        .anyMatch(criterion -> criterion.of(first).signum() > 0));
    }

    /** {@return the stages that are equal to the primary one by all criteria, and come later in the loop} */
    public List<Stage> tied() {
        return primary()
                .map(first -> ranking.stream()
                        .skip(1)
                        .filter(other -> criteria.stream()
                                .allMatch(criterion -> criterion.of(other).compareTo(criterion.of(first)) == 0))
                        .map(Ranked::stage)
                        .toList())
                .orElse(List.of());
    }

    /**
     * {@return the constraint in a sentence, for example {@code TEST: waited 40h, queue 3, 1 of 9 handoffs came back;
     * equal to RELEASE, and earlier in the loop}}
     */
    @Override
    public String toString() {
        return primary()
                .map(first -> first.stage() + ": waited "
                        + first.waiting().toString().substring(2) + ", queue "
                        + first.queue() + ", " + first.unclean() + " of " + first.handoffs() + " handoffs came back"
                        + (tied().isEmpty() ? "" : "; equal to " + names() + ", and earlier in the loop"))
                .orElse("no constraint: no stage had wait, queue or failure");
    }

    private String names() {
        return String.join(", ", tied().stream().map(Stage::name).toList());
    }
}
