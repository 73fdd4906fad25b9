package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Handoff;
import io.infinityloop.metrics.link.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well what feeds report keeps to the loop.
 *
 * <p>A move falls into the window in which it was made. The headline is the moves that the machine would have allowed,
 * divided by all moves; the parts are both counts, and how many deviate in which way: stages leapt over, moves back
 * that are no returns, moves into the same stage, moves out of a stage in which the loop was not seen. Returns are
 * allowed and are no moves. {@link #deviations} lists them.
 *
 * <p>No data is undefined.
 *
 * @unit ratio, 0 to 1
 * @source ours, after the fitness of process mining: what {@code io.infinityloop.watch.Watcher} judges, as a number.
 * @since 0.1
 */
public final class RingConformance {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.conformance",
                    "Conformance to the loop",
                    "How many of the moves that feeds report are moves that the loop allows.",
                    "moves",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours, after process mining")
            .with(MetricProfile.PLAIN
                    .alias("ring conformance", "fitness")
                    .formula("moves that the loop allows / moves")
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION));

    private static final String ALLOWED = "allowed";
    private static final Comparator<Handoff> IN_TIME = Comparator.comparing(Handoff::at)
            .thenComparing(Handoff::loop)
            .thenComparing(handoff -> handoff.transition().toString());

    private RingConformance() {}

    /** {@return the metric} */
    public static MetricCalculator<Handoff, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                Handoff.class,
                (move, asOf) -> new Place.At(move.at()),
                Shares::new,
                (state, move, frame) -> {
                    Optional<String> deviation =
                            Optional.ofNullable(move.deviation()).map(RingConformance::name);
                    state.add(deviation.orElse(ALLOWED), deviation.isEmpty());
                    return Use.counted();
                },
                Shares::merge,
                (state, frame) -> state.result(DEFINITION, ALLOWED, deviations(state)));
    }

    /**
     * Lists the moves that the loop does not allow.
     *
     * @param subjects what was derived from events
     * @return the moves, each with its deviation and evidence, in the order of time
     */
    public static List<Handoff> deviations(Collection<? extends Subject> subjects) {
        return subjects.stream()
                .filter(Handoff.class::isInstance)
                .map(Handoff.class::cast)
                .filter(move -> move.deviation() != null)
                .sorted(IN_TIME)
                .toList();
    }

    private static SortedMap<String, Amount> deviations(Shares state) {
        SortedMap<String, Amount> counts = new TreeMap<>();
        for (Handoff.Deviation deviation : Handoff.Deviation.values()) {
            counts.put(name(deviation), Amount.count(state.of(name(deviation))[1]));
        }
        return counts;
    }

    private static String name(Handoff.Deviation deviation) {
        return deviation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
