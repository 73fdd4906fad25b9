package io.infinityloop.metrics.delivery;

import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.LoadTested;
import io.infinityloop.rule.GateResult;
import io.infinityloop.rule.QualityGate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a load test passed: what was measured during the run, against limits for a test. The limits for a service in
 * production are others.
 *
 * <p>Understood are readings with the names {@code latency} (one for each request; their p95, type 7, counts),
 * {@code latency p95} (which a tool has computed already, and which counts more), {@code error rate} and {@code request
 * rate}, in the units s, ms, us or ns; % or none for a part of 1; /s, /min or /h. Of several readings the worst counts:
 * the highest latency and error rate, the lowest request rate. What was not measured, or in another unit, is unknown,
 * and what is unknown does not pass.
 *
 * <p>Source: requirements GATE-17, THR-15 and D-34.
 *
 * @since 0.1
 */
public final class LoadTest {
    /** The 95th percentile of the latency, in milliseconds. */
    public static final String LATENCY_P95 = "latency p95";

    /** How many requests failed, in percent. */
    public static final String ERROR_RATE = "error rate";

    /** How many requests were made in a second. */
    public static final String REQUEST_RATE = "request rate";

    /** At 1,000 requests in a second or more: p95 below 500 ms, and less than 0.1 % errors. */
    public static final QualityGate CRITERIA = QualityGate.of(
            "load test",
            "\"" + LATENCY_P95 + "\" < 500",
            "\"" + ERROR_RATE + "\" < 0.1",
            "\"" + REQUEST_RATE + "\" >= 1000");

    private static final String LATENCY = "latency";
    private static final Map<String, String> MILLISECONDS =
            Map.of("s", "1000", "ms", "1", "us", "0.001", "ns", "0.000001");
    private static final Map<String, String> PERCENT = Map.of("%", "1", "", "100");
    private static final Map<String, String> SECONDS_IN = Map.of("/s", "1", "/min", "60", "/h", "3600");
    private static final int DECIMALS = 9;

    private LoadTest() {}

    /**
     * Judges a load test by {@link #CRITERIA}.
     *
     * @param test the test and what was measured
     * @return what came out, each criterion with what was required and what was found
     */
    public static GateResult judge(LoadTested test) {
        return judge(test, CRITERIA);
    }

    /**
     * Judges a load test.
     *
     * @param test the test and what was measured
     * @param criteria the conditions, over {@link #LATENCY_P95}, {@link #ERROR_RATE} and {@link #REQUEST_RATE}
     * @return what came out, each criterion with what was required and what was found
     * @throws IllegalArgumentException if a condition has a hold, a date or a window, which single values cannot fulfil
     */
    public static GateResult judge(LoadTested test, QualityGate criteria) {
        return criteria.judge(values(test));
    }

    /**
     * Returns what was measured, in the units of the criteria.
     *
     * @param test the test
     * @return the values by name: milliseconds, percent, requests in a second; what is unknown is not there
     */
    public static SortedMap<String, BigDecimal> values(LoadTested test) {
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        Samples latencies = new Samples();
        for (Reading.Metric reading : test.readings()) {
            switch (reading.name()) {
                case LATENCY -> nanoseconds(reading, latencies);
                case LATENCY_P95 -> highest(values, reading, MILLISECONDS);
                case ERROR_RATE -> highest(values, reading, PERCENT);
                case REQUEST_RATE -> rate(values, reading);
                default -> {
                    // what else was measured has no limit here
                }
            }
        }
        if (latencies.size() > 0) {
            BigDecimal p95 =
                    latencies.value(Statistic.P95, Unit.SECONDS).number().movePointRight(3);
            values.putIfAbsent(LATENCY_P95, p95.stripTrailingZeros());
        }
        return values;
    }

    private static void highest(Map<String, BigDecimal> values, Reading.Metric reading, Map<String, String> factors) {
        String factor = factors.get(reading.unit());
        if (factor != null) {
            BigDecimal value = reading.value().multiply(new BigDecimal(factor));
            values.merge(reading.name(), value, BigDecimal::max);
        }
    }

    private static void rate(Map<String, BigDecimal> values, Reading.Metric reading) {
        String seconds = SECONDS_IN.get(reading.unit());
        if (seconds != null) {
            BigDecimal value = reading.value().divide(new BigDecimal(seconds), DECIMALS, RoundingMode.DOWN);
            values.merge(reading.name(), value, BigDecimal::min);
        }
    }

    /** A latency that is negative, or longer than 292 years, is none. */
    private static void nanoseconds(Reading.Metric reading, Samples latencies) {
        String factor = MILLISECONDS.get(reading.unit());
        if (factor != null && reading.value().signum() >= 0) {
            BigDecimal nanos = reading.value().multiply(new BigDecimal(factor)).movePointRight(6);
            if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
                latencies.add(nanos.setScale(0, RoundingMode.HALF_EVEN).longValue());
            }
        }
    }
}
