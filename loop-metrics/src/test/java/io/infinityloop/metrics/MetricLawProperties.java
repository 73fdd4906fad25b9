package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.metrics.link.Subject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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

    /** One metric and what it makes of subjects, step by step. */
    private record Law<F extends Subject, S>(MetricCalculator<F, S> metric) {
        S fold(Collection<Subject> subjects) {
            S state = metric.newState();
            subjects.stream()
                    .filter(metric.subject()::isInstance)
                    .map(metric.subject()::cast)
                    .filter(subject -> !(metric.place(subject, FRAME.asOf()) instanceof Place.Nowhere)
                            && !(metric.place(subject, FRAME.asOf()) instanceof Place.NotConcerned))
                    .forEach(subject -> metric.add(state, subject, FRAME));
            return state;
        }

        MetricResult result(S state) {
            return metric.result(state, FRAME);
        }

        void newStateIsNeutral(List<Subject> a) {
            MetricResult expected = result(fold(a));
            assertThat(result(metric.merge(fold(a), metric.newState()))).isEqualTo(expected);
            assertThat(result(metric.merge(metric.newState(), fold(a)))).isEqualTo(expected);
        }

        void mergeIsCommutative(List<Subject> a, List<Subject> b) {
            assertThat(result(metric.merge(fold(a), fold(b)))).isEqualTo(result(metric.merge(fold(b), fold(a))));
        }

        void mergeIsAssociative(List<Subject> a, List<Subject> b, List<Subject> c) {
            assertThat(result(metric.merge(metric.merge(fold(a), fold(b)), fold(c))))
                    .isEqualTo(result(metric.merge(fold(a), metric.merge(fold(b), fold(c)))));
        }

        void mergeIsTheFoldOfBoth(List<Subject> a, List<Subject> b) {
            List<Subject> both = new ArrayList<>(a);
            both.addAll(b);
            assertThat(result(metric.merge(fold(a), fold(b)))).isEqualTo(result(fold(both)));
        }

        void mergeDoesNotChangeWhatIsAdded(List<Subject> a, List<Subject> b) {
            S from = fold(b);
            S into = metric.merge(metric.newState(), from);
            fold(a, into);
            metric.merge(into, fold(a));
            assertThat(result(from)).isEqualTo(result(fold(b)));
        }

        void resultDoesNotChangeTheState(List<Subject> a) {
            S state = fold(a);
            assertThat(result(state)).isEqualTo(result(state));
        }

        private void fold(List<Subject> subjects, S state) {
            subjects.stream()
                    .filter(metric.subject()::isInstance)
                    .map(metric.subject()::cast)
                    .filter(subject -> metric.place(subject, FRAME.asOf()) instanceof Place.At)
                    .forEach(subject -> metric.add(state, subject, FRAME));
        }
    }

    private static Stream<Law<?, ?>> laws() {
        return METRICS.stream().map(metric -> new Law<>(metric));
    }

    @Property(tries = 300)
    void a_new_state_is_neutral(@ForAll List<Subject> a) {
        laws().forEach(law -> law.newStateIsNeutral(a));
    }

    @Property(tries = 300)
    void merge_is_commutative(@ForAll List<Subject> a, @ForAll List<Subject> b) {
        laws().forEach(law -> law.mergeIsCommutative(a, b));
    }

    @Property(tries = 300)
    void merge_is_associative(@ForAll List<Subject> a, @ForAll List<Subject> b, @ForAll List<Subject> c) {
        laws().forEach(law -> law.mergeIsAssociative(a, b, c));
    }

    @Property(tries = 300)
    void merging_two_states_is_adding_the_subjects_of_both(@ForAll List<Subject> a, @ForAll List<Subject> b) {
        laws().forEach(law -> law.mergeIsTheFoldOfBoth(a, b));
    }

    @Property(tries = 300)
    void merge_does_not_change_the_state_that_is_added(@ForAll List<Subject> a, @ForAll List<Subject> b) {
        laws().forEach(law -> law.mergeDoesNotChangeWhatIsAdded(a, b));
        laws().forEach(law -> law.resultDoesNotChangeTheState(a));
    }

    @Property(tries = 300)
    void the_order_of_subjects_changes_no_bit(@ForAll @Size(max = 60) List<Subject> subjects, @ForAll long seed) {
        List<Subject> shuffled = new ArrayList<>(subjects);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(run(shuffled, Segmenter.by("service", "team")))
                .isEqualTo(run(subjects, Segmenter.by("service", "team")));
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
        Analysis.Builder builder = Analysis.builder(FRAME.asOf(), ZoneOffset.UTC)
                .window(WINDOW)
                .windows(Window.weeks(WINDOW, ZoneOffset.UTC))
                .segmentBy(segmenter);
        METRICS.forEach(builder::metric);
        return builder.build().run(subjects);
    }
}
