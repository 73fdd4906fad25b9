package io.infinityloop.metrics.flow;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.LoopPass;
import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the time of changes goes: active and wait time, %C/A and queue of each of the eight stages.
 *
 * <p>Times are those of the cycles of loops that were seen from their beginning and finished in the window, as for
 * {@link CycleTime}: they add up to the sum of its samples wherever each visit begins when the last one ended. Active
 * is what was recorded to run, as for {@link FlowEfficiency}. %C/A is that of the handoffs which left the stage in the
 * window, as for {@link CompleteAndAccurate}; the queue is that at the end of the window, as for {@link QueueLength}.
 *
 * <p>Source: Mike Rother and John Shook, Learning to See, 1999. Requirements MET-50 and MET-13.
 *
 * @param window what the map is about
 * @param cycles how many cycles of loops were finished
 * @param rows one for each of the eight stages, in loop order
 * @since 0.1
 */
public record ValueStreamMap(Window window, long cycles, List<Row> rows) {
    /**
     * Creates a map.
     *
     * @throws IllegalArgumentException if there is not one row for each stage, in loop order
     */
    public ValueStreamMap {
        requireNonNull(window, "window");
        rows = List.copyOf(rows);
        if (!rows.stream().map(Row::stage).toList().equals(Stage.all())) {
            throw new IllegalArgumentException("a value stream map has one row for each stage, in loop order");
        }
    }

    /**
     * One stage of the map.
     *
     * @param stage the stage
     * @param visits how often the finished cycles were in it
     * @param active for how long something ran there for them
     * @param waiting for how long nothing did
     * @param completeAndAccurate %C/A of the handoffs that left it; empty if there were none that count
     * @param queue how many loops wait in it at the end of the window
     * @since 0.1
     */
    public record Row(
            Stage stage,
            long visits,
            Duration active,
            Duration waiting,
            Optional<Amount> completeAndAccurate,
            long queue) {
        /** Creates a row. */
        public Row {
            requireNonNull(stage, "stage");
            requireNonNull(active, "active");
            requireNonNull(waiting, "waiting");
            requireNonNull(completeAndAccurate, "completeAndAccurate");
        }

        /** {@return active and wait time together} */
        public Duration time() {
            return active.plus(waiting);
        }
    }

    /**
     * Draws the map.
     *
     * @param subjects what was derived from events
     * @param window what the map is about
     * @param asOf the last instant that is known
     * @return the map
     */
    public static ValueStreamMap of(Collection<? extends Subject> subjects, Window window, Instant asOf) {
        Frame frame = new Frame(window, asOf, ZoneOffset.UTC);
        Map<Stage, StageFigures> stages = StageFigures.of(subjects, frame);
        long cycles = subjects.stream()
                .filter(subject -> subject instanceof LoopPass pass && StageFigures.isFinishedIn(pass, frame))
                .count();
        return new ValueStreamMap(
                window,
                cycles,
                Stage.all().stream()
                        .map(stage -> row(stage, requireNonNull(stages.get(stage))))
                        .toList());
    }

    private static Row row(Stage stage, StageFigures figures) {
        return new Row(
                stage,
                figures.visits(),
                figures.active(),
                figures.waiting(),
                figures.handoffs() == 0
                        ? Optional.empty()
                        : Optional.of(Shares.ratio(figures.handoffs() - figures.unclean(), figures.handoffs())),
                figures.queue());
    }

    /** {@return the time of all stages: the sum of the cycle times} */
    public Duration total() {
        return rows.stream().map(Row::time).reduce(Duration.ZERO, Duration::plus);
    }

    /** {@return the active time of all stages} */
    public Duration active() {
        return rows.stream().map(Row::active).reduce(Duration.ZERO, Duration::plus);
    }

    /** {@return the active time divided by the time of all stages; empty if there is no time} */
    public Optional<Amount> efficiency() {
        BigDecimal time = Amount.of(total()).number();
        return time.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        new Amount(Amount.of(active()).number().divide(time, 9, RoundingMode.HALF_EVEN), Unit.RATIO));
    }

    /** {@return the stage that took the most time, of two the earlier in the loop; empty if there is no time} */
    public Optional<Row> slowest() {
        return rows.stream()
                .reduce((one, later) -> later.time().compareTo(one.time()) > 0 ? later : one)
                .filter(row -> !row.time().isZero());
    }
}
