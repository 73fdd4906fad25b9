package io.infinityloop.benchmarks;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;
import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** DORA's five by service and week, and over all services, as somebody would write them down once, with hash maps. */
final class HandMadeDora {
    private final Map<Key, Cell> cells = new HashMap<>();

    /** A service, empty for all of them, and the Monday of a week. */
    record Key(String service, LocalDate monday) {}

    /** What is counted in one week of one service. */
    private static final class Cell {
        private final List<Long> leadTimes = new ArrayList<>();
        private final List<Long> recoveries = new ArrayList<>();
        private final List<Instant> deployments = new ArrayList<>();
        private final Set<LocalDate> days = new HashSet<>();
        private long failed;
        private long rework;
    }

    /** The five headlines of a cell and what lies around the durations; null is no data. */
    record Row(List<BigDecimal> leadTime, BigDecimal frequency, BigDecimal failures, List<BigDecimal> recovery,
            BigDecimal rework, BigDecimal interval, long days) {}

    static Map<Key, Row> of(List<Subject> subjects) {
        HandMadeDora hand = new HandMadeDora();
        for (Subject subject : subjects) {
            if (subject instanceof Change change) {
                hand.add(change);
            } else if (subject instanceof Deployed deployed) {
                hand.add(deployed);
            }
        }
        Map<Key, Row> rows = new HashMap<>();
        hand.cells.forEach((key, cell) -> rows.put(key, row(cell)));
        return rows;
    }

    private List<Cell> cells(Subject subject, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        String service = subject.labels().get(Labels.SERVICE).orElse("");
        return List.of(
                cells.computeIfAbsent(new Key(service, monday), key -> new Cell()),
                cells.computeIfAbsent(new Key("", monday), key -> new Cell()));
    }

    private void add(Change change) {
        Instant at = requireNonNull(change.deployed()).at();
        long nanos = Duration.between(change.authoredAt(), at).toNanos();
        cells(change, at).forEach(cell -> cell.leadTimes.add(nanos));
    }

    private void add(Deployed deployed) {
        Instant at = requireNonNull(deployed.finishedAt());
        for (Cell cell : cells(deployed, at)) {
            cell.deployments.add(at);
            cell.days.add(at.atZone(ZoneOffset.UTC).toLocalDate());
            cell.failed += deployed.failures().isEmpty() ? 0 : 1;
            cell.rework += deployed.plan().purpose() == DeploymentPurpose.HOTFIX ? 1 : 0;
        }
        for (Failure failure : deployed.failures()) {
            Instant restored = requireNonNull(failure.restoredAt());
            if (restored.isBefore(DoraSubjects.YEAR.to())) {
                long nanos = Duration.between(at, restored).toNanos();
                cells(deployed, restored).forEach(cell -> cell.recoveries.add(nanos));
            }
        }
    }

    private static Row row(Cell cell) {
        long all = cell.deployments.size();
        return new Row(
                summary(cell.leadTimes),
                ratio(all, 7),
                all == 0 ? BigDecimal.ZERO : ratio(cell.failed, all),
                summary(cell.recoveries),
                all == 0 ? BigDecimal.ZERO : ratio(cell.rework, all),
                interval(cell.deployments),
                cell.days.size());
    }

    private static BigDecimal ratio(long part, long all) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), 18, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal interval(List<Instant> deployments) {
        Collections.sort(deployments);
        List<Long> intervals = new ArrayList<>();
        for (int i = 1; i < deployments.size(); i++) {
            intervals.add(Duration.between(deployments.get(i - 1), deployments.get(i)).toNanos());
        }
        Collections.sort(intervals);
        return intervals.isEmpty() ? BigDecimal.ZERO : quantile(intervals, 50);
    }

    /** Median, mean, least, greatest, p90, p95; empty without a sample. */
    private static List<BigDecimal> summary(List<Long> samples) {
        if (samples.isEmpty()) {
            return List.of();
        }
        Collections.sort(samples);
        BigDecimal sum = BigDecimal.ZERO;
        for (long sample : samples) {
            sum = sum.add(BigDecimal.valueOf(sample));
        }
        return List.of(
                quantile(samples, 50),
                sum.divide(BigDecimal.valueOf(samples.size()), 18, RoundingMode.HALF_EVEN),
                BigDecimal.valueOf(samples.get(0)),
                BigDecimal.valueOf(samples.get(samples.size() - 1)),
                quantile(samples, 90),
                quantile(samples, 95));
    }

    private static BigDecimal quantile(List<Long> sorted, int percent) {
        long rank = percent * (sorted.size() - 1L);
        int below = (int) (rank / 100);
        BigDecimal lower = BigDecimal.valueOf(sorted.get(below));
        return rank % 100 == 0
                ? lower
                : lower.add(BigDecimal.valueOf(sorted.get(below + 1) - sorted.get(below))
                        .multiply(BigDecimal.valueOf(rank % 100, 2)));
    }
}
