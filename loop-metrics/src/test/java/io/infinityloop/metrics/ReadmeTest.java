package io.infinityloop.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.metrics.finding.DetectorDefinition;
import io.infinityloop.metrics.finding.DetectorRegistry;
import io.infinityloop.metrics.link.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of all metrics is what their definitions say; run with {@code -Dreadme.write=true} to write it again. */
class ReadmeTest {
    private static final Path PAGE = Path.of("README.md");
    private static final Map<String, String> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("dora", "DORA");
        GROUPS.put("delivery", "Delivery");
        GROUPS.put("flow", "Flow");
        GROUPS.put("reliability", "Reliability");
    }

    private static final MetricRegistry METRICS = MetricRegistry.discover(ReadmeTest.class.getClassLoader());
    private static final Frame FRAME = new Frame(new Window(Log.at(0), Log.at(24)), Log.at(24), ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();

    @Test
    @Tag("MET-01")
    void the_page_lists_every_metric_as_its_definition_says() throws IOException {
        String text = page();
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(PAGE, text, UTF_8);
        }
        assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(text);
    }

    private String page() {
        lines.add("# The metrics");
        lines.add("");
        lines.add(
                "Every metric and every detector of the library, as their definitions say: this page is generated from");
        lines.add("them. How to write one of your own is in [CONTRIBUTING](../.github/CONTRIBUTING.md).");
        lines.add("");
        lines.add(
                "Without a single subject a metric is undefined, with a reason: never 0. *Without data* below says what it");
        lines.add(
                "is in a window into which nothing falls, where others are known. Durations are in seconds, ratios 0 to 1.");
        GROUPS.forEach((prefix, name) -> {
            lines.add("");
            lines.add("## " + name);
            METRICS.definitions().stream()
                    .filter(metric -> metric.id().startsWith(prefix + "."))
                    .forEach(this::metric);
        });
        detectors();
        return String.join("\n", lines) + "\n";
    }

    private void metric(MetricDefinition metric) {
        MetricProfile profile = metric.profile();
        lines.add("");
        lines.add("### " + metric.name());
        lines.add("");
        lines.add("`" + metric.id() + "` · " + lower(metric.unit()) + " · " + lower(metric.direction()) + " · "
                + lower(profile.relevance()) + " · " + lower(profile.timing()));
        lines.add("");
        lines.add(metric.purpose());
        lines.add("");
        item("Also called", String.join(", ", profile.aliases()));
        item("Formula", profile.formula());
        item("Without data", withoutData(metric));
        Target target = profile.target();
        item("Target", target == null ? "" : text(target));
        profile.options().forEach((name, meaning) -> item("Option `" + name + "`", meaning));
        item("For", profile.audiences().stream().map(ReadmeTest::lower).collect(Collectors.joining(", ")));
        item("Stage", profile.stage() == null ? "" : profile.stage().name());
        item("CALMR", profile.dimension() == null ? "" : lower(profile.dimension()));
        item("Source", metric.source());
    }

    private static String text(Target target) {
        StringBuilder text = new StringBuilder(target.limit().toString());
        append(text, "ideal", target.ideal());
        append(text, "at least", target.minimum());
        append(text, "must not be", target.breach());
        return text + (target.advisory() ? "; advice only" : "") + " (" + target.source() + ")";
    }

    private static void append(StringBuilder text, String name, Target.@Nullable Level level) {
        if (level != null) {
            text.append("; ").append(name).append(' ').append(level);
        }
    }

    private static String withoutData(MetricDefinition metric) {
        return METRICS.find(metric.id())
                .map(ReadmeTest::ofNothing)
                .orElseGet(() -> "as its inputs are: "
                        + METRICS.findDerived(metric.id()).orElseThrow().inputs().stream()
                                .map(input -> "`" + input + "`")
                                .collect(Collectors.joining(", ")));
    }

    private static <F extends Subject, S> String ofNothing(MetricCalculator<F, S> metric) {
        MetricResult result = metric.result(metric.newState(), FRAME);
        return result instanceof MetricResult.Value value
                ? value.headline().toString()
                : "undefined: " + ((MetricResult.Undefined) result).reason();
    }

    private void detectors() {
        lines.add("");
        lines.add("## Detectors");
        DetectorRegistry registry = DetectorRegistry.discover(ReadmeTest.class.getClassLoader());
        registry.detectors().forEach(detector -> detector(detector.definition()));
        registry.scorecardDetectors().forEach(detector -> detector(detector.definition()));
    }

    private void detector(DetectorDefinition detector) {
        lines.add("");
        lines.add("### " + detector.name());
        lines.add("");
        lines.add("`" + detector.id() + "` · " + lower(detector.severity()) + " · looks at " + detector.needs());
        lines.add("");
        item("Remedy", detector.remedy());
        detector.options().forEach((name, meaning) -> item("Option `" + name + "`", meaning));
        item("Stage", detector.stage() == null ? "" : detector.stage().name());
        item("Anti-patterns", String.join(", ", detector.antiPatterns()));
        item("Source", detector.source());
    }

    private void item(String name, String text) {
        if (!text.isEmpty()) {
            lines.add("- " + name + ": " + text);
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
