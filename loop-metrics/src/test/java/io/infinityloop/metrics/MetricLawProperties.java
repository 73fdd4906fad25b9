package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.metrics.link.Subject;
import io.infinityloop.metrics.testing.MetricLaws;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;

/** What every registered metric must obey, so that numbers do not depend on order or on who added up what. */
@Domain(Subjects.class)
class MetricLawProperties {
    private static final Window WINDOW = new Window(Log.at(50), Log.at(300));
    private static final Frame FRAME = new Frame(WINDOW, Log.at(250), ZoneOffset.UTC);
    private static final List<MetricCalculator<?, ?>> METRICS = Stream.concat(
                    MetricRegistry.discover(Analysis.class.getClassLoader()).all().stream(),
                    Stream.of(Example.metric()))
            .toList();

    @Property(tries = 100)
    void every_metric_keeps_the_laws_of_the_test_kit(@ForAll @Size(max = 40) List<Subject> subjects) {
        for (MetricCalculator<?, ?> metric : METRICS) {
            assertThat(MetricLaws.violations(metric, FRAME, subjects))
                    .as(metric.definition().id())
                    .isEmpty();
        }
    }

    @Property(tries = 300)
    void the_order_of_subjects_changes_no_bit(@ForAll @Size(max = 60) List<Subject> subjects, @ForAll long seed) {
        List<Subject> shuffled = new ArrayList<>(subjects);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(run(shuffled, Segmenter.by("service", "team")))
                .isEqualTo(run(subjects, Segmenter.by("service", "team")));
    }

    /** Subjects in any number of parts, which are merged in any order. */
    @Property(tries = 100)
    void parts_merged_in_any_order_are_the_whole(
            @ForAll @Size(max = 60) List<Subject> subjects, @ForAll Memory memory, @ForAll long seed) {
        Analysis analysis = analysis(Segmenter.by("service")).memory(memory).build();
        Random random = new Random(seed);
        List<Partial> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            parts.add(analysis.fold(List.of()));
        }
        subjects.forEach(subject -> parts.get(random.nextInt(parts.size())).add(List.of(subject)));
        Collections.shuffle(parts, random);
        Partial whole = parts.remove(0);
        parts.forEach(whole::merge);
        assertThat(whole.scorecard()).isEqualTo(analysis.run(subjects));
        assertThat(whole.scorecard()).isEqualTo(analysis.run(subjects));
    }

    @Property(tries = 300)
    void segments_merged_are_the_whole(@ForAll @Size(max = 60) List<Subject> subjects) {
        List<Cell> whole = run(subjects, Segmenter.none()).cells();
        List<Cell> segmented = run(subjects, Segmenter.by("service")).cells();
        assertThat(segmented.stream().filter(cell -> cell.segment().isAll())).isEqualTo(whole);
    }

    @Property(tries = 300)
    void no_subject_makes_a_metric_fail_and_quantiles_are_in_order(@ForAll @Size(max = 60) List<Subject> subjects) {
        for (Cell cell : run(subjects, Segmenter.by("service")).cells()) {
            assertThat(cell.result()).isNotInstanceOf(MetricResult.Failed.class);
            if (cell.result() instanceof MetricResult.Value value
                    && value.parts().containsKey("p90")) {
                assertThat(Stream.of("min", "median", "p90", "max")
                                .map(name ->
                                        requireNonNull(value.parts().get(name)).number()))
                        .isSorted();
            }
        }
    }

    private static Scorecard run(List<Subject> subjects, Segmenter segmenter) {
        return analysis(segmenter).build().run(subjects);
    }

    private static Analysis.Builder analysis(Segmenter segmenter) {
        Analysis.Builder builder = Analysis.builder(FRAME.asOf(), ZoneOffset.UTC)
                .window(WINDOW)
                .windows(Window.weeks(WINDOW, ZoneOffset.UTC))
                .segmentBy(segmenter);
        METRICS.forEach(builder::metric);
        return builder;
    }
}
