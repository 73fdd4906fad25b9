package com.example.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.json.EventWriter;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricProvider;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.finding.Detection;
import io.infinityloop.metrics.finding.DetectorProvider;
import io.infinityloop.metrics.finding.DetectorRegistry;
import io.infinityloop.metrics.finding.Findings;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.metrics.testing.DerivedMetricLaws;
import io.infinityloop.metrics.testing.DetectorLaws;
import io.infinityloop.metrics.testing.MetricLaws;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostPlugInTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Window WEEK = new Window(START, START.plus(Duration.ofDays(7)));

    /** 120 paid, two deployments, and one growth that nobody explained. */
    private static final List<LoopEvent> LOG = List.of(
            cost("c1", 10, "80.50"),
            cost("c2", 20, "39.50"),
            deployed("d1", 30),
            deployed("d2", 40),
            recorded(ScalingAction.of("s1", at(50), "shop", 2, 5)));

    private static Instant at(long hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static LoopEvent cost(String id, long hours, String amount) {
        return recorded(
                Measurement.of(id, at(hours), "shop", new Reading.Metric("cost", new BigDecimal(amount), "EUR")));
    }

    private static LoopEvent deployed(String id, long hours) {
        return recorded(Deployment.observed(
                ArtifactMetadata.of(id, at(hours)), Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, at(hours)));
    }

    private static LoopEvent recorded(Artifact artifact) {
        return Recorded.of(artifact.ref().toString(), "test", artifact);
    }

    private static Scorecard scorecard() {
        return Analysis.builder(WEEK.to(), ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(CostPlugInTest.class.getClassLoader()))
                .window(WEEK)
                .build()
                .run(Facts.of(LOG));
    }

    @Test
    @Tag("MET-44")
    @Tag("SPI-02")
    void cost_per_deployment_is_shown() {
        assertThat(scorecard().find("example.cost", WEEK).orElseThrow().result())
                .hasToString("120, n=2");
        assertThat(scorecard()
                        .find("example.cost-per-deployment", WEEK)
                        .orElseThrow()
                        .result())
                .hasToString("60, n=2");
    }

    @Test
    void keeps_the_laws_of_the_library() {
        Frame frame = new Frame(WEEK, WEEK.to(), ZoneOffset.UTC);
        MetricLaws.check(
                CostMetrics.cost(),
                frame,
                Stream.of("1", "2.5", "-3", "0", "0.001", "1e9")
                        .map(cost -> new CostSample(
                                at(cost.length()),
                                new BigDecimal(cost),
                                Labels.none(),
                                List.of(new EventKey("test", cost))))
                        .toList());
        DerivedMetricLaws.check(CostMetrics.perDeployment(), frame, scorecard().cells());
        DetectorLaws.check(
                CostDetectors.unexplained(),
                frame,
                Linker.derive(Facts.of(LOG), WEEK.to()).subjects());
    }

    @Test
    void its_detector_finds_what_nobody_explained() {
        Findings findings = Detection.builder(WEEK.to(), ZoneOffset.UTC)
                .detectors(DetectorRegistry.of(List.of(new CostDetectors())))
                .window(WEEK)
                .build()
                .run(Linker.derive(Facts.of(LOG), WEEK.to()));
        assertThat(findings.all()).hasSize(1).first().asString().contains("shop grew from 2 to 5");
    }

    /** Nothing but the class path tells the tool of the plug-in. */
    private static String report(Path directory, String... options) throws IOException, InterruptedException {
        Path log = directory.resolve("log.ndjson");
        try (OutputStream lines = Files.newOutputStream(log)) {
            EventWriter.write(LOG, lines);
        }
        Path out = directory.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.infinityloop.cli.LoopTool",
                "report",
                "--events",
                log.toString()));
        command.addAll(List.of(options));
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(tool.waitFor())
                .as(Files.readString(out, StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    @Test
    @Tag("SPI-03")
    void is_in_the_report_of_the_tool_by_being_on_its_class_path(@TempDir Path directory)
            throws IOException, InterruptedException {
        assertThat(report(directory)).containsPattern("Cost per deployment +60 ");
    }

    /** Metrik's deployment frequency has an id of its own. */
    @Test
    void the_report_says_that_it_lacks_what_a_metric_is_computed_from(@TempDir Path directory)
            throws IOException, InterruptedException {
        assertThat(report(directory, "--definition", "metrik").replaceAll("\\s+", " "))
                .doesNotContain("Cost per deployment")
                .contains("metric 'example.cost-per-deployment' is left out: it is computed from"
                        + " dora.deployment-frequency, which is not in this report");
    }

    @Test
    void is_declared_for_the_module_path_and_the_class_path_in_the_same_words() throws IOException {
        Path classes = Path.of(URI.create(CostMetrics.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        ModuleDescriptor module =
                ModuleFinder.of(classes).find("com.example.cost").orElseThrow().descriptor();
        for (Class<?> service : List.of(MetricProvider.class, DetectorProvider.class)) {
            List<String> services = Files.readAllLines(
                    classes.resolve("META-INF/services/" + service.getName()), StandardCharsets.UTF_8);
            assertThat(module.provides()).anySatisfy(provides -> {
                assertThat(provides.service()).isEqualTo(service.getName());
                assertThat(provides.providers()).isEqualTo(services);
            });
        }
    }
}
