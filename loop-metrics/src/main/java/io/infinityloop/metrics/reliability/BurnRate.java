package io.infinityloop.metrics.reliability;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.link.TelemetrySample;
import io.infinityloop.rule.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How fast an error budget burns: 1 spends it just at the end of its window. An alert looks at a long window, so that a
 * moment does not wake anybody, and at a short one, so that it ends when the trouble does.
 *
 * <p>Source: Google, "The Site Reliability Workbook" (2018), chapter 5; requirement OBS-06.
 *
 * @param alert which alert was judged
 * @param longRate the burn rate over the long window; empty if nothing was asked for in it
 * @param shortRate the burn rate over the short window; empty if nothing was asked for in it
 * @since 0.1
 */
public record BurnRate(Alert alert, Optional<BigDecimal> longRate, Optional<BigDecimal> shortRate) {
    /** The alerts that the workbook recommends: 2 % of a 30 days' budget in an hour, 5 % in 6 hours, 10 % in 3 days. */
    public static final List<Alert> STANDARD = List.of(
            new Alert(Duration.ofHours(1), Duration.ofMinutes(5), new BigDecimal("14.4"), Channel.PAGE),
            new Alert(Duration.ofHours(6), Duration.ofMinutes(30), new BigDecimal("6"), Channel.PAGE),
            new Alert(Duration.ofDays(3), Duration.ofHours(6), BigDecimal.ONE, Channel.NOTIFY));

    /** Creates a judged alert. */
    public BurnRate {
        requireNonNull(alert, "alert");
        requireNonNull(longRate, "longRate");
        requireNonNull(shortRate, "shortRate");
    }

    /**
     * When somebody is told.
     *
     * @param longWindow the window over which the budget must burn
     * @param shortWindow the window over which it must still burn
     * @param rate the burn rate that both must reach
     * @param channel how somebody is told
     * @since 0.1
     */
    public record Alert(Duration longWindow, Duration shortWindow, BigDecimal rate, Channel channel) {
        /**
         * Creates an alert.
         *
         * @throws IllegalArgumentException if a window is not positive, the short one is not shorter, or the rate is
         *     not positive
         */
        public Alert {
            requireNonNull(channel, "channel");
            if (shortWindow.isNegative() || shortWindow.isZero() || shortWindow.compareTo(longWindow) >= 0) {
                throw new IllegalArgumentException("the windows " + longWindow + " and " + shortWindow
                        + " of an alert are not a long and a shorter one");
            }
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("the burn rate " + rate.toPlainString() + " is not above 0");
            }
        }
    }

    /** {@return whether somebody is to be told: both windows reach the rate} */
    public boolean isFiring() {
        return reaches(longRate) && reaches(shortRate);
    }

    private boolean reaches(Optional<BigDecimal> actual) {
        return actual.filter(rate -> rate.compareTo(alert.rate()) >= 0).isPresent();
    }

    /**
     * Judges the recommended alerts.
     *
     * @param slo the objective
     * @param samples counts of requests and errors, in any order
     * @param at the instant to look back from; a sample just then belongs to the windows
     * @return each alert with its rates
     */
    public static List<BurnRate> of(Slo slo, Collection<TelemetrySample> samples, Instant at) {
        return of(slo, samples, at, RequestNames.STANDARD, STANDARD);
    }

    /**
     * Judges alerts.
     *
     * @param slo the objective
     * @param samples counts of requests and errors, in any order
     * @param at the instant to look back from; a sample just then belongs to the windows
     * @param names what telemetry calls its numbers
     * @param alerts the alerts
     * @return each alert with its rates, in the order given
     */
    public static List<BurnRate> of(
            Slo slo, Collection<TelemetrySample> samples, Instant at, RequestNames names, List<Alert> alerts) {
        List<BurnRate> judged = new ArrayList<>();
        for (Alert alert : alerts) {
            judged.add(new BurnRate(
                    alert,
                    rate(slo, samples, at, alert.longWindow(), names),
                    rate(slo, samples, at, alert.shortWindow(), names)));
        }
        return List.copyOf(judged);
    }

    private static Optional<BigDecimal> rate(
            Slo slo, Collection<TelemetrySample> samples, Instant at, Duration window, RequestNames names) {
        BigDecimal requests = BigDecimal.ZERO;
        BigDecimal errors = BigDecimal.ZERO;
        Instant from = at.minus(window);
        for (TelemetrySample sample : samples) {
            boolean within = sample.at().isAfter(from) && !sample.at().isAfter(at);
            if (within && sample.reading() instanceof Reading.Metric metric) {
                requests = metric.name().equals(names.requests()) ? requests.add(metric.value()) : requests;
                errors = metric.name().equals(names.errors()) ? errors.add(metric.value()) : errors;
            }
        }
        return requests.signum() == 0
                ? Optional.empty()
                : Optional.of(errors.divide(requests.multiply(slo.allowedShare()), 9, RoundingMode.HALF_EVEN));
    }
}
