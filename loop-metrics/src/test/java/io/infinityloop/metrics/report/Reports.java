package io.infinityloop.metrics.report;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports made by hand, with everything that a report may hold. */
final class Reports {
    static final Window WHOLE = new Window(Log.at(0), Log.at(4 * 168));
    private static final List<Window> WEEKS = Window.weeks(WHOLE, ZoneOffset.UTC);

    private Reports() {}

    static MetricDefinition metric(String id, String name, String needs, Unit unit) {
        return new MetricDefinition(
                id, name, name + ", explained.", needs, unit, MetricDefinition.Direction.LOWER_IS_BETTER, "test");
    }

    private static Amount hours(double hours) {
        return Amount.of(Duration.ofSeconds(Math.round(hours * 3600)));
    }

    static MetricResult samples(MetricDefinition metric, long n, double median, double mean, double p90, double max) {
        return MetricResult.Value.of(
                metric,
                hours(median),
                Map.of(
                        "median",
                        hours(median),
                        "mean",
                        hours(mean),
                        "min",
                        hours(0),
                        "p90",
                        hours(p90),
                        "max",
                        hours(max)),
                n);
    }

    private static MetricResult rate(MetricDefinition metric, String number, long count, double interval) {
        return MetricResult.Value.of(
                metric,
                new Amount(new BigDecimal(number), metric.unit()),
                count > 1
                        ? Map.of("count", Amount.count(count), "median interval", hours(interval))
                        : Map.of("count", Amount.count(count)),
                count);
    }

    static Report full() {
        MetricDefinition lead = metric("dora.change-lead-time", "Change lead time", "changes", Unit.SECONDS)
                .with(MetricProfile.PLAIN.target(Target.of(Comparator.BELOW, hours(24), "the lesson")));
        MetricDefinition often =
                metric("dora.deployment-frequency", "Deployment frequency", "deployments", Unit.PER_DAY);
        MetricDefinition release = metric("delivery.release-frequency", "Release frequency", "releases", Unit.PER_WEEK);
        MetricDefinition waiting = metric("delivery.unreleased-changes", "Unreleased changes", "commits", Unit.COUNT);
        MetricDefinition plan = metric("flow.dwell-time.plan", "Time in Plan", "visits", Unit.SECONDS);
        MetricDefinition code = metric("flow.dwell-time.code", "Time in Code", "visits", Unit.SECONDS);
        MetricDefinition part = metric("acme.big-releases", "Big releases", "releases", Unit.RATIO);
        MetricDefinition broken = metric("acme.broken", "Broken", "releases", Unit.COUNT);
        SortedMap<String, Long> left = new TreeMap<>(Map.of("merge commit", 12L, "not deployed yet", 1L));
        List<Cell> cells = new ArrayList<>();
        cells.add(cell(
                lead,
                Segment.ALL,
                WHOLE,
                samples(lead, 31, 26.25, 44.1, 96, 260).withExcluded(left)));
        cells.add(cell(lead, Segment.ALL, WEEKS.get(0), samples(lead, 1, 10, 10, 10, 10)));
        cells.add(cell(lead, Segment.ALL, WEEKS.get(1), MetricResult.Undefined.inWindow(lead)));
        cells.add(cell(lead, Segment.ALL, WEEKS.get(2), samples(lead, 9, 40, 40, 40, 40)));
        cells.add(cell(lead, Segment.ALL, WEEKS.get(3), samples(lead, 21, 20, 40, 40, 40)));
        cells.add(cell(lead, segment("service", "shop"), WHOLE, samples(lead, 1, 3.5, 3.5, 3.5, 3.5)));
        cells.add(cell(lead, segment("service", "(unknown)"), WHOLE, samples(lead, 30, 27, 45, 96, 260)));
        cells.add(cell(often, Segment.ALL, WHOLE, rate(often, "0.321428571", 9, 71)));
        cells.add(cell(release, Segment.ALL, WHOLE, rate(release, "0.25", 1, 0)));
        cells.add(cell(
                waiting,
                Segment.ALL,
                WHOLE,
                MetricResult.Value.of(
                        waiting, Amount.count(7), Map.of("median age", hours(50), "oldest", hours(24 * 900)), 7)));
        cells.add(cell(plan, Segment.ALL, WHOLE, samples(plan, 12, 8, 9, 20, 31)));
        cells.add(cell(code, Segment.ALL, WHOLE, samples(code, 12, 30, 33, 70, 71)));
        cells.add(cell(
                part,
                Segment.ALL,
                WHOLE,
                MetricResult.Value.of(
                        part,
                        new Amount(new BigDecimal("0.333333333"), Unit.RATIO),
                        Map.of("all", Amount.count(9), "with", Amount.count(3)),
                        9)));
        cells.add(cell(
                broken,
                Segment.ALL,
                WHOLE,
                new MetricResult.Failed("acme.broken", "java.lang.ArithmeticException: / by zero")));
        SortedMap<String, List<String>> unjoined = new TreeMap<>();
        unjoined.put("commit not recorded", List.of("release:v1 names commit:4f2a91c", "release:v2 names commit:0b7"));
        unjoined.put("release not recorded", List.of("deployment:d9 names release:v0"));
        Map<String, Long> inputs = new LinkedHashMap<>();
        inputs.put("events", 412L);
        inputs.put("loops", 1L);
        return new Report(
                "The shop's first month",
                WHOLE,
                "week",
                inputs,
                scorecard(cells),
                unjoined,
                List.of("The clone is shallow: what was committed before 2026-01-05 is not in it, so lead times of the"
                        + " first release are too short."));
    }

    /** The same text wherever a text of others may stand. */
    static Report hostile(String text) {
        String visible = text.isBlank() ? "x" : text;
        MetricDefinition metric = metric("acme.metric", visible, visible, Unit.COUNT);
        MetricResult value = new MetricResult.Value(
                "acme.metric",
                new Amount(new BigDecimal("123456789.125"), Unit.COUNT),
                new TreeMap<>(Map.of(text, Amount.count(Long.MAX_VALUE))),
                Long.MAX_VALUE,
                new TreeMap<>(Map.of(text, 3L)));
        List<Cell> cells = List.of(
                cell(metric, Segment.ALL, WHOLE, value),
                cell(metric, Segment.ALL, WEEKS.get(0), value),
                cell(
                        metric,
                        segment(visible, visible),
                        WHOLE,
                        new MetricResult.Undefined("acme.metric", text, new TreeMap<>())),
                cell(metric, segment(visible, "failed"), WHOLE, new MetricResult.Failed("acme.metric", text)));
        return new Report(
                text,
                WHOLE,
                text,
                Map.of(text, 1L),
                scorecard(cells),
                new TreeMap<>(Map.of(text, List.of(text, text), text + "!", List.of())),
                List.of(text));
    }

    private static Segment segment(String key, String value) {
        return new Segment(new TreeMap<>(Map.of(key, value)));
    }

    private static Cell cell(MetricDefinition metric, Segment segment, Window window, MetricResult result) {
        return new Cell(metric, segment, window, result, metric.profile().target());
    }

    private static Scorecard scorecard(List<Cell> cells) {
        List<Window> windows = new ArrayList<>(List.of(WHOLE));
        windows.addAll(WEEKS);
        return new Scorecard(WHOLE.to(), ZoneOffset.UTC, windows, cells);
    }
}
