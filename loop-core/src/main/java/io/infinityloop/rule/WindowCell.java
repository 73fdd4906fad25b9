package io.infinityloop.rule;

import io.infinityloop.internal.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A number computed from the samples in a window: a sum that is kept up, or values that are kept in order. */
final class WindowCell extends Cell {
    private static final int MEAN_DECIMALS = 28;
    /** 100 per cent, as a rank with six decimals. */
    private static final long WHOLE = 100_000_000L;

    private final Series series;
    private final long window;
    /** What is computed; null for a percentile. */
    private final Operand.@Nullable Function function;

    /** The rank of a percentile with six decimals; of the least and the largest, too. */
    private final long percentile;

    private long from;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal[] sorted = new BigDecimal[0];

    private WindowCell(
            Program.Watched watched, Series series, long window, Operand.@Nullable Function function, long percentile) {
        super(watched);
        this.series = series;
        this.window = window;
        this.function = function;
        this.percentile = percentile;
    }

    static WindowCell of(Program.Watched watched, Series series) {
        if (watched.operand instanceof Operand.Percentile of) {
            long rank = of.rank().movePointRight(6).longValueExact();
            return new WindowCell(watched, series, of.window().toNanos(), null, rank);
        }
        Operand.Aggregate of = (Operand.Aggregate) watched.operand;
        long rank = of.function() == Operand.Function.MAX ? WHOLE : 0;
        return new WindowCell(watched, series, of.window().toNanos(), of.function(), rank);
    }

    /** {@return the number of the oldest sample that it holds} */
    long from() {
        return from;
    }

    private int size() {
        return (int) (series.end() - from);
    }

    private boolean isSorted() {
        return function == null || function == Operand.Function.MAX || function == Operand.Function.MIN;
    }

    @Override
    void add(long at, BigDecimal sample) {
        if (function == Operand.Function.SUM || function == Operand.Function.MEAN) {
            sum = sum.add(sample);
        } else if (isSorted()) {
            insert(Bounds.plain("value", sample), size() - 1);
        }
    }

    /** Drops the samples that are too old as of an instant; the value stays until the next refresh. */
    void expire(long now) {
        while (from < series.end() && now - series.at(from) >= window) {
            remove(series.value(from), size());
            from++;
        }
    }

    @Override
    long refresh(long now) {
        expire(now);
        int size = size();
        value = function == Operand.Function.COUNT ? BigDecimal.valueOf(size) : size == 0 ? null : computed(size);
        return size == 0 ? Timers.NEVER : Ticks.later(series.at(from), window);
    }

    private BigDecimal computed(int size) {
        if (isSorted()) {
            long place = (percentile * size + WHOLE - 1) / WHOLE;
            return sorted[(int) Math.max(place, 1) - 1];
        }
        BigDecimal whole = function == Operand.Function.SUM
                ? sum
                : sum.divide(BigDecimal.valueOf(size), MEAN_DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal stripped = whole.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void insert(BigDecimal sample, int size) {
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, Math.max(16, 2 * size));
        }
        int found = Arrays.binarySearch(sorted, 0, size, sample);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = sample;
    }

    private void remove(BigDecimal sample, int size) {
        if (function == Operand.Function.SUM || function == Operand.Function.MEAN) {
            sum = sum.subtract(sample);
        } else if (isSorted()) {
            int place = Arrays.binarySearch(sorted, 0, size, sample);
            System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
        }
    }
}
