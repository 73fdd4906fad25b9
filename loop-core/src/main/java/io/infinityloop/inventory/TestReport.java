package io.infinityloop.inventory;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.EvidenceKind;
import io.infinityloop.artifact.Gap;
import io.infinityloop.artifact.SecurityResult;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What the test runs of a change or of an artifact say together. Of several runs of one stage and subject the latest
 * counts: a green run heals a red one.
 *
 * <p>Source: requirements ART-17 and GATE-18.
 *
 * @since 0.1
 */
public final class TestReport {
    private static final Comparator<TestRun> LATER =
            Comparator.comparing(TestRun::at).thenComparing(TestRun::id);

    private final List<TestRun> runs;

    private TestReport(List<TestRun> runs) {
        this.runs = runs;
    }

    /**
     * Returns the report on test runs.
     *
     * @param runs the runs, in any order
     * @return the report
     */
    public static TestReport of(Collection<TestRun> runs) {
        Map<String, TestRun> latest = new TreeMap<>();
        for (TestRun run : runs) {
            latest.merge(
                    run.stage() + " " + run.subject(),
                    run,
                    (one, other) -> LATER.compare(one, other) < 0 ? other : one);
        }
        return new TestReport(latest.values().stream().sorted(LATER).toList());
    }

    /**
     * Returns the report on one built artifact.
     *
     * @param digest the digest of the artifact
     * @param runs the runs, in any order; those of other artifacts are passed over
     * @return the report
     */
    public static TestReport of(String digest, Collection<TestRun> runs) {
        return of(runs.stream().filter(run -> run.digests().contains(digest)).toList());
    }

    /** {@return the runs that count, sorted by start and id} */
    public List<TestRun> runs() {
        return runs;
    }

    /**
     * Returns the runs by level.
     *
     * @return the levels in their order, each with its runs sorted by start and id; runs of an unknown level are left
     *     out
     */
    public Map<TestLevel, List<TestRun>> byLevel() {
        Map<TestLevel, List<TestRun>> levels = new EnumMap<>(TestLevel.class);
        runs.forEach(run -> run.level()
                .ifPresent(level ->
                        levels.computeIfAbsent(level, none -> new ArrayList<>()).add(run)));
        levels.replaceAll((level, ofLevel) -> List.copyOf(ofLevel));
        return Collections.unmodifiableMap(levels);
    }

    /**
     * Returns the verdict.
     *
     * @return FAILED if one run failed, counted a failed test or found a hole; else RUNNING if one has not ended; else
     *     PASSED if at least one passed and the others passed or were skipped; else UNKNOWN
     */
    public Outcome outcome() {
        if (runs.stream().anyMatch(TestReport::failed)) {
            return Outcome.FAILED;
        }
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        runs.forEach(run -> outcomes.add(run.outcome()));
        if (outcomes.contains(Outcome.RUNNING)) {
            return Outcome.RUNNING;
        }
        outcomes.remove(Outcome.SKIPPED);
        return outcomes.equals(EnumSet.of(Outcome.PASSED)) ? Outcome.PASSED : Outcome.UNKNOWN;
    }

    /**
     * Returns how many tests ended how, over all runs.
     *
     * @return the sums
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public TestRun.Counts counts() {
        return new TestRun.Counts(
                sum(TestRun.Counts::passed), sum(TestRun.Counts::failed), sum(TestRun.Counts::skipped));
    }

    /** {@return the time from the start of the first run to the end of the last, or empty if an end is not known} */
    public Optional<Duration> duration() {
        if (runs.isEmpty() || runs.stream().anyMatch(run -> run.duration().isEmpty())) {
            return Optional.empty();
        }
        Instant first = runs.get(0).at();
        return runs.stream()
                .flatMap(run -> run.duration().map(run.at()::plus).stream())
                .max(Comparator.naturalOrder())
                .map(last -> Duration.between(first, last));
    }

    /** {@return what the runs are evidence of, in the order of the kinds} */
    public Set<EvidenceKind> evidence() {
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        runs.forEach(run -> run.evidence().ifPresent(kinds::add));
        return Collections.unmodifiableSet(kinds);
    }

    /** {@return the digests of the artifacts that were tested, sorted} */
    public List<String> digests() {
        return runs.stream()
                .flatMap(run -> run.digests().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return one gap for each expected security check that no run made, in the order of the checks} */
    public List<Gap> gaps() {
        List<SecurityResult> made =
                runs.stream().flatMap(run -> run.coverage().checks().stream()).toList();
        return TestRun.securityGaps(made);
    }

    private long sum(ToLongFunction<TestRun.Counts> number) {
        return runs.stream().map(TestRun::counts).mapToLong(number).reduce(0, Math::addExact);
    }

    private static boolean failed(TestRun run) {
        return run.outcome().isFailure()
                || run.counts().failed() > 0
                || !run.coverage().checks().stream().allMatch(SecurityResult::isClean);
    }
}
