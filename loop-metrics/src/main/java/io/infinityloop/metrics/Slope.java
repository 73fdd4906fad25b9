package io.infinityloop.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of Theil and Sen through values at equal distances.
 *
 * @param start where the line begins, at the first value
 * @param rise how far it rises from the first value to the last
 * @param rising how many pairs of values rise
 * @param falling how many fall
 */
record Slope(BigDecimal start, BigDecimal rise, long rising, long falling) {
    private static final int DECIMALS = 2 * Amount.DECIMALS;

    private record Point(int x, BigDecimal y) {}

    /** A result that is null or has no value leaves a gap; at least two have one. */
    static Slope of(List<? extends @Nullable MetricResult> results) {
        List<Point> points = new ArrayList<>();
        for (int x = 0; x < results.size(); x++) {
            if (results.get(x) instanceof MetricResult.Value value) {
                points.add(new Point(x, value.headline().number()));
            }
        }
        List<BigDecimal> slopes = new ArrayList<>();
        long rising = 0;
        long falling = 0;
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                BigDecimal step = points.get(j).y().subtract(points.get(i).y());
                rising += step.signum() > 0 ? 1 : 0;
                falling += step.signum() < 0 ? 1 : 0;
                BigDecimal run = BigDecimal.valueOf(
                        points.get(j).x() - (long) points.get(i).x());
                slopes.add(step.divide(run, DECIMALS, RoundingMode.HALF_EVEN));
            }
        }
        BigDecimal slope = median(slopes);
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        BigDecimal start = median(points.stream()
                .map(point -> point.y().subtract(slope.multiply(BigDecimal.valueOf(point.x() - (long) first.x()))))
                .toList());
        return new Slope(start, slope.multiply(BigDecimal.valueOf(last.x() - (long) first.x())), rising, falling);
    }

    /** Whether at least three of four pairs go the same way. */
    boolean isClear() {
        long pairs = rising + falling;
        return Math.abs(rising - falling) * 2 >= pairs;
    }

    private static BigDecimal median(List<BigDecimal> numbers) {
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        return lower.add(upper).divide(BigDecimal.valueOf(2), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
