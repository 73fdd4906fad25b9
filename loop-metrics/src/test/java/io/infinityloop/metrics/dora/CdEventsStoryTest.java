package io.infinityloop.metrics.dora;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Environment;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.source.Environments;
import io.infinityloop.source.Reading;
import io.infinityloop.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A week of CDEvents from three tools that know nothing of each other. The changes are proposed long before they are
 * merged, go to staging and then to production 2, 1, 6 and 3 hours after the merge; the third breaks production, is
 * taken back, and the incident ends later than that.
 */
class CdEventsStoryTest {
    /** Day of January 2026 and time, tool, type, subject, and what it is about. */
    private static final String STORY = """
            02T09:00 /git change.created     12
            05T10:00 /git change.merged      12
            05T10:10 /ci  artifact.packaged  pkg:oci/shop@1 12
            05T10:12 /ci  artifact.published pkg:oci/shop@1
            05T10:30 /cd  service.deployed   shop pkg:oci/shop@1 staging
            05T12:00 /cd  service.deployed   shop pkg:oci/shop@1 live
            04T11:00 /git change.created     13
            05T13:00 /git change.merged      13
            05T13:10 /ci  artifact.packaged  pkg:oci/shop@2 13
            05T14:00 /cd  service.upgraded   shop pkg:oci/shop@2 live
            05T11:00 /git change.created     14
            06T09:00 /git change.merged      14
            06T09:10 /ci  artifact.packaged  pkg:oci/shop@3 14
            06T09:30 /cd  service.upgraded   shop pkg:oci/shop@3 staging
            06T15:00 /cd  service.upgraded   shop pkg:oci/shop@3 live
            06T15:30 /mon incident.detected  9 pkg:oci/shop@3 live
            06T16:10 /cd  service.rolledback shop pkg:oci/shop@2 live
            06T16:30 /mon incident.resolved  9 pkg:oci/shop@2 live
            06T17:00 /git change.created     15
            07T10:00 /git change.merged      15
            07T10:10 /ci  artifact.packaged  pkg:oci/shop@4 15
            07T13:00 /cd  service.upgraded   shop pkg:oci/shop@4 live
            """;

    private static String event(String line) {
        String[] words = line.trim().split(" +", -1);
        String content = "";
        if (words[2].equals("artifact.packaged")) {
            content = "\"change\":{\"id\":\"%s\",\"source\":\"/git\"}".formatted(words[4]);
        } else if (words.length > 5) {
            content = "\"artifactId\":\"%s\",\"environment\":{\"id\":\"%s\"},\"service\":{\"id\":\"shop\"}"
                    .formatted(words[4], words[5]);
        }
        return """
                {"context":{"specversion":"0.5.1","id":"%s","source":"%s","type":"dev.cdevents.%s.0.3.0",\
                "timestamp":"2026-01-%s:00Z"},"subject":{"id":"%s","content":{%s}}}
                """.formatted(words[0], words[1], words[2], words[0], words[3], content);
    }

    private static List<LoopEvent> read(List<String> lines) throws IOException {
        List<LoopEvent> events = new ArrayList<>();
        SourceReader reader = SourceReader.builder()
                .environments(Environments.byName()
                        .with("live", Environment.PRODUCTION)
                        .with("staging", Environment.STAGING))
                .build();
        byte[] bytes = String.join("", lines).getBytes(StandardCharsets.UTF_8);
        Reading reading = reader.read(new ByteArrayInputStream(bytes), events::add);
        assertThat(reading.passedOver()).isZero();
        return events;
    }

    private static Derived derived(List<String> lines) throws IOException {
        return Linker.derive(Facts.of(read(lines)), Measured.WEEK.to());
    }

    private static String value(MetricCalculator<?, ?> metric, Derived derived) {
        return Measured.value(metric, derived.subjects()).headline().toString();
    }

    @Test
    void the_five_values_come_from_cd_events_alone() throws IOException {
        List<String> lines =
                new ArrayList<>(STORY.lines().map(CdEventsStoryTest::event).toList());
        Random random = new Random(7);

        for (int round = 0; round < 4; round++) {
            Derived derived = derived(lines);

            assertThat(derived.unjoined()).isEmpty();
            assertThat(value(ChangeLeadTime.calculator(), derived)).isEqualTo("9000s");
            assertThat(value(DeploymentFrequency.calculator(), derived)).isEqualTo("0.571428571/day");
            assertThat(value(ChangeFailureRate.calculator(), derived)).isEqualTo("0.25");
            assertThat(value(FailedDeploymentRecoveryTime.calculator(), derived))
                    .isEqualTo("4200s");
            assertThat(value(TimeToRestore.calculator(), derived)).isEqualTo("3600s");
            assertThat(value(DeploymentReworkRate.calculator(), derived)).isEqualTo("0.2");
            lines.add(lines.get(round));
            Collections.shuffle(lines, random);
        }
    }
}
