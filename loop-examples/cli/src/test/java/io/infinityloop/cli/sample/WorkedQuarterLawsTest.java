package io.infinityloop.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Explanation;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Partial;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds of every metric, tried on the worked quarter, in which each has something to count: by week, in a zone
 * whose clocks change in it, and by service.
 */
class WorkedQuarterLawsTest {
    private static final ZoneId ZONE = ZoneId.of("Australia/Lord_Howe");
    private static final Window QUARTER =
            new Window(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"));
    private static final List<LoopEvent> EVENTS = WorkedQuarter.events();

    private static Analysis analysis(Instant asOf, Memory memory) {
        return Analysis.builder(asOf, ZONE)
                .metrics(MetricRegistry.discover(WorkedQuarterLawsTest.class.getClassLoader()))
                .window(QUARTER)
                .windows(Window.weeks(QUARTER, ZONE))
                .segmentBy(Segmenter.by(Labels.SERVICE))
                .memory(memory)
                .build();
    }

    /** Every so many of some, from the first so many on. */
    private static <T> List<T> part(List<T> all, int first, int step) {
        return IntStream.iterate(first, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void shuffled_doubled_in_parts_and_side_by_side_every_metric_has_the_same_bits(Memory memory) {
        Analysis analysis = analysis(QUARTER.to(), memory);
        Scorecard expected = analysis.run(Facts.of(EVENTS));
        Random random = new Random(2026);
        List<LoopEvent> mixed = new ArrayList<>(EVENTS);
        mixed.addAll(part(EVENTS, 0, 3));
        Collections.shuffle(mixed, random);
        Facts facts = Facts.of(part(mixed, 0, 2)).union(Facts.of(part(mixed, 1, 2)));
        List<Subject> subjects =
                new ArrayList<>(Linker.derive(facts, QUARTER.to()).subjects());
        Collections.shuffle(subjects, random);
        assertThat(analysis.run(subjects)).isEqualTo(expected);

        List<Partial> parts = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> analysis.fold(part(subjects, i, 4)))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(parts, random);
        Partial merged = analysis.fold(List.of());
        parts.forEach(merged::merge);
        assertThat(merged.scorecard()).isEqualTo(expected);

        Partial oneByOne = analysis.fold(List.of());
        subjects.forEach(subject -> oneByOne.add(List.of(subject)));
        assertThat(oneByOne.scorecard()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-05T13:00:00Z", "2026-05-07T12:00:00Z", "2026-05-11T12:00:00Z"})
    void what_is_told_later_changes_no_metric_as_of_before(String instant) {
        Instant asOf = Instant.parse(instant);
        List<LoopEvent> known =
                EVENTS.stream().filter(event -> !event.at().isAfter(asOf)).toList();
        assertThat(known).hasSizeBetween(10, EVENTS.size() - 10);
        Analysis analysis = analysis(asOf, Memory.EXACT);
        assertThat(analysis.run(Facts.of(EVENTS))).isEqualTo(analysis.run(Facts.of(known)));
    }

    @Test
    void every_value_is_explained_by_events_of_the_log_and_by_no_others() {
        Analysis analysis = analysis(QUARTER.to(), Memory.EXACT);
        Derived derived = Linker.derive(Facts.of(EVENTS), QUARTER.to());
        Set<EventKey> known = EVENTS.stream().map(LoopEvent::key).collect(Collectors.toSet());
        for (Cell cell : analysis.run(derived).cells()) {
            Explanation explanation =
                    analysis.explain(derived.subjects(), cell.metric().id(), cell.segment(), cell.window());
            assertThat(explanation.cell()).isEqualTo(cell);
            assertThat(known).containsAll(explanation.events());
            if (cell.result() instanceof MetricResult.Value value && value.n() > 0) {
                assertThat(explanation.events()).as(cell.metric().id()).isNotEmpty();
                assertThat(explanation.excluded().values().stream()
                                .mapToInt(List::size)
                                .sum())
                        .as(cell.metric().id())
                        .isEqualTo(value.excluded().values().stream()
                                .mapToInt(Long::intValue)
                                .sum());
            }
        }
    }
}
