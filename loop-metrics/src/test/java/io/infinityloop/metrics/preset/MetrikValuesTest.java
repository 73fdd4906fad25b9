package io.infinityloop.metrics.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 28 values that Metrik's own tests expect, reached from events through the preset. */
class MetrikValuesTest {
    private static final Instant AS_OF = Instant.parse("2022-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0} of {1} from {2} to {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            METRIC    | RUNS         | FROM          | TO            | STAGES        | EXPECTED
            FAILURES  | CFR-case-1   | 1609459200000 | 1611994800000 | 1=prod        | 33.333333333333336
            FAILURES  | CFR-case-2   | 1609459200000 | 1611994800000 | 1=prod 2=uat  | 20.0
            FAILURES  | CFR-case-1   | 1611974800000 | 1611974800000 | 1=prod        | NaN
            FAILURES  | none         | 1611974800000 | 1611974800000 | 1=prod        | NaN
            FAILURES  | none         | 1611974800000 | 1611974800000 | -             | NaN
            COUNT     | DF-case-1    | 1610236800000 | 1611100800000 | 1=prod 2=prod | 2
            COUNT     | DF-case-3    | 1609286400000 | 1612137600000 | 1=prod 2=prod | 2
            RESTORE   | MTTR-case-1  | 1609459200000 | 1609689600000 | 1=prod 2=uat  | 144000005.0
            RESTORE   | MTTR-case-2  | 1609459200000 | 1609689600000 | 1=prod 2=prod | 187201525.0
            RESTORE   | MTTR-case-3  | 1609459200000 | 1609689600000 | 1=prod 2=prod | NaN
            RESTORE   | MTTR-case-4  | 1609459200000 | 1609689600000 | 1=prod 2=prod | NaN
            RESTORE   | MTTR-case-5  | 1609459200000 | 1609689600000 | 1=prod 2=prod | NaN
            RESTORE   | MTTR-case-6  | 1609459200000 | 1609689600000 | 1=prod 2=prod | 144000005.0
            RESTORE   | MTTR-case-7  | 1609459200000 | 1609689600000 | 1=prod 2=prod | NaN
            RESTORE   | none         | 1609459200000 | 1609689600000 | 1=prod 2=prod | NaN
            LEAD_TIME | MLT-case-1   | 32847923847   | 328479237899  | 1=prod 2=prod | NaN
            LEAD_TIME | MLT-case-2   | 0             | 20            | 1=prod 2=prod | 5.0
            LEAD_TIME | MLT-case-3   | 8             | 20            | 1=prod 2=prod | 5.0
            LEAD_TIME | MLT-case-4   | 1             | 8             | 1=prod 2=prod | 5.0
            LEAD_TIME | MLT-case-5   | 10            | 14            | 1=prod 2=prod | 6.5
            LEAD_TIME | MLT-case-5-1 | 11            | 13            | 1=prod 2=prod | NaN
            LEAD_TIME | MLT-case-5-2 | 8             | 8             | 1=prod 2=prod | 0.0
            LEAD_TIME | MLT-case-5-3 | 16            | 18            | 1=prod 2=prod | 6.5
            LEAD_TIME | MLT-case-6   | 13            | 26            | 1=prod 2=prod | 7.5
            LEAD_TIME | MLT-case-7   | 13            | 26            | 1=prod        | 10.0
            LEAD_TIME | MLT-case-8   | 13            | 26            | 1=prod        | 10.0
            LEAD_TIME | MLT-case-9   | 13            | 17            | 1=prod 2=prod | 3.1
            LEAD_TIME | MLT-case-10  | 13            | 49            | 1=prod 2=prod | 9.818181818181818
            """)
    void is_what_metrik_says(Value value, String runs, long from, long to, String stages, String expected)
            throws IOException {
        // Metrik's windows include their last millisecond
        Window window = new Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to + 1));
        MetricResult result = value.measure(events(runs, stages), window);
        if (expected.equals("NaN")) {
            assertThat(result).isInstanceOf(MetricResult.Undefined.class);
        } else {
            assertThat(value.read((MetricResult.Value) result))
                    .isCloseTo(new BigDecimal(expected), within(new BigDecimal("0.000001")));
        }
    }

    /** The four numbers, and how Metrik writes them. */
    enum Value {
        /** In percent. */
        FAILURES("dora.change-failure-rate") {
            @Override
            BigDecimal read(MetricResult.Value value) {
                return value.headline().number().movePointRight(2);
            }
        },
        COUNT("dora.deployment-frequency") {
            @Override
            BigDecimal read(MetricResult.Value value) {
                return Objects.requireNonNull(value.parts().get("count")).number();
            }
        },
        /** In milliseconds. */
        RESTORE("dora.time-to-restore") {
            @Override
            BigDecimal read(MetricResult.Value value) {
                return value.headline().number().movePointRight(3);
            }
        },
        /** In milliseconds. */
        LEAD_TIME("dora.change-lead-time") {
            @Override
            BigDecimal read(MetricResult.Value value) {
                return value.headline().number().movePointRight(3);
            }
        };

        private final String metric;

        Value(String metric) {
            this.metric = metric;
        }

        abstract BigDecimal read(MetricResult.Value value);

        MetricResult measure(List<LoopEvent> events, Window window) {
            MetricCalculator<?, ?> calculator =
                    Preset.named("metrik").find(metric).orElseThrow();
            Derived derived = Linker.derive(Facts.of(events), AS_OF, Preset.producers());
            return Analysis.builder(AS_OF, ZoneOffset.UTC)
                    .metric(calculator)
                    .window(window)
                    .build()
                    .run(derived)
                    .find(metric + "@metrik", window)
                    .orElseThrow()
                    .result();
        }
    }

    /** The runs of one of the tables, with the stage of each pipeline that brings a version into production. */
    private static List<LoopEvent> events(String runs, String stages) throws IOException {
        List<LoopEvent> events = new ArrayList<>();
        boolean mine = false;
        try (InputStream in = MetrikValuesTest.class.getResourceAsStream("metrik-runs.txt")) {
            String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : table.lines().toList()) {
                if (line.startsWith("[")) {
                    mine = line.equals("[" + runs + "]");
                } else if (mine && !line.isBlank()) {
                    events.addAll(run(line, stages));
                }
            }
        }
        return events;
    }

    private static List<LoopEvent> run(String line, String stages) {
        String[] sides = line.split("\\|", -1);
        String[] words = sides[0].trim().split(" ", -1);
        String id = words[0] + "." + words[1];
        List<Artifact> artifacts = new ArrayList<>();
        Arrays.stream(sides[1].trim().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .forEach(commit -> artifacts.add(Commit.of("c" + id + "." + artifacts.size(), at(commit), "")));
        List<ArtifactRef> commits = artifacts.stream().map(Artifact::ref).toList();
        Build build =
                new Build(ArtifactMetadata.of(id, at(words[2])).derivedFrom(commits), words[0], Outcome.PASSED, null);
        artifacts.add(build);
        if (List.of(stages.split(" ", -1)).contains(words[0] + "=" + words[3])) {
            artifacts.add(Deployment.observed(
                    ArtifactMetadata.of("d" + id, at(words[5])).derivedFrom(List.of(build.ref())),
                    Environment.PRODUCTION,
                    switch (words[4]) {
                        case "SUCCESS" -> DeploymentStatus.SUCCEEDED;
                        case "FAILED" -> DeploymentStatus.FAILED;
                        default -> DeploymentStatus.CANCELLED;
                    },
                    at(words[5]).plusMillis(Long.parseLong(words[6]))));
        }
        return Stream.of(artifacts)
                .flatMap(List::stream)
                .<LoopEvent>map(artifact -> Recorded.of(artifact.ref().toString(), "metrik", artifact))
                .toList();
    }

    private static Instant at(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
