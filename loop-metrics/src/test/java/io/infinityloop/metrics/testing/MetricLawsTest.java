package io.infinityloop.metrics.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.infinityloop.Labels;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.CellView;
import io.infinityloop.metrics.DerivedMetric;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Released;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kit lets good metrics pass, and names what is wrong with bad ones. */
class MetricLawsTest {
    private static final Frame FRAME = new Frame(new Window(Log.at(0), Log.at(24)), Log.at(24), ZoneOffset.UTC);
    private static final List<Released> SAMPLES =
            Stream.of(3L, 5L, 8L, 13L, 21L, 34L).map(MetricLawsTest::release).toList();

    private static Released release(long changes) {
        return new Released(
                "r" + changes, "1", Log.at((double) (changes % 24)), changes, false, null, Labels.none(), List.of());
    }

    private static MetricDefinition definition(Unit unit) {
        return new MetricDefinition(
                "acme.metric", "N", "P.", "releases", unit, MetricDefinition.Direction.NEUTRAL, "test");
    }

    private static MetricCalculator<?, ?> last(BinaryOperator<long[]> merge) {
        return fold(
                merge,
                (state, frame) -> state[0] == 0
                        ? MetricResult.Undefined.inWindow(definition(Unit.NUMBER))
                        : value(Unit.NUMBER, state[0]));
    }

    private static MetricResult value(Unit unit, long number) {
        return MetricResult.Value.of(definition(unit), new Amount(BigDecimal.valueOf(number), unit), Map.of(), 1);
    }

    private static MetricCalculator<?, ?> fold(
            BinaryOperator<long[]> merge, java.util.function.BiFunction<long[], Frame, MetricResult> result) {
        return Metrics.fold(
                definition(Unit.NUMBER),
                Released.class,
                (release, asOf) -> new Place.At(release.at()),
                () -> new long[1],
                (state, release, frame) -> {
                    state[0] = release.changes();
                    return Use.counted();
                },
                merge,
                result);
    }

    @Test
    void a_good_metric_passes() {
        assertThatCode(() -> MetricLaws.check(
                        Metrics.size(
                                definition(Unit.COUNT),
                                Released.class,
                                release -> new Place.At(release.at()),
                                Released::changes),
                        FRAME,
                        SAMPLES))
                .doesNotThrowAnyException();
    }

    @Test
    void a_metric_that_depends_on_order_is_told_every_law_that_it_breaks() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> MetricLaws.check(last((into, from) -> from), FRAME, SAMPLES))
                .withMessageStartingWith("the metric 'acme.metric' breaks ")
                .withMessageContaining("\n  - a new state is neutral: ")
                .withMessageContaining("\n  - merge is commutative: ")
                .withMessageContaining("\n  - the order of subjects changes nothing: ")
                .withMessageContaining("\n  - merge does not change the state that is added: ");
    }

    @Test
    void a_metric_of_nothing_or_that_throws_or_gives_null_is_told_so() {
        assertThat(violations((state, frame) -> value(Unit.NUMBER, 0)))
                .anyMatch(law -> law.startsWith("no data has n=0"));
        assertThat(violations((state, frame) -> value(Unit.COUNT, 1)))
                .anyMatch(law -> law.startsWith("a value has the unit of its definition"));
        assertThat(violations((state, frame) -> new MetricResult.Failed("acme.other", "no")))
                .anyMatch(law -> law.startsWith("a result has the id of its definition"))
                .anyMatch(law -> law.startsWith("a metric does not fail"));
        assertThat(violations((state, frame) -> {
                    throw new IllegalStateException("cannot");
                }))
                .anyMatch(law -> law.contains("threw java.lang.IllegalStateException: cannot"));
        assertThat(violations((state, frame) -> nothing())).anyMatch(law -> law.contains("result() gives null"));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    private static List<String> violations(java.util.function.BiFunction<long[], Frame, MetricResult> result) {
        return MetricLaws.violations(fold((into, from) -> into, result), FRAME, SAMPLES);
    }

    @Test
    void a_check_without_a_fitting_sample_says_so() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> MetricLaws.check(last((into, from) -> into), FRAME, List.of()))
                .withMessageContaining("none of the 0 samples is in the window");
    }

    @Test
    void derived_metrics_are_checked_too() {
        MetricDefinition definition = definition(Unit.NUMBER);
        DerivedMetric good = Metrics.derived(
                definition,
                List.of("acme.input"),
                view -> view.result("acme.input") instanceof MetricResult.Value
                        ? value(Unit.NUMBER, 1)
                        : MetricResult.Undefined.inWindow(definition));
        DerivedMetricLaws.check(good, FRAME, List.of());
        DerivedMetric careless = Metrics.derived(definition, List.of("acme.input"), MetricLawsTest::careless);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DerivedMetricLaws.check(careless, FRAME, List.of()))
                .withMessageContaining("it copes with an input that is undefined or failed");
        DerivedMetric wrong = Metrics.derived(definition, List.of("acme.input"), view -> value(Unit.SECONDS, 1));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DerivedMetricLaws.check(wrong, FRAME, List.of()))
                .withMessageContaining("a value has the unit of its definition: it is in SECONDS, not in NUMBER");
    }

    private static MetricResult careless(CellView view) {
        return view.value("acme.input").orElseThrow();
    }
}
