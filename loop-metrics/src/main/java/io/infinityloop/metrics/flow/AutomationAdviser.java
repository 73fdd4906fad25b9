package io.infinityloop.metrics.flow;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.StageVisit;
import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Says what to automate first: the stage which is left by hand and takes the largest share of the time.
 *
 * <p>A manual step is the visit of a stage that a person ended, that is, whose move was set off by hand. What nobody
 * said how it was set off is no manual step. Of two stages with equal times the earlier in the loop comes first.
 *
 * <p>Source: requirement MET-53.
 *
 * @since 0.1
 */
public final class AutomationAdviser {
    private static final Comparator<ManualStep> MOST_FIRST =
            Comparator.comparing(ManualStep::time).reversed().thenComparing(ManualStep::stage);

    private AutomationAdviser() {}

    /**
     * A stage that was left by hand.
     *
     * @param stage the stage
     * @param times how often it was
     * @param time how long it took until then, altogether
     * @param share this time divided by the time of all visits that ended in the window; 0 to 1
     * @param evidence the events of these visits, sorted
     * @since 0.1
     */
    public record ManualStep(Stage stage, long times, Duration time, Amount share, List<EventKey> evidence) {
        /** Creates a step. */
        public ManualStep {
            requireNonNull(stage, "stage");
            requireNonNull(time, "time");
            requireNonNull(share, "share");
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Ranks the manual steps.
     *
     * @param subjects what was derived from events
     * @param window in which visits ended
     * @param asOf the last instant that is known
     * @return the stages that were left by hand, the one to automate first at the top; empty if there is none
     */
    public static List<ManualStep> advise(Collection<? extends Subject> subjects, Window window, Instant asOf) {
        List<StageVisit> ended = subjects.stream()
                .filter(StageVisit.class::isInstance)
                .map(StageVisit.class::cast)
                .filter(visit -> endedIn(visit, window, asOf))
                .toList();
        Duration all = time(ended);
        Map<Stage, List<StageVisit>> manual = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.all()) {
            manual.put(
                    stage,
                    ended.stream()
                            .filter(visit -> visit.stage() == stage && visit.trigger() == Trigger.MANUAL)
                            .toList());
        }
        return manual.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> step(entry.getKey(), entry.getValue(), all))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static boolean endedIn(StageVisit visit, Window window, Instant asOf) {
        Instant left = visit.left();
        return left != null && window.contains(left) && !left.isAfter(asOf) && !left.isBefore(visit.entered());
    }

    private static Duration time(List<StageVisit> visits) {
        return visits.stream().flatMap(visit -> visit.duration().stream()).reduce(Duration.ZERO, Duration::plus);
    }

    private static ManualStep step(Stage stage, List<StageVisit> visits, Duration all) {
        Duration time = time(visits);
        BigDecimal share = all.isZero()
                ? BigDecimal.ZERO
                : Amount.of(time).number().divide(Amount.of(all).number(), 9, RoundingMode.HALF_EVEN);
        TreeSet<EventKey> evidence = new TreeSet<>();
        visits.forEach(visit -> evidence.addAll(visit.evidence()));
        return new ManualStep(stage, visits.size(), time, new Amount(share, Unit.RATIO), List.copyOf(evidence));
    }
}
