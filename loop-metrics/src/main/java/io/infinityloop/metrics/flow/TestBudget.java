package io.infinityloop.metrics.flow;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.TestLevel;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Subject;
import io.infinityloop.metrics.link.TestRan;
import io.infinityloop.rule.Comparator;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How long the stages of tests may take, each and altogether. A stage may be over its budget while the whole fits, and
 * the other way round.
 *
 * <p>Source: requirement THR-14.
 *
 * @param stages the longest time of each level, in the order of levels
 * @param total the longest time of all together
 * @since 0.1
 */
public record TestBudget(Map<TestLevel, Duration> stages, Duration total) {
    /** Five minutes for unit, ten for integration and twenty for end-to-end tests; 35 in all. */
    public static final TestBudget STANDARD = new TestBudget(
            Map.of(
                    TestLevel.UNIT, Duration.ofMinutes(5),
                    TestLevel.INTEGRATION, Duration.ofMinutes(10),
                    TestLevel.E2E, Duration.ofMinutes(20)),
            Duration.ofMinutes(35));

    private static final String SOURCE = "DevOps loop, test stages; THR-14";

    /**
     * Creates a budget.
     *
     * @throws IllegalArgumentException if it has no stage, or a time is not above zero
     */
    public TestBudget {
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a budget for tests names the time of at least one level");
        }
        stages = Collections.unmodifiableMap(new EnumMap<>(stages));
        stages.values().forEach(TestBudget::check);
        check(total);
    }

    private static void check(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a budget for tests of " + time + ": expected a time above zero");
        }
    }

    /**
     * Returns the budget of a level as a target.
     *
     * @param level the level
     * @return the target, which the budget itself still reaches; empty if the level has no budget
     */
    public Optional<Target> target(TestLevel level) {
        return Optional.ofNullable(stages.get(level)).map(TestBudget::atMost);
    }

    private static Target atMost(Duration time) {
        return Target.of(Comparator.AT_MOST, Amount.of(time), SOURCE);
    }

    /**
     * Holds the test runs of a window against the budget: of each level the median duration of the runs that ended.
     *
     * @param subjects what was derived from events
     * @param window in which the runs ended
     * @param asOf the last instant that is known
     * @return the report
     */
    public Report judge(Collection<? extends Subject> subjects, Window window, Instant asOf) {
        Map<TestLevel, Samples> samples = new EnumMap<>(TestLevel.class);
        for (Subject subject : subjects) {
            if (subject instanceof TestRan run && run.level() != null && endedIn(run, window, asOf)) {
                samples.computeIfAbsent(run.level(), level -> new Samples())
                        .add(Duration.between(run.startedAt(), Objects.requireNonNull(run.finishedAt())));
            }
        }
        List<Row> rows = stages.keySet().stream()
                .map(level -> row(level, samples.getOrDefault(level, new Samples())))
                .toList();
        Duration taken = rows.stream().flatMap(row -> row.taken().stream()).reduce(Duration.ZERO, Duration::plus);
        boolean known = rows.stream().anyMatch(row -> row.taken().isPresent());
        return new Report(rows, taken, known ? atMost(total).judge(Amount.of(taken)) : Target.Status.NO_DATA);
    }

    private static boolean endedIn(TestRan run, Window window, Instant asOf) {
        Instant end = run.finishedAt();
        return end != null && window.contains(end) && !end.isAfter(asOf);
    }

    private Row row(TestLevel level, Samples samples) {
        Duration budget = requireNonNull(stages.get(level));
        if (samples.size() == 0) {
            return new Row(level, budget, Optional.empty(), Target.Status.NO_DATA);
        }
        Amount taken = samples.value(Statistic.MEDIAN, Unit.SECONDS);
        return new Row(
                level, budget, Optional.of(taken.toDuration()), atMost(budget).judge(taken));
    }

    /**
     * One level against its budget.
     *
     * @param level the level
     * @param budget the longest time
     * @param taken the median duration of its runs; empty if none ended
     * @param status whether it keeps to the budget
     * @since 0.1
     */
    public record Row(TestLevel level, Duration budget, Optional<Duration> taken, Target.Status status) {
        /** Creates a row. */
        public Row {
            requireNonNull(level, "level");
            requireNonNull(budget, "budget");
            requireNonNull(taken, "taken");
            requireNonNull(status, "status");
        }
    }

    /**
     * Test runs against a budget.
     *
     * @param rows one for each level of the budget, in the order of levels
     * @param taken the median durations of the levels, added up
     * @param total whether all together keep to the budget
     * @since 0.1
     */
    public record Report(List<Row> rows, Duration taken, Target.Status total) {
        /** Creates a report. */
        public Report {
            rows = List.copyOf(rows);
            requireNonNull(taken, "taken");
            requireNonNull(total, "total");
        }

        /** {@return the levels that are over their budget, in order} */
        public List<TestLevel> overBudget() {
            return rows.stream()
                    .filter(row -> row.status() == Target.Status.MISSED)
                    .map(Row::level)
                    .toList();
        }
    }
}
