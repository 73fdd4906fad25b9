package io.infinityloop.metrics.preset;

import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.dora.ChangeFailureRate;
import io.infinityloop.metrics.link.Failure;
import io.infinityloop.metrics.link.IncidentCase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The rules in which tools differ about the change failure rate, and the rate by any of them. */
final class FailureRules {
    /** The library's own: {@link ChangeFailureRate}. */
    static final Rules OURS = Rules.of(
            Numerator.DEPLOYMENTS,
            Denominator.DELIVERED,
            Link.LINKED,
            Impact.CUSTOMERS,
            Rollbacks.OUT,
            Empty.UNDEFINED,
            Range.WINDOW);

    static final RuledMetric METRIC = new RuledMetric(ChangeFailureRate.DEFINITION, OURS, FailureRules::of);

    private FailureRules() {}

    /** What is counted as failed. */
    enum Numerator implements Option {
        DEPLOYMENTS("each deployment with an incident, once"),
        INCIDENTS("each incident of a deployment"),
        FAILED_RUNS("each run whose deployment stage failed"),
        INCIDENTS_CREATED("each incident that began, whatever caused it");

        private final String meaning;

        Numerator(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "numerator";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** Which deployments are all. */
    enum Denominator implements Option {
        DELIVERED("those that ran, also if they were taken back"),
        SUCCESSFUL("those that succeeded"),
        SUCCESS_OR_FAILED("those that succeeded or failed"),
        ALL_RUNS("all that ended, also failed and cancelled ones"),
        WITH_COMMITS("those that succeeded and name commits");

        private final String meaning;

        Denominator(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "denominator";
        }

        @Override
        public String meaning() {
            return meaning;
        }

        boolean includes(DeploymentStatus status) {
            return switch (status) {
                case SUCCEEDED -> true;
                case ROLLED_BACK -> this == DELIVERED || this == ALL_RUNS || this == SUCCESS_OR_FAILED;
                case FAILED -> this == ALL_RUNS || this == SUCCESS_OR_FAILED;
                case CANCELLED -> this == ALL_RUNS;
                case IN_PROGRESS, UNKNOWN -> false;
            };
        }
    }

    /** Which deployment an incident is put down to. */
    enum Link implements Option {
        LINKED("the one that the linker found: by id, commit, artifact, then time"),
        STATED("the one that somebody named, by id or commit"),
        LAST_SUCCESS_BEFORE("the last success of any service before it, however long ago"),
        LAST_RUN("the last of any service that ended before it, also a failed one, however long ago");

        private final String meaning;

        Link(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "link";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** Which incidents count. */
    enum Impact implements Option {
        CUSTOMERS("incidents that customers noticed"),
        ANY("all incidents");

        private final String meaning;

        Impact(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "impact";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** Whether a roll-back is a deployment. */
    enum Rollbacks implements Option {
        OUT("roll-backs do not count"),
        IN("roll-backs count");

        private final String meaning;

        Rollbacks(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "counted";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What is said where there is no deployment. */
    enum Empty implements Option {
        UNDEFINED("no deployment is no number"),
        ZERO("no deployment is 0"),
        ONE("no deployment is taken for one");

        private final String meaning;

        Empty(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "empty";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    private static MetricResult of(MetricDefinition definition, Rules rules, Known known, Frame frame) {
        Range range = rules.get(Range.class);
        Set<String> named = known.heads().stream()
                .filter(heads -> !heads.commits().isEmpty())
                .map(DeployedHeads::deployment)
                .collect(Collectors.toSet());
        List<Known.Ended> counted = known.deployments().stream()
                .filter(ended ->
                        rules.get(Denominator.class).includes(ended.deployed().status()))
                .filter(ended ->
                        rules.has(Rollbacks.IN) || ended.deployed().plan().purpose() != DeploymentPurpose.ROLLBACK)
                .filter(ended -> !rules.has(Denominator.WITH_COMMITS)
                        || named.contains(ended.deployed().id()))
                .filter(ended -> range.contains(frame, ended.at()))
                .toList();
        return rate(definition, rules.get(Empty.class), failed(rules, known, frame, counted), counted.size());
    }

    private static long failed(Rules rules, Known known, Frame frame, List<Known.Ended> counted) {
        Numerator numerator = rules.get(Numerator.class);
        if (numerator == Numerator.FAILED_RUNS) {
            return counted.stream()
                    .map(ended -> ended.deployed().status())
                    .filter(status -> status == DeploymentStatus.FAILED || status == DeploymentStatus.ROLLED_BACK)
                    .count();
        }
        if (numerator == Numerator.INCIDENTS_CREATED) {
            return incidents(rules, known).stream()
                    .filter(one -> rules.get(Range.class)
                            .contains(frame, one.incident().at()))
                    .count();
        }
        ToLongFunction<Known.Ended> failures = failures(rules, known);
        return numerator == Numerator.INCIDENTS
                ? counted.stream().mapToLong(failures).sum()
                : counted.stream()
                        .filter(ended -> failures.applyAsLong(ended) > 0)
                        .count();
    }

    private static MetricResult rate(MetricDefinition definition, Empty empty, long failed, long all) {
        if (all == 0 && empty == Empty.UNDEFINED) {
            return MetricResult.Undefined.inWindow(definition);
        }
        long divisor = Math.max(all, 1);
        BigDecimal rate = all == 0 && empty == Empty.ZERO
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(failed).divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL128);
        return MetricResult.Value.of(
                definition,
                new Amount(rate, Unit.RATIO),
                Map.of("all", Amount.count(all), "failed", Amount.count(failed)),
                all);
    }

    private static List<IncidentCase> incidents(Rules rules, Known known) {
        return known.incidents().stream()
                .filter(one -> rules.has(Impact.ANY) || one.incident().customerImpact())
                .toList();
    }

    /** How many incidents are put down to a deployment. */
    private static ToLongFunction<Known.Ended> failures(Rules rules, Known known) {
        Link link = rules.get(Link.class);
        if (link == Link.LINKED || link == Link.STATED) {
            return ended -> ended.deployed().failures().stream()
                    .filter(failure -> failure.sign() == Failure.Sign.INCIDENT)
                    .filter(failure -> rules.has(Impact.ANY) || failure.customerImpact())
                    .filter(failure ->
                            link == Link.LINKED || !failure.linkedBy().startsWith("time"))
                    .count();
        }
        Before before = new Before(known, link);
        Map<Known.Ended, Long> counts = incidents(rules, known).stream()
                .flatMap(one -> before.find(one.incident().at()).stream())
                .collect(Collectors.groupingBy(ended -> ended, Collectors.counting()));
        return ended -> counts.getOrDefault(ended, 0L);
    }

    /** Finds the deployment before an instant. */
    static final class Before {
        private final Link link;
        private final NavigableMap<Instant, Known.Ended> byEnd = new TreeMap<>();

        Before(Known known, Link link) {
            this.link = link;
            known.deployments().stream()
                    .filter(ended -> link == Link.LAST_RUN
                            ? Denominator.ALL_RUNS.includes(ended.deployed().status())
                            : ended.deployed().isInProduction())
                    .forEach(ended -> byEnd.put(ended.at(), ended));
        }

        /** A run that ended just then is before it for the tool that looks at all runs only. */
        Optional<Known.Ended> find(Instant instant) {
            Map.Entry<Instant, Known.Ended> last =
                    link == Link.LAST_RUN ? byEnd.floorEntry(instant) : byEnd.lowerEntry(instant);
            return Optional.ofNullable(last).map(Map.Entry::getValue);
        }
    }
}
