package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Home;
import io.infinityloop.metrics.link.TestRan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many tests there are of each level: many of units, fewer of components together, few through the whole system. Of
 * each suite the last run of the window counts, with its skipped tests; a run whose tests nobody counted is one test.
 *
 * <p>Source: requirement GATE-10.
 *
 * @param unit how many tests of units there are
 * @param integration how many tests of components together there are
 * @param e2e how many tests through the whole system there are
 * @param evidence the events of the runs, in the order of their ends
 * @since 0.1
 */
public record TestPyramid(long unit, long integration, long e2e, List<EventKey> evidence) {
    /** Creates a pyramid. */
    public TestPyramid {
        if (unit < 0 || integration < 0 || e2e < 0) {
            throw new IllegalArgumentException("numbers of tests are not negative: unit " + unit + ", integration "
                    + integration + ", e2e " + e2e);
        }
        evidence = List.copyOf(evidence);
    }

    /**
     * What the numbers look like.
     *
     * @since 0.1
     */
    public enum Shape {
        /** Each level has more tests than the one above it. */
        PYRAMID,
        /** There are more tests through the whole system than of units: slow, and hard to read. */
        INVERTED,
        /** Neither: some level has as many tests as the one above it, or fewer. */
        UNEVEN,
        /** There is no test of any of the three levels. */
        NO_DATA
    }

    /** {@return what the numbers look like} */
    public Shape shape() {
        if (unit == 0 && integration == 0 && e2e == 0) {
            return Shape.NO_DATA;
        }
        if (unit > integration && integration > e2e) {
            return Shape.PYRAMID;
        }
        return e2e > unit ? Shape.INVERTED : Shape.UNEVEN;
    }

    /**
     * Counts the tests of a window.
     *
     * @param derived the subjects
     * @param window the window
     * @return the numbers
     */
    public static TestPyramid of(Derived derived, Window window) {
        return of(derived.subjects(TestRan.class).stream()
                .filter(run -> window.contains(run.endedAt()))
                .toList());
    }

    /**
     * Counts the tests of runs.
     *
     * @param runs the runs; those without a verdict and those on a developer's own machine do not count
     * @return the numbers
     * @throws ArithmeticException if a level has more than {@link Long#MAX_VALUE} tests
     */
    public static TestPyramid of(Collection<TestRan> runs) {
        Map<Suite, TestRan> last = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> run.hasVerdict() && !run.isLocal() && Suite.LEVELS.contains(run.level()))
                .sorted(TestRan.IN_TIME)
                .forEach(run -> last.put(Suite.of(run), run));
        List<TestRan> counted = new ArrayList<>(last.values());
        counted.sort(TestRan.IN_TIME);
        return new TestPyramid(
                count(counted, TestLevel.UNIT),
                count(counted, TestLevel.INTEGRATION),
                count(counted, TestLevel.E2E),
                counted.stream()
                        .flatMap(run -> run.evidence().stream())
                        .distinct()
                        .toList());
    }

    private record Suite(Home home, TestLevel level, String subject) {
        static final List<TestLevel> LEVELS = List.of(TestLevel.UNIT, TestLevel.INTEGRATION, TestLevel.E2E);

        static Suite of(TestRan run) {
            return new Suite(Home.of(run), requireNonNull(run.level()), run.subject());
        }
    }

    private static long count(Collection<TestRan> runs, TestLevel level) {
        long count = 0;
        for (TestRan run : runs) {
            if (run.level() == level) {
                TestRun.Counts tests = run.tests();
                count = Math.addExact(
                        count, Math.addExact(Math.addExact(tests.passed(), tests.failed()), tests.skipped()));
            }
        }
        return count;
    }
}
