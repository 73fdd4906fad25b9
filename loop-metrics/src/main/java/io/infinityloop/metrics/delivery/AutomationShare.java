package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.StepTaken;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which part of the moves and steps is made by machines.
 *
 * <p>Moves of loops, builds, test runs, releases and deployments that a machine set off, divided by all that say who or
 * what did. The parts are the shares of the stages under their names, {@code plan} to {@code monitor}; a move belongs
 * to the stage that it leaves. Approvals are apart ({@link ApprovalWaitTime}): they are meant to be made by people.
 *
 * <p>Left out and counted: what does not say who or what set it off. No move or step is undefined.
 *
 * @unit part of the moves and steps, 0 to 1
 * @source ours. Requirements MET-29 and D-46.
 * @since 0.1
 */
public final class AutomationShare {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.automation-share",
                    "Automation share",
                    "Moves and steps that a machine set off, divided by all that say who or what did; by stage.",
                    "moves or steps that say what set them off",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-29")
            .with(MetricProfile.PLAIN
                    .formula("automated moves and steps / moves and steps")
                    .audience(MetricProfile.Audience.ENGINEER, MetricProfile.Audience.EXECUTIVE)
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION));

    private AutomationShare() {}

    /** {@return the metric} */
    public static MetricCalculator<StepTaken, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                StepTaken.class,
                (step, asOf) -> step.trigger() == Trigger.UNKNOWN
                        ? new Place.Nowhere("nobody said what set it off")
                        : new Place.At(step.at()),
                Stages::new,
                (stages, step, frame) -> stages.add(step),
                Stages::merge,
                (stages, frame) -> stages.result());
    }

    /**
     * Names the stages in which something is done by hand.
     *
     * @param value a value of this metric
     * @return the stages whose share is below 1, in the order of the loop
     */
    public static List<Stage> manualStages(MetricResult.Value value) {
        return Stage.all().stream()
                .filter(stage -> {
                    Amount share = value.parts().get(part(stage));
                    return share != null && share.number().compareTo(BigDecimal.ONE) < 0;
                })
                .toList();
    }

    private static String part(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static final class Stages {
        private final Map<Stage, long[]> automatedAndAll = new EnumMap<>(Stage.class);

        Use add(StepTaken step) {
            long[] counts = automatedAndAll.computeIfAbsent(step.stage(), stage -> new long[2]);
            counts[0] += step.trigger() == Trigger.AUTOMATED ? 1 : 0;
            counts[1]++;
            return Use.counted();
        }

        Stages merge(Stages from) {
            from.automatedAndAll.forEach((stage, counts) -> {
                long[] own = automatedAndAll.computeIfAbsent(stage, same -> new long[2]);
                own[0] += counts[0];
                own[1] += counts[1];
            });
            return this;
        }

        MetricResult result() {
            long automated = 0;
            long all = 0;
            SortedMap<String, Amount> parts = new TreeMap<>();
            for (Map.Entry<Stage, long[]> stage : automatedAndAll.entrySet()) {
                long[] counts = stage.getValue();
                automated += counts[0];
                all += counts[1];
                parts.put(part(stage.getKey()), Part.of(counts[0], counts[1]));
            }
            if (all == 0) {
                return MetricResult.Undefined.inWindow(DEFINITION);
            }
            parts.put("automated", Amount.count(automated));
            parts.put("manual", Amount.count(all - automated));
            return MetricResult.Value.of(DEFINITION, Part.of(automated, all), parts, all);
        }
    }
}
