package io.infinityloop.metrics.reliability;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.TelemetrySample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a production deployment did to latency or errors: the same number in windows of the same length before and after
 * it, over the samples of its own service.
 *
 * <p>Source: requirement MET-47.
 *
 * @param deployment the id of the deployment
 * @param measure what was compared
 * @param before the number before; empty if there was none
 * @param after the number after; empty if there was none
 * @param samplesBefore how many samples there were before
 * @param samplesAfter how many samples there were after
 * @param change how much it changed, 0.2 is 20 % more; empty if there is nothing to compare, or it was 0 before
 * @param verdict what that means
 * @param evidence the events of the deployment
 * @since 0.1
 */
public record ReleaseImpact(
        String deployment,
        Measure measure,
        Optional<Amount> before,
        Optional<Amount> after,
        long samplesBefore,
        long samplesAfter,
        Optional<Amount> change,
        Verdict verdict,
        List<EventKey> evidence) {
    /** Creates an impact. */
    public ReleaseImpact {
        requireNonNull(deployment, "deployment");
        requireNonNull(measure, "measure");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(change, "change");
        requireNonNull(verdict, "verdict");
        evidence = List.copyOf(evidence);
    }

    /**
     * What is compared.
     *
     * @since 0.1
     */
    public enum Measure {
        /** The 95th percentile of the latencies, by nearest rank. */
        LATENCY_P95,
        /** The part of the requests that failed. */
        ERROR_RATE
    }

    /**
     * What a change means.
     *
     * @since 0.1
     */
    public enum Verdict {
        /** It got better by more than the tolerance. */
        IMPROVED,
        /** It stayed within the tolerance. */
        STEADY,
        /** It got worse by more than the tolerance: flagged. */
        DEGRADED,
        /** There are too few samples to say. */
        INCONCLUSIVE
    }

    /**
     * How impacts are looked for.
     *
     * @param window how long before and after the deployment is looked at
     * @param minimum how many samples there must be on each side
     * @param tolerance how much it may change, 0.1 is 10 %
     * @param names what telemetry calls its numbers
     * @since 0.1
     */
    public record Rule(Duration window, long minimum, BigDecimal tolerance, RequestNames names) {
        /** One hour on each side, 30 samples, 10 %, the standard names; these figures are ours. */
        public static final Rule STANDARD =
                new Rule(Duration.ofHours(1), 30, new BigDecimal("0.1"), RequestNames.STANDARD);

        /**
         * Creates a rule.
         *
         * @throws IllegalArgumentException if the window or the minimum is not positive, or the tolerance is negative
         */
        public Rule {
            if (window.isNegative() || window.isZero() || minimum < 1 || tolerance.signum() < 0) {
                throw new IllegalArgumentException("the window " + window + " and the minimum " + minimum
                        + " must be positive, the tolerance " + tolerance.toPlainString() + " not negative");
            }
            requireNonNull(names, "names");
        }
    }

    /**
     * Returns the impacts of all successful production deployments.
     *
     * @param derived deployments and telemetry
     * @param rule how they are looked for
     * @return two for each deployment, latency first, in the order of the deployments
     */
    public static List<ReleaseImpact> of(Derived derived, Rule rule) {
        List<TelemetrySample> samples = derived.subjects(TelemetrySample.class);
        List<ReleaseImpact> impacts = new ArrayList<>();
        for (Deployed deployed : derived.subjects(Deployed.class)) {
            Instant at = deployed.finishedAt();
            if (deployed.isInProduction() && at != null) {
                List<TelemetrySample> own = samples.stream()
                        .filter(sample -> isOfSameService(sample, deployed))
                        .toList();
                Side before = side(own, at.minus(rule.window()), at, rule);
                Side after = side(own, at, at.plus(rule.window()), rule);
                impacts.add(impact(
                        deployed,
                        Measure.LATENCY_P95,
                        before.latency,
                        after.latency,
                        before.latencies,
                        after.latencies,
                        rule));
                impacts.add(impact(
                        deployed,
                        Measure.ERROR_RATE,
                        before.errorRate,
                        after.errorRate,
                        before.requests,
                        after.requests,
                        rule));
            }
        }
        return List.copyOf(impacts);
    }

    private static boolean isOfSameService(TelemetrySample sample, Deployed deployed) {
        return sample.labels().get(Labels.SERVICE).equals(deployed.labels().get(Labels.SERVICE));
    }

    /** What was measured on one side of a deployment. */
    private static final class Side {
        private Optional<Amount> latency = Optional.empty();
        private Optional<Amount> errorRate = Optional.empty();
        private long latencies;
        private long requests;
    }

    private static Side side(List<TelemetrySample> samples, Instant from, Instant to, Rule rule) {
        Samples latencies = new Samples();
        BigDecimal requests = BigDecimal.ZERO;
        BigDecimal errors = BigDecimal.ZERO;
        for (TelemetrySample sample : samples) {
            boolean within = !sample.at().isBefore(from) && sample.at().isBefore(to);
            if (within && sample.reading() instanceof Reading.Metric metric) {
                if (metric.name().equals(rule.names().latency())) {
                    Numbers.duration(metric).ifPresent(latencies::add);
                }
                requests = metric.name().equals(rule.names().requests()) ? requests.add(metric.value()) : requests;
                errors = metric.name().equals(rule.names().errors()) ? errors.add(metric.value()) : errors;
            }
        }
        Side side = new Side();
        side.latencies = latencies.size();
        side.requests = requests.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
        if (latencies.size() > 0) {
            side.latency = Optional.of(latencies.value(Statistic.NEAREST_P95, Unit.SECONDS));
        }
        if (requests.signum() > 0) {
            side.errorRate = Optional.of(Numbers.ratio(errors, requests));
        }
        return side;
    }

    private static ReleaseImpact impact(
            Deployed deployed,
            Measure measure,
            Optional<Amount> before,
            Optional<Amount> after,
            long samplesBefore,
            long samplesAfter,
            Rule rule) {
        Optional<Amount> change = before.filter(amount -> amount.number().signum() > 0)
                .flatMap(earlier -> after.map(later -> change(earlier, later)));
        boolean few = samplesBefore < rule.minimum() || samplesAfter < rule.minimum();
        Verdict verdict = few || before.isEmpty() || after.isEmpty()
                ? Verdict.INCONCLUSIVE
                : verdict(change, after.get(), rule.tolerance());
        return new ReleaseImpact(
                deployed.id(),
                measure,
                before,
                after,
                samplesBefore,
                samplesAfter,
                change,
                verdict,
                deployed.evidence());
    }

    private static Amount change(Amount earlier, Amount later) {
        BigDecimal difference = later.number().subtract(earlier.number());
        return new Amount(difference.divide(earlier.number(), 9, RoundingMode.HALF_EVEN), Unit.CHANGE);
    }

    /** From nothing to something is worse, whatever the tolerance. */
    private static Verdict verdict(Optional<Amount> change, Amount after, BigDecimal tolerance) {
        if (change.isEmpty()) {
            return after.number().signum() > 0 ? Verdict.DEGRADED : Verdict.STEADY;
        }
        BigDecimal by = change.get().number();
        if (by.abs().compareTo(tolerance) <= 0) {
            return Verdict.STEADY;
        }
        return by.signum() > 0 ? Verdict.DEGRADED : Verdict.IMPROVED;
    }
}
