package io.infinityloop.metrics.reliability;

import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.TelemetrySample;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Numbers of telemetry, in units that can be added up. */
final class Numbers {
    private static final int DECIMALS = 9;

    private Numbers() {}

    /** {@return the number that a sample is, if it has this name} */
    static Optional<Reading.Metric> named(TelemetrySample sample, String name) {
        return sample.reading() instanceof Reading.Metric metric
                        && metric.name().equals(name)
                ? Optional.of(metric)
                : Optional.empty();
    }

    /** {@return a reading as a part of a whole: 45 % is 0.45; empty if it is none} */
    static Optional<BigDecimal> share(Reading.Metric reading) {
        Optional<BigDecimal> share = switch (reading.unit()) {
            case "%", "percent" -> Optional.of(reading.value().movePointLeft(2));
            case "", "1", "ratio" -> Optional.of(reading.value());
            default -> Optional.empty();
        };
        return share.filter(part -> part.signum() >= 0 && part.compareTo(BigDecimal.ONE) <= 0);
    }

    /** {@return a reading as a duration; empty if its unit is no time, or it is negative or longer than 292 years} */
    static Optional<Duration> duration(Reading.Metric reading) {
        int digits = switch (reading.unit().toLowerCase(Locale.ROOT)) {
            case "s", "seconds" -> 9;
            case "ms", "milliseconds" -> 6;
            case "us", "µs", "microseconds" -> 3;
            case "ns", "nanoseconds" -> 0;
            default -> -1;
        };
        if (digits < 0 || reading.value().signum() < 0) {
            return Optional.empty();
        }
        BigInteger nanos = reading.value()
                .movePointRight(digits)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        return nanos.bitLength() < Long.SIZE ? Optional.of(Duration.ofNanos(nanos.longValue())) : Optional.empty();
    }

    static Amount ratio(BigDecimal part, BigDecimal whole) {
        return new Amount(part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN), Unit.RATIO);
    }
}
