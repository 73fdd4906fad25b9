package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Window;
import io.infinityloop.rule.Comparator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a product could go from delivery, which waits for a go, to deployment, which goes by itself: test automation,
 * change failure rate and test pass rate have reached their targets in every window of a period. It is advice; who
 * switches is for people to decide.
 *
 * <p>Source: requirements REL-16, THR-04, THR-13 and D-23.
 *
 * @param isReady whether every target was met in every window
 * @param missed what was not met, as sentences, by metric and window; empty if it is ready
 * @since 0.1
 */
public record ReadinessAdvice(boolean isReady, List<String> missed) {
    /** Less than 15 %. */
    private static final Target CHANGE_FAILURE_RATE =
            Target.of(Comparator.BELOW, Part.ratio("0.15"), "THR-04: fewer than 15 % of the deployments fail");

    /** No source gives a figure. */
    private static final Target TEST_PASS_RATE =
            Target.of(Comparator.AT_LEAST, Part.ratio("0.95"), "ours: no source gives a figure");

    /** Creates advice. */
    public ReadinessAdvice {
        missed = List.copyOf(missed);
    }

    /** {@return what is asked for by default, by the id of the metric, sorted, unmodifiable} */
    public static SortedMap<String, Target> targets() {
        SortedMap<String, Target> targets = new TreeMap<>();
        targets.put(TestAutomation.DEFINITION.id(), TestAutomation.TARGET);
        targets.put("dora.change-failure-rate", CHANGE_FAILURE_RATE);
        targets.put(TestPassRate.DEFINITION.id(), TEST_PASS_RATE);
        return Collections.unmodifiableSortedMap(targets);
    }

    /**
     * Advises by the default {@link #targets()}.
     *
     * @param scorecard the results of the period: its windows are looked at one by one
     * @param segment the product
     * @return the advice
     */
    public static ReadinessAdvice of(Scorecard scorecard, Segment segment) {
        return of(scorecard, segment, targets());
    }

    /**
     * Advises by other targets.
     *
     * @param scorecard the results of the period: its windows are looked at one by one
     * @param segment the product
     * @param targets what is asked for, by the id of the metric
     * @return the advice
     * @throws IllegalArgumentException if there is no target, or one cannot be compared with its metric
     */
    public static ReadinessAdvice of(Scorecard scorecard, Segment segment, Map<String, Target> targets) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("readiness without a target says nothing: expected at least one");
        }
        List<String> missed = new ArrayList<>();
        new TreeMap<>(targets).forEach((metric, target) -> {
            for (Window window : scorecard.windows()) {
                missed(metric, target, window, scorecard.find(metric, requireNonNull(segment, "segment"), window))
                        .ifPresent(missed::add);
            }
        });
        return new ReadinessAdvice(missed.isEmpty(), missed);
    }

    private static Optional<String> missed(String metric, Target target, Window window, Optional<Cell> cell) {
        String what = metric + " in " + window + ": ";
        if (cell.isEmpty()) {
            return Optional.of(what + "not computed");
        }
        MetricResult result = cell.get().result();
        return switch (target.judge(result)) {
            case MET, IDEAL -> Optional.empty();
            case MISSED, MINIMUM ->
                Optional.of(what + "it is "
                        + (result instanceof MetricResult.Value value ? value.headline() : "unknown") + ", expected "
                        + target.limit());
            case NO_DATA -> Optional.of(what + "no data");
        };
    }
}
