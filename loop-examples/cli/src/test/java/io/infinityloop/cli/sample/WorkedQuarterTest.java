package io.infinityloop.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.infinityloop.cli.Tool;
import io.infinityloop.json.EventWriter;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A quarter with every number worked by hand: 1 April to 30 June 2026 are 91 days, 13 weeks. The events are in
 * {@link WorkedQuarter} and {@link WorkedFacts}; each line here says how its number comes about.
 */
class WorkedQuarterTest {
    private static final Path FILE = Path.of("sample", "till-2026-q2.ndjson");
    private static final Window QUARTER =
            new Window(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"));
    private static final SortedMap<String, String> EXPECTED = new TreeMap<>();

    private static void is(String metric, String number) {
        EXPECTED.put(metric, new BigDecimal(number).stripTrailingZeros().toPlainString());
    }

    private static void is(String metric, Duration duration) {
        is(metric, Amount.of(duration).number().toPlainString());
    }

    private static Duration hours(long hours, long minutes) {
        return Duration.ofHours(hours).plusMinutes(minutes);
    }

    static {
        dora();
        building();
        changing();
        deploying();
        flowing();
        feedback();
        running();
    }

    private static void dora() {
        // to the end of d1, 5 April 13:40: c1 47:40, c2 31:40; of d2, 10 May 15:00: c3 91:00, c4 57:00;
        // of d3, 11 May 15:20: c5 5:20. Sorted: 5:20 31:40 [47:40] 57:00 91:00. c6 is not deployed
        is("dora.change-lead-time", hours(47, 40));
        // d1, d2, d3; s1 is not in production, d4 failed: 3 / 91
        is("dora.deployment-frequency", "0.032967033");
        // of d1, d2, d3 customers noticed an incident of d2
        is("dora.change-failure-rate", "0.333333333");
        // d2 ended on 10 May 15:00; the hotfix d3 ended on 11 May 15:20
        is("dora.failed-deployment-recovery-time", hours(24, 20));
        // INC-1 from 7:00 to 15:20 is 500 minutes, INC-2 from 9:00 to 10:40 is 100: the mean is 300
        is("dora.time-to-restore", hours(5, 0));
        // the hotfix d3, of d1, d2, d3
        is("dora.deployment-rework-rate", "0.333333333");
    }

    private static void building() {
        // minutes of those that passed or failed: 4 [6 6] 8
        is("delivery.build-duration", Duration.ofMinutes(6));
        is("delivery.build-queue-time", Duration.ofMinutes(2));
        // b-2 failed, b-5 was cancelled and does not count: 3 / 4
        is("delivery.build-success-rate", "0.75");
        // c1 was never built by itself: 5 / 6
        is("delivery.build-coverage", "0.833333333");
        // red from the end of b-2, 7 May 8:04, to the end of b-3, 8 May 8:08
        is("delivery.broken-build-repair", hours(24, 4));
        // 86,640 s red of the 7,574,040 s since the first verdict, 4 April 8:06
        is("delivery.green-main-line", "0.988560927");
        // passed 98+20+97+18+20+20+1+5 = 279, and the load test, whose tests nobody counted; failed 1+2+1: 280 / 284
        is("delivery.test-pass-rate", "0.985915493");
        // all but the 5 of the tour by hand: 279 / 284
        is("delivery.test-automation", "0.982394366");
        // "login" of "unit", "integration", "login", "tour" and "load"
        is("delivery.flaky-test-rate", "0.2");
        // i-2, of b-2, u-2, i-2 and l-1
        is("delivery.environment-failure-share", "0.25");
        // p95 499 ms < 500, errors 0.09 % < 0.1 %, at 1,000 requests in a second
        is("delivery.load-test-pass-rate", "1");
        // c1, c3 and c4 of six
        is("delivery.tested-changes", "0.5");
        // 70 %, then 75 %
        is("delivery.code-coverage", "0.75");
        // c2, c4, c5 are ready, c3 is not; of c1 and c6 nobody knows
        is("delivery.production-readiness", "0.75");
    }

    private static void changing() {
        // r1 and r2 bring two commits each, r3 one: 1 [2] 2
        is("delivery.release-batch-size", "2");
        // 3 / 13 weeks
        is("delivery.release-frequency", "0.230769231");
        // c5 5 h, c2 31 h, [c1 47 h], c4 56 h, c3 90 h
        is("delivery.release-lead-time", hours(47, 0));
        // c6
        is("delivery.unreleased-changes", "1");
        // b3 1 h, [b1 47 h], b2 47 h
        is("delivery.branch-age", hours(47, 0));
        // b4
        is("delivery.open-branches", "1");
        is("delivery.reverted-release-share", "0");
        // of the two with a day r1 left on it, r2 two days later
        is("delivery.schedule-predictability", "0.5");
        // three opened, one closed
        is("delivery.debt-growth", "2");
        // r3 of r1, r2, r3
        is("delivery.fix-release-share", "0.333333333");
        // pr1, pr2, pr3, each the only one of its branch: 3 / 91
        is("delivery.integration-frequency", "0.032967033");
        // lines: 5 10 [15 20] 30 40
        is("delivery.commit-size", "17.5");
        // pr3 was approved by its author only
        is("delivery.review-coverage", "0.666666667");
        // 12 h and 6 h
        is("delivery.review-turnaround", hours(9, 0));
        // 4 h and 2 h
        is("delivery.approval-wait", hours(3, 0));
        // 6 h of the mean lead times of r1, (47:40 + 31:40) / 2 = 39:40, and r2, (91 + 57) / 2 = 74 h: 360 / 6,820 min
        is("delivery.approval-wait-share", "0.052785924");
        // 27 moves, of which the 14 from PLAN (4), CODE (4), RELEASE (3), MONITOR (3) are by hand; 23 runs, of which
        // the
        // tour is: 35 / 50
        is("delivery.automation-share", "0.7");
    }

    private static void deploying() {
        // 10 [20] 30 minutes
        is("delivery.deployment-duration", Duration.ofMinutes(20));
        // d4 failed
        is("delivery.deployment-success-rate", "0.75");
        is("delivery.rollback-rate", "0");
        // 50 of 200 users
        is("delivery.feature-adoption", "0.25");
        // 5 %, 25 %, then 0 %
        is("delivery.blast-radius", "0.25");
    }

    private static void flowing() {
        // of 27 handoffs the first from CODE to BUILD of TILL-2 comes back
        is("flow.complete-and-accurate", "0.962962963");
        // 3 of 4 from CODE, all others clean: 0.75 x 1 x …
        is("flow.rolled-complete-and-accurate", "0.75");
        // 56 [174] 224 hours
        is("flow.cycle-time", hours(174, 0));
        // 0.85 x (3 - 1) = 1.7: 174 + 0.7 x (224 - 174)
        is("flow.service-level-expectation", hours(209, 0));
        // TILL-3 7:20, [TILL-1 101:40], TILL-2 151:00
        is("flow.idea-to-production", hours(101, 40));
        // minutes in which something ran: 6+180+20, 4+120+8+180+30, 6+60+10: 624 of 454 h = 27,240 min
        is("flow.efficiency", "0.022907489");
        // 3 cycles / 91 days
        is("flow.throughput", "0.032967033");
        // TILL-4 in CODE, where nothing runs, since 22 June 8:00
        is("flow.work-in-progress", "1");
        is("flow.queue-length", "1");
        is("flow.work-item-age", hours(208, 0));
        // CODE, BUILD and TEST once more, of 8 + 11 + 8 + 1 visits: 3 / 28
        is("flow.rework-rate", "0.107142857");
        // u-2 in BUILD, the return and l-1 in TEST; INC-1 and INC-2 in OPERATE: 3 / 5
        is("flow.shift-left-index", "0.6");
        is("flow.conformance", "1");
        // one action of two is closed
        is("flow.improvement-follow-through", "0.5");
        // hours: 1 [24 24] 48
        is("flow.dwell-time.plan", hours(24, 0));
        // 2 [20 24] 48
        is("flow.dwell-time.code", hours(22, 0));
        is("flow.dwell-time.build", hours(1, 0));
        // 2 [3 4] 5
        is("flow.dwell-time.test", hours(3, 30));
        // 1 [24] 48
        is("flow.dwell-time.release", hours(24, 0));
        // 1 [1] 2
        is("flow.dwell-time.deploy", hours(1, 0));
        // 24 [48] 48
        is("flow.dwell-time.operate", hours(48, 0));
        is("flow.dwell-time.monitor", hours(24, 0));
    }

    private static void feedback() {
        // from c2 to the end of u-1 2:05; from c3 to the end of u-2 12:03
        is("flow.feedback-latency.unit", Duration.ofMinutes(424));
        // i-4 3:00, i-1 6:00, i-3 6:00, [l-1 6:11, l-2 6:21], m-1 7:30, p-1 8:20, i-2 15:00
        is("flow.feedback-latency.integration", hours(6, 16));
        // d4 5, [d3 10, d1 20], d2 30 minutes
        is("flow.feedback-latency.deployment", Duration.ofMinutes(15));
        // f-2 1, [INC-2 3], INC-1 5 minutes
        is("flow.feedback-latency.production", Duration.ofMinutes(3));
        is("flow.feedback-latency.customer", Duration.ofDays(5));
    }

    private static void running() {
        // down for 500 + 100 of 131,040 minutes
        is("reliability.availability", "0.995421245");
        // 5 and 3 minutes
        is("reliability.time-to-detect", Duration.ofMinutes(4));
        // 1 and 2 minutes
        is("reliability.time-to-page", Duration.ofSeconds(90));
        // 4 and 6 minutes
        is("reliability.time-to-acknowledge", Duration.ofMinutes(5));
        // two pages, two incidents, one scaling by hand: 5 / 91
        is("reliability.operational-load", "0.054945055");
        // one page of two
        is("reliability.developers-on-call", "0.5");
        // 1,000,000 requests in 7,862,400 s, of which 400 fail; the budget is 1,000
        is("reliability.request-rate", "0.127187627");
        is("reliability.error-rate", "0.0004");
        is("reliability.error-budget-left", "0.6");
        // the 19th of 20, 40, … 400 ms
        is("reliability.latency", Duration.ofMillis(380));
        // three of four within 500 ms
        is("reliability.transactions-in-time", "0.75");
        // cpu 45 %, disk 91 %
        is("reliability.utilization", "0.68");
        is("reliability.capacity-headroom", "0.09");
        is("reliability.saturation", "3");
        is("reliability.resource-errors", "1");
        // since 30 April
        is("reliability.telemetry-retention", Duration.ofDays(62));
    }

    /** The metrics for which nothing happened in this quarter, and what they say. */
    private static final Map<String, String> UNDEFINED =
            Map.of("flow.insight-follow-through", "no closed insights are known");

    private static Scorecard scorecard() {
        return Analysis.builder(QUARTER.to(), ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(WorkedQuarterTest.class.getClassLoader()))
                .window(QUARTER)
                .build()
                .run(Facts.of(WorkedQuarter.events()));
    }

    @Test
    void every_metric_has_the_value_that_was_worked_by_hand() {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> undefined = new LinkedHashMap<>();
        for (Cell cell : scorecard().cells()) {
            if (cell.result() instanceof MetricResult.Value value) {
                values.put(cell.metric().id(), value.headline().number().toPlainString());
            } else {
                undefined.put(cell.metric().id(), ((MetricResult.Undefined) cell.result()).reason());
            }
        }
        assertThat(values).containsExactlyInAnyOrderEntriesOf(EXPECTED);
        assertThat(undefined).containsExactlyInAnyOrderEntriesOf(UNDEFINED);
    }

    /** Run with {@code -Dsample.write=true} to write the file again after a change of the events. */
    @Test
    void the_committed_file_is_what_the_generator_makes() throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        EventWriter.write(WorkedQuarter.events(), made);
        if (Boolean.getBoolean("sample.write")) {
            Files.write(FILE, made.toByteArray());
        }
        assertThat(FILE).hasBinaryContent(made.toByteArray());
    }

    @Test
    void the_command_prints_the_same_values() throws IOException {
        Tool tool = Tool.run(
                Path.of(""),
                "report",
                "--events",
                FILE.toString(),
                "--from",
                "2026-04-01",
                "--to",
                "2026-07-01",
                "--as-of",
                "2026-07-01T00:00:00Z",
                "--format",
                "json");
        Map<String, String> printed = new LinkedHashMap<>();
        for (JsonNode metric : new ObjectMapper().readTree(tool.out()).get("metrics")) {
            JsonNode result = metric.get("results").get(0);
            if (result.get("status").asText().equals("value")) {
                printed.put(
                        metric.get("id").asText(),
                        result.get("value").decimalValue().stripTrailingZeros().toPlainString());
            }
        }
        assertThat(printed).containsExactlyInAnyOrderEntriesOf(EXPECTED);
    }
}
