package io.infinityloop.metrics.reliability;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Target;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Turns a trend into a forecast. {@link #linear()} draws a straight line; bring your own where you know better.
 *
 * <p>Source: requirement OPS-26.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Predictor {
    /**
     * A value at an instant.
     *
     * @param at the instant
     * @param value the value
     * @since 0.1
     */
    record Point(Instant at, Amount value) {}

    /**
     * Says when a target will be missed.
     *
     * @param points what was measured, in the order of time
     * @param target what is to be reached
     * @return the first instant from the last point on at which the target is not reached; empty if that is not in
     *     sight
     */
    Optional<Instant> breach(List<Point> points, Target target);

    /**
     * Returns a predictor that draws the straight line of least squares through the points, and goes on with it from
     * the last one. With fewer than two instants nothing is in sight.
     *
     * @return the predictor
     */
    static Predictor linear() {
        return Predictor::onLine;
    }

    private static Optional<Instant> onLine(List<Point> points, Target target) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Point last = points.get(points.size() - 1);
        if (!target.limit().holds(last.value())) {
            return Optional.of(last.at());
        }
        BigDecimal n = BigDecimal.valueOf(points.size());
        BigDecimal sumX = BigDecimal.ZERO;
        BigDecimal sumY = BigDecimal.ZERO;
        BigDecimal sumXx = BigDecimal.ZERO;
        BigDecimal sumXy = BigDecimal.ZERO;
        for (Point point : points) {
            BigDecimal x = seconds(Duration.between(last.at(), point.at()));
            BigDecimal y = point.value().in(last.value().unit()).number();
            sumX = sumX.add(x);
            sumY = sumY.add(y);
            sumXx = sumXx.add(x.multiply(x));
            sumXy = sumXy.add(x.multiply(y));
        }
        BigDecimal spread = n.multiply(sumXx).subtract(sumX.multiply(sumX));
        if (spread.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal slope = n.multiply(sumXy).subtract(sumX.multiply(sumY)).divide(spread, MathContext.DECIMAL128);
        BigDecimal limit = target.limit().value().in(last.value().unit()).number();
        BigDecimal way = limit.subtract(last.value().number());
        if (slope.signum() == 0 || way.signum() * slope.signum() < 0) {
            return Optional.empty();
        }
        BigDecimal ahead = way.divide(slope, MathContext.DECIMAL128);
        long most = Duration.ofDays(36_500).toSeconds();
        return ahead.compareTo(BigDecimal.valueOf(most)) > 0
                ? Optional.empty()
                : Optional.of(last.at().plusMillis(ahead.movePointRight(3).longValue()));
    }

    private static BigDecimal seconds(Duration duration) {
        return Amount.of(duration).number();
    }
}
