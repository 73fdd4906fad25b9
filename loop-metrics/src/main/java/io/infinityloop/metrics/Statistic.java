package io.infinityloop.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one number that stands for many samples. The choice matters more than most people think: of the ten durations 1,
 * 2, … 10 the upper quartile is 7.75 by one method and 8 by another.
 *
 * @since 0.1
 */
public enum Statistic {
    /** The middle: of an even number of samples half-way between the two in the middle. The default. */
    MEDIAN("median"),
    /** The middle: of an even number of samples the lower of the two in the middle. */
    LOWER_MEDIAN("lower median"),
    /** The sum divided by the number of samples. */
    MEAN("mean"),
    /** What 75 of 100 samples do not exceed, by linear interpolation (type 7). */
    P75("p75"),
    /** What 85 of 100 samples do not exceed, by linear interpolation (type 7). */
    P85("p85"),
    /** What 90 of 100 samples do not exceed, by linear interpolation (type 7). */
    P90("p90"),
    /** What 95 of 100 samples do not exceed, by linear interpolation (type 7). */
    P95("p95"),
    /** What 99 of 100 samples do not exceed, by linear interpolation (type 7). */
    P99("p99"),
    /** The smallest sample that at least 50 of 100 do not exceed (nearest rank). */
    NEAREST_P50("p50 (nearest rank)"),
    /** The smallest sample that at least 95 of 100 do not exceed (nearest rank). */
    NEAREST_P95("p95 (nearest rank)"),
    /** The smallest sample that at least 99 of 100 do not exceed (nearest rank). */
    NEAREST_P99("p99 (nearest rank)"),
    /** The smallest sample. */
    MIN("min"),
    /** The greatest sample. */
    MAX("max");

    private final String label;

    Statistic(String label) {
        this.label = label;
    }

    /** {@return the name for people: {@code median}, {@code p95 (nearest rank)}} */
    public String label() {
        return label;
    }

    /** Returns the number for samples, of which there is at least one; exact up to 18 decimals. */
    BigDecimal of(OrderedSamples samples) {
        return switch (this) {
            case MEDIAN -> interpolated(samples, 50);
            case LOWER_MEDIAN -> BigDecimal.valueOf(samples.at((samples.size() - 1) / 2));
            case MEAN ->
                new BigDecimal(samples.sum())
                        .divide(BigDecimal.valueOf(samples.size()), 2 * Amount.DECIMALS, RoundingMode.HALF_EVEN);
            case P75 -> interpolated(samples, 75);
            case P85 -> interpolated(samples, 85);
            case P90 -> interpolated(samples, 90);
            case P95 -> interpolated(samples, 95);
            case P99 -> interpolated(samples, 99);
            case NEAREST_P50 -> nearest(samples, 50);
            case NEAREST_P95 -> nearest(samples, 95);
            case NEAREST_P99 -> nearest(samples, 99);
            case MIN -> BigDecimal.valueOf(samples.at(0));
            case MAX -> BigDecimal.valueOf(samples.at(samples.size() - 1));
        };
    }

    private static BigDecimal nearest(OrderedSamples samples, int percent) {
        long rank = ((long) samples.size() * percent + 99) / 100;
        return BigDecimal.valueOf(samples.at((int) rank - 1));
    }

    private static BigDecimal interpolated(OrderedSamples samples, int percent) {
        long rank = percent * (samples.size() - 1L);
        int below = (int) (rank / 100);
        long part = rank % 100;
        BigDecimal lower = BigDecimal.valueOf(samples.at(below));
        if (part == 0) {
            return lower;
        }
        BigDecimal step = BigDecimal.valueOf(samples.at(below + 1)).subtract(lower);
        return lower.add(step.multiply(BigDecimal.valueOf(part, 2)));
    }
}
