package io.infinityloop.metrics.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.source.Reading;
import io.infinityloop.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a story comes to does not depend on the format that it is told in. */
class StoryTest {
    private static final Window WEEK =
            new Window(Instant.parse("2026-07-06T00:00:00Z"), Instant.parse("2026-07-13T00:00:00Z"));

    private static final Map<String, String> WORKED = new LinkedHashMap<>();

    static {
        // 12:10 - 08:00 = 15000 s; 13:10 - 07:10 = 21600 s; 15:10 - 14:00 = 4200 s; 12:10 - 09:00 = 11400 s
        WORKED.put("dora.change-lead-time", "13200s n=4");
        // d1, d2, d3 and d5 in seven days; d4 never ran
        WORKED.put("dora.deployment-frequency", "0.571428571/day n=4");
        // d2 of these four
        WORKED.put("dora.change-failure-rate", "0.25 n=4");
        // from the end of d2 at 13:10 to that of d3, and of the incident, at 15:10
        WORKED.put("dora.failed-deployment-recovery-time", "7200s n=1");
        // d3 of these four
        WORKED.put("dora.deployment-rework-rate", "0.25 n=4");
        // from 13:30 to 15:10
        WORKED.put("dora.time-to-restore", "6000s n=1");
    }

    static List<Named<Story>> stories() {
        return List.of(
                Named.of("GitLab", new GitLabStory()),
                Named.of("JSON", new PlainJsonStory()),
                Named.of("CSV", new PlainCsvStory()));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void each_format_gives_the_values_that_were_worked_by_hand(Story story) throws IOException {
        Map<String, String> expected = new LinkedHashMap<>(WORKED);
        expected.putAll(story.untold());

        assertThat(values(story.records())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void what_comes_late_and_twice_changes_nothing(Story story) throws IOException {
        List<String> records = new ArrayList<>(story.records());
        List<String> header = story instanceof PlainCsvStory ? List.of(records.remove(0)) : List.of();
        List<String> twice = new ArrayList<>(records);
        Collections.reverse(twice);
        twice.addAll(records);
        twice.addAll(0, header);

        assertThat(values(twice)).isEqualTo(values(story.records()));
    }

    private static Map<String, String> values(List<String> records) throws IOException {
        List<LoopEvent> events = new ArrayList<>();
        byte[] bytes = String.join("\n", records).getBytes(UTF_8);
        Reading reading = SourceReader.builder().build().read(new ByteArrayInputStream(bytes), events::add);
        assertThat(reading.unknown()).isEmpty();
        assertThat(reading.rejections()).allMatch(leftover -> leftover.problem().contains("expected that first"));

        Scorecard scorecard = Analysis.builder(Instant.parse("2026-07-20T00:00:00Z"), ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(StoryTest.class.getClassLoader()))
                .window(WEEK)
                .build()
                .run(Facts.of(events));
        Map<String, String> values = new LinkedHashMap<>();
        for (String id : WORKED.keySet()) {
            values.put(id, text(scorecard.find(id, WEEK).orElseThrow().result()));
        }
        return values;
    }

    private static String text(MetricResult result) {
        return result instanceof MetricResult.Value value
                ? value.headline() + " n=" + value.n()
                : ((MetricResult.Undefined) result).reason();
    }
}
