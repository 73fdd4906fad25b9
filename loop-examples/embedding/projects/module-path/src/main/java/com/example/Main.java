package com.example;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.report.JsonReport;
import io.infinityloop.metrics.report.Report;
import io.infinityloop.metrics.report.TextReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes every metric that it finds, its own among them, and fails if one is missing. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Instant monday = Instant.parse("2026-01-05T09:00:00Z");
        Commit commit = Commit.of("4f2a91c", monday, "Pay by card");
        Release release = Release.of("1.0.0", monday.plusSeconds(3_600), "1.0.0", List.of(commit.ref()));
        Facts facts = Facts.of(List.of(Recorded.of("1", "example", commit), Recorded.of("2", "example", release)));

        MetricRegistry registry = MetricRegistry.discover(Main.class.getClassLoader());
        Window week = new Window(monday, monday.plusSeconds(7 * 86_400));
        Scorecard scorecard = Analysis.builder(week.to(), ZoneOffset.UTC)
                .metrics(registry)
                .window(week)
                .build()
                .run(facts);
        Report report = new Report("example", week, "", Map.of("events", 2L), scorecard, new TreeMap<>(), List.of());

        require(TextReport.render(report).contains("Small releases"), "the own metric is in the report");
        require(JsonReport.render(report).contains("\"example.small-releases\""), "it is in the JSON as well");
        require(registry.find("dora.change-lead-time").isPresent(), "the library's metrics are there");
        require(Labels.class.getModule().isNamed(), "the library is on the module path");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }
}
