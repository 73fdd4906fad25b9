package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Bounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of a {@link RuleSet} over the samples of one subject. It changes as it takes samples, and is used by
 * one thread at a time; {@link #state} is the value to keep.
 *
 * <p>An instant is judged when it is complete: once a later sample comes, or time is {@linkplain #advanceTo advanced}
 * to it or beyond. So samples of one instant count together, in whatever order they come, and a hold that is fulfilled
 * between samples fires at its own instant. Of two samples of one measure and instant the second is the latest value.
 *
 * <p>What a long time brings is bounded: once {@value RuleSet#FIRINGS} firings are to be told by one call, a rule that
 * {@linkplain Rule#repeatedEvery repeats} does so, until the end of the call, only at instants of samples and at the
 * instant to which time is advanced.
 *
 * @since 0.1
 */
public final class Evaluation {
    private static final long NONE = Judge.NONE;

    private final Program program;
    private final String subject;
    private final Timers timers;
    private final Judge judge;
    private final Cell[] cells;
    private final Remembered[] remembered;
    private final Map<String, Remembered> byMeasure = new HashMap<>();

    private final int[] dirty;
    private int dirtyCount;

    private long clock;
    /** Whether samples of the instant of the clock are not judged yet. */
    private boolean isOpen;
    /** Whether the instant of the clock is to be judged once more because the evaluation was resumed at it. */
    private boolean isResumed;

    private int windowSamples;
    private long outOfOrder;
    private long windowFull;
    private List<Firing> firings = new ArrayList<>();

    Evaluation(Program program, RuleState state) {
        this.program = program;
        this.subject = state.subject();
        int operands = program.watched.length;
        timers = new Timers(program.nodes() + operands + program.rules.size());
        judge = new Judge(program, timers);
        cells = new Cell[operands];
        dirty = new int[operands];
        remembered = program.measures.stream()
                .map(measure -> new Remembered(program, measure, cells))
                .toArray(Remembered[]::new);
        for (Remembered of : remembered) {
            byMeasure.put(of.measure.name, of);
        }
        Instant at = state.clock();
        clock = at == null ? NONE : Ticks.of(at);
        isOpen = state.isOpen();
        isResumed = at != null;
        outOfOrder = state.refused().outOfOrder();
        windowFull = state.refused().windowFull();
        restore(state);
    }

    private void restore(RuleState state) {
        for (RuleState.Series series : state.series()) {
            Remembered of = byMeasure.get(series.measure());
            if (of != null) {
                restore(of, series);
            }
        }
        Map<String, RuleState.Progress> progress = new HashMap<>();
        state.progress().forEach(of -> progress.put(of.rule(), of));
        for (int rule = 0; rule < program.rules.size(); rule++) {
            RuleState.Progress of = progress.get(program.rules.get(rule).id());
            if (of != null) {
                judge.restore(rule, of, cells);
            }
        }
        for (int cell = 0; cell < cells.length; cell++) {
            touch(cell);
        }
    }

    private void restore(Remembered of, RuleState.Series series) {
        for (RuleState.Point point : series.points()) {
            windowSamples += of.add(new Sample(series.measure(), point.at(), point.value()), cells);
        }
        RuleState.Point missed = series.missed();
        if (missed != null) {
            of.miss(new Sample(series.measure(), missed.at(), missed.value()), cells);
        }
    }

    /**
     * Takes a sample. One of an instant before the clock is not taken but counted; one that windows would hold, but
     * they are full, is the latest value, and is counted as missed by them; one of a measure that no rule uses only
     * moves the clock.
     *
     * @param sample the sample
     * @return what fired before its instant and was not told yet, by instant, then in the order of the rules
     */
    public List<Firing> take(Sample sample) {
        accept(sample);
        return told();
    }

    /**
     * Takes samples.
     *
     * @param samples the samples, oldest first
     * @return what fired before the instant of the last and was not told yet
     */
    public List<Firing> takeAll(List<Sample> samples) {
        samples.forEach(this::accept);
        return told();
    }

    /** Takes samples and advances to an instant; a sample of a later instant is not taken but counted. */
    List<Firing> takeUntil(Instant asOf, List<Sample> samples) {
        for (Sample sample : samples) {
            if (sample.at().isAfter(asOf)) {
                outOfOrder++;
            } else {
                accept(sample);
            }
        }
        return advanceTo(asOf);
    }

    private void accept(Sample sample) {
        long at = Ticks.of(sample.at());
        if (at < clock) {
            outOfOrder++;
            return;
        }
        if (at > clock) {
            passUntil(at);
        }
        Remembered of = byMeasure.get(sample.measure());
        if (of == null) {
            return;
        }
        if (of.hasWindows() && isFull(at)) {
            windowFull++;
            of.miss(sample, cells);
        } else {
            windowSamples += of.add(sample, cells);
        }
        for (int cell : of.measure.operands) {
            touch(cell);
        }
    }

    /** {@return whether windows are full even without what is too old for them as of an instant} */
    private boolean isFull(long now) {
        if (windowSamples >= RuleSet.WINDOW_SAMPLES && (isResumed || timers.first() <= now)) {
            for (Remembered of : remembered) {
                windowSamples -= of.expire(now, cells);
            }
        }
        return windowSamples >= RuleSet.WINDOW_SAMPLES;
    }

    private void touch(int cell) {
        if (!cells[cell].isDirty) {
            cells[cell].isDirty = true;
            dirty[dirtyCount++] = cell;
        }
    }

    /** Judges all that happens before an instant, and opens that instant. */
    private void passUntil(long instant) {
        if (clock != NONE && (isOpen || isResumed)) {
            settle(clock);
        }
        while (timers.first() < instant) {
            judge.repeatFrom(firings.size() < RuleSet.FIRINGS ? NONE : instant);
            settle(timers.first());
        }
        judge.repeatFrom(NONE);
        clock = instant;
        isOpen = true;
    }

    /**
     * Says that no more samples come until an instant, and that instant included: what is due by then comes true.
     *
     * @param instant the instant, in the years from 1970 to 2200
     * @return what fired until then and was not told yet, by instant, then in the order of the rules
     * @throws IllegalArgumentException if the instant is before the clock or out of range
     */
    public List<Firing> advanceTo(Instant instant) {
        long to = Ticks.of(Bounds.instant("instant", instant));
        if (to < clock) {
            throw new IllegalArgumentException("time cannot go back to " + instant + ": " + subject + " is at "
                    + Ticks.instant(clock) + ", that instant or a later one is accepted");
        }
        if (to > clock) {
            passUntil(to);
        }
        if (isOpen || isResumed || timers.first() <= to) {
            settle(to);
        }
        return told();
    }

    /** Judges an instant. */
    private void settle(long now) {
        isOpen &= now != clock;
        isResumed = false;
        while (timers.first() <= now) {
            due(timers.take());
        }
        for (int i = 0; i < dirtyCount; i++) {
            Cell cell = cells[dirty[i]];
            cell.isDirty = false;
            timers.set(program.nodes() + dirty[i], cell.refresh(now));
            judge.follow(cell);
            if (cell instanceof WindowCell) {
                windowSamples -= remembered[program.measureOf[dirty[i]]].forget(cells);
            }
        }
        dirtyCount = 0;
        judge.look(now);
        for (int i = 0; i < judge.firedCount(); i++) {
            firings.add(judge.firing(i, subject, cells, now));
        }
    }

    private void due(int timer) {
        int nodes = program.nodes();
        if (timer < nodes) {
            judge.mark(program.ruleOf[timer]);
        } else if (timer < nodes + cells.length) {
            touch(timer - nodes);
        } else {
            judge.mark(timer - nodes - cells.length);
        }
    }

    private List<Firing> told() {
        if (firings.isEmpty()) {
            return List.of();
        }
        List<Firing> told = List.copyOf(firings);
        firings = new ArrayList<>();
        return told;
    }

    /**
     * Returns whether the condition of a rule is true, as of the last instant that was judged.
     *
     * @param rule the id of the rule
     * @return the truth, also of what was judged before a state was stored; UNKNOWN if nothing was judged yet
     * @throws IllegalArgumentException if there is no such rule
     */
    public Truth truth(String rule) {
        return judge.truth(number(rule));
    }

    /**
     * Returns the comparisons in the condition of a rule, as of the last instant that was judged.
     *
     * @param rule the id of the rule
     * @return each comparison with its value, in the order of the text
     * @throws IllegalArgumentException if there is no such rule
     */
    public List<Check> checks(String rule) {
        return judge.evidence(number(rule), cells);
    }

    private int number(String rule) {
        for (int i = 0; i < program.rules.size(); i++) {
            if (program.rules.get(i).id().equals(requireNonNull(rule, "rule"))) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no rule '" + rule + "': expected one of "
                + program.rules.stream().map(Rule::id).toList());
    }

    /** {@return the state to go on from, at the cost of a copy} */
    public RuleState state() {
        List<RuleState.Series> series = new ArrayList<>();
        for (Remembered of : remembered) {
            RuleState.Series remembers = of.state();
            if (remembers != null) {
                series.add(remembers);
            }
        }
        @Nullable Instant at = clock == NONE ? null : Ticks.instant(clock);
        RuleState.Refused refused = new RuleState.Refused(outOfOrder, windowFull);
        return new RuleState(subject, at, isOpen, series, judge.progress(cells), refused);
    }
}
