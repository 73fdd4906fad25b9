package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnalysisTest {
    private static final Window DAY = new Window(Log.at(0), Log.at(24));
    private static final MetricCalculator<?, ?> GOOD = counting("acme.good");
    private static final List<Released> SUBJECTS =
            List.of(release(1, "shop", 3), release(2, "shop", 5), release(3, "mail", 7));

    private static Released release(double hours, String service, long changes) {
        return new Released(
                "r" + hours,
                "1",
                Log.at(hours),
                changes,
                false,
                null,
                Labels.of(Labels.SERVICE, service),
                List.of(new EventKey("test", "r" + hours)));
    }

    private static MetricDefinition definition(String id) {
        return new MetricDefinition(
                id, "Sizes", "Sizes.", "releases", Unit.COUNT, MetricDefinition.Direction.NEUTRAL, "test");
    }

    private static MetricCalculator<?, ?> counting(String id) {
        return Metrics.size(definition(id), Released.class, one -> new Place.At(one.at()), Released::changes);
    }

    private static Scorecard run(Segmenter segmenter, MetricCalculator<?, ?>... metrics) {
        Analysis.Builder builder =
                Analysis.builder(Log.at(24), ZoneOffset.UTC).window(DAY).segmentBy(segmenter);
        Stream.of(metrics).forEach(builder::metric);
        return builder.build().run(SUBJECTS);
    }

    @Test
    @Tag("MET-15")
    void segments_differ_and_the_whole_agrees_with_their_union() {
        Scorecard scorecard = run(Segmenter.by(Labels.SERVICE), GOOD);
        assertThat(scorecard.cells())
                .extracting(cell -> cell.segment() + " " + ((MetricResult.Value) cell.result()).headline())
                .containsExactly("all 5", "service=mail 7", "service=shop 4");
        assertThat(scorecard.find("acme.good", DAY))
                .isEqualTo(run(Segmenter.none(), GOOD).find("acme.good", DAY));
        assertThat(scorecard.find("acme.other", DAY)).isEmpty();
    }

    @Test
    void a_cell_lists_the_events_behind_its_number() {
        Explanation explanation = Analysis.builder(Log.at(24), ZoneOffset.UTC)
                .metric(GOOD)
                .window(DAY)
                .build()
                .explain(SUBJECTS, "acme.good", Segment.ALL, DAY);
        assertThat(explanation.events()).extracting(EventKey::id).containsExactly("r1.0", "r2.0", "r3.0");
    }

    /** A plug-in that breaks in one of its methods. */
    record Broken(String where, Optional<Throwable> failure) implements MetricCalculator<Released, int[]> {
        private <T> T maybe(String method, T value) {
            if (!method.equals(where)) {
                return value;
            }
            return failure.isEmpty() ? nothing() : AnalysisTest.<T, RuntimeException>sneak(failure.get());
        }

        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
        private static <T> T nothing() {
            return null;
        }

        @Override
        public MetricDefinition definition() {
            return AnalysisTest.definition("acme.broken");
        }

        @Override
        public Class<Released> subject() {
            return maybe("subject", Released.class);
        }

        @Override
        public Place place(Released subject, Instant asOf) {
            return maybe("place", new Place.At(subject.at()));
        }

        @Override
        public int[] newState() {
            return new int[1];
        }

        @Override
        public Use add(int[] state, Released subject, Frame frame) {
            return maybe("add", Use.counted());
        }

        @Override
        public int[] merge(int[] into, int[] from) {
            return maybe("merge", into);
        }

        @Override
        public MetricResult result(int[] state, Frame frame) {
            return maybe("result", MetricResult.Undefined.inWindow(definition()));
        }

        @Override
        public String toString() {
            return where + " "
                    + failure.map(Throwable::getClass).map(Class::getSimpleName).orElse("null");
        }
    }

    /** Throws what a compiler would not let pass, as plug-ins in other languages do. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T, E extends Throwable> T sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    private static final class Speechless extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException();
        }
    }

    static Stream<Broken> broken() {
        List<Throwable> failures = List.of(
                new IllegalStateException("no\nwords " + "x".repeat(10_000)),
                new Exception("checked"),
                new AssertionError("wrong"),
                new NoClassDefFoundError("gone"),
                new StackOverflowError(),
                new Speechless());
        return Stream.of("subject", "place", "add", "merge", "result")
                .flatMap(where -> Stream.concat(
                        failures.stream().map(failure -> new Broken(where, Optional.of(failure))),
                        where.equals("merge") ? Stream.of() : Stream.of(new Broken(where, Optional.empty()))));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_plug_in_that_breaks_costs_its_own_cells_only(Broken broken) {
        Scorecard scorecard = run(Segmenter.by(Labels.SERVICE), counting("acme.before"), broken, GOOD);
        assertThat(scorecard.cells())
                .filteredOn(cell -> cell.metric().id().equals("acme.broken"))
                .satisfiesExactly(cell -> {
                    assertThat(cell.segment()).isEqualTo(Segment.ALL);
                    assertThat(((MetricResult.Failed) cell.result()).error())
                            .isNotBlank()
                            .doesNotContain("\n")
                            .hasSizeLessThan(510);
                });
        assertThat(scorecard.cells())
                .filteredOn(cell -> cell.metric().id().equals("acme.good"))
                .isEqualTo(run(Segmenter.by(Labels.SERVICE), GOOD).cells());
    }

    /** A subject of a plug-in that cannot tell its labels. */
    private record Unlabelled(boolean silent) implements Subject {
        @Override
        public Labels labels() {
            if (silent) {
                return Broken.nothing();
            }
            throw new IllegalStateException("no labels today");
        }

        @Override
        public List<EventKey> evidence() {
            return List.of();
        }
    }

    @Test
    void a_subject_without_labels_costs_the_metrics_that_look_at_it_only() {
        MetricCalculator<?, ?> looking =
                Metrics.count(definition("acme.looking"), Unlabelled.class, one -> new Place.At(Log.at(1)));
        for (boolean silent : List.of(true, false)) {
            List<Subject> subjects = new ArrayList<>(SUBJECTS);
            subjects.add(0, new Unlabelled(silent));
            Analysis analysis = Analysis.builder(Log.at(24), ZoneOffset.UTC)
                    .metric(looking)
                    .metric(GOOD)
                    .window(DAY)
                    .segmentBy(Segmenter.by(Labels.SERVICE))
                    .build();
            Scorecard scorecard = analysis.run(subjects);
            assertThat(scorecard.find("acme.looking", DAY).orElseThrow().result())
                    .isInstanceOfSatisfying(
                            MetricResult.Failed.class,
                            failed -> assertThat(failed.error())
                                    .contains(
                                            "Unlabelled has no labels",
                                            silent ? "labels() gave null" : "no labels today"));
            assertThat(scorecard.only(MetricFilter.ids(List.of("acme.good"))).cells())
                    .isEqualTo(run(Segmenter.by(Labels.SERVICE), GOOD).cells());
            Segment shop = Segmenter.by(Labels.SERVICE).of(SUBJECTS.get(0));
            assertThat(analysis.explain(subjects, "acme.good", shop, DAY))
                    .isEqualTo(analysis.explain(SUBJECTS, "acme.good", shop, DAY));
        }
    }

    /** A metric that says what it was not asked for. */
    private static MetricCalculator<?, ?> saying(MetricResult wrong) {
        return Metrics.fold(
                definition("acme.wrong"),
                Released.class,
                (one, asOf) -> new Place.At(one.at()),
                () -> new int[1],
                (state, one, frame) -> Use.counted(),
                (into, from) -> into,
                (state, frame) -> wrong);
    }

    @Test
    void a_result_of_another_metric_or_in_another_unit_is_a_failure() {
        MetricDefinition own = definition("acme.wrong");
        Map<MetricResult, String> wrong = Map.of(
                MetricResult.Value.of(own, Amount.of(Duration.ofHours(1)), Map.of(), 1),
                "java.lang.IllegalStateException: result() gave a value in SECONDS, expected one in COUNT",
                MetricResult.Undefined.inWindow(definition("acme.good")),
                "java.lang.IllegalStateException: result() gave a result of 'acme.good', expected one of"
                        + " 'acme.wrong'");
        wrong.forEach((result, sentence) -> {
            assertThat(run(Segmenter.none(), saying(result)).cells())
                    .extracting(Cell::result)
                    .containsExactly(new MetricResult.Failed("acme.wrong", sentence));
            DerivedMetric derived = Metrics.derived(own, List.of("acme.good"), view -> result);
            Scorecard scorecard = Analysis.builder(Log.at(24), ZoneOffset.UTC)
                    .metric(GOOD)
                    .metric(derived)
                    .window(DAY)
                    .build()
                    .run(SUBJECTS);
            assertThat(scorecard.find("acme.wrong", DAY).orElseThrow().result())
                    .isEqualTo(new MetricResult.Failed("acme.wrong", sentence));
        });
    }

    @Test
    void a_plug_in_that_never_ends_its_recursion_costs_its_own_cells_only() {
        MetricCalculator<?, ?> deep = Metrics.size(
                definition("acme.deep"), Released.class, one -> new Place.At(one.at()), AnalysisTest::endless);
        assertThat(run(Segmenter.none(), deep, GOOD).cells())
                .extracting(cell -> cell.result().getClass().getSimpleName())
                .containsExactly("Failed", "Value");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static long endless(Subject subject) {
        return 1 + endless(subject);
    }

    @Test
    void a_metric_is_chosen_once_and_a_window_counts_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Segmenter.none(), GOOD, counting("acme.good")))
                .withMessage("metric 'acme.good' was added before");
        Scorecard scorecard = Analysis.builder(Log.at(24), ZoneOffset.UTC)
                .metric(GOOD)
                .window(DAY)
                .windows(List.of(DAY))
                .build()
                .run(SUBJECTS);
        assertThat(scorecard.windows()).containsExactly(DAY);
        assertThat(scorecard.cells()).hasSize(1);
    }

    @Test
    void an_analysis_needs_a_metric_and_a_window() {
        Analysis.Builder empty = Analysis.builder(Log.at(0), ZoneOffset.UTC);
        assertThatIllegalArgumentException().isThrownBy(empty::build).withMessageContaining("metric");
        assertThatIllegalArgumentException()
                .isThrownBy(empty.metric(GOOD)::build)
                .withMessageContaining("window");
    }

    @Test
    void a_metric_of_the_wrong_unit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Metrics.ratio(definition("acme.x"), Released.class, one -> new Place.At(one.at()), one -> true))
                .withMessage("metric 'acme.x' has the unit COUNT, expected [RATIO]");
    }
}
