package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.MetricDefinition.Direction;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.metrics.link.SubjectProducer;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DerivedMetricTest {
    private static final Window DAY_1 = new Window(Log.at(0), Log.at(24));
    private static final Window DAY_2 = new Window(Log.at(24), Log.at(48));
    private static final Window BOTH = new Window(Log.at(0), Log.at(48));

    private static MetricDefinition definition(String id, Unit unit) {
        return new MetricDefinition(id, "N", "P.", "releases", unit, Direction.NEUTRAL, "test");
    }

    private static MetricCalculator<?, ?> big(String id, long from) {
        return Metrics.ratio(
                definition(id, Unit.RATIO),
                Released.class,
                one -> new Place.At(one.at()),
                one -> one.changes() >= from);
    }

    private static Released release(double hours, long changes, String service) {
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

    private static final List<Released> RELEASES =
            List.of(release(1, 5, "shop"), release(2, 50, "shop"), release(3, 500, "mail"), release(25, 500, "mail"));

    /** The product of two ratios; undefined where one of them is. */
    private static final DerivedMetric PRODUCT = Metrics.derived(
            definition("acme.product", Unit.RATIO), List.of("acme.ten", "acme.hundred"), DerivedMetricTest::product);

    private static MetricResult product(CellView view) {
        MetricDefinition definition = definition("acme.product", Unit.RATIO);
        if (view.value("acme.ten").isEmpty() || view.value("acme.hundred").isEmpty()) {
            return MetricResult.Undefined.inWindow(definition);
        }
        MetricResult.Value one = view.value("acme.ten").get();
        BigDecimal product = one.headline()
                .number()
                .multiply(view.value("acme.hundred").get().headline().number());
        return MetricResult.Value.of(definition, new Amount(product, Unit.RATIO), Map.of(), one.n());
    }

    private static Analysis.Builder analysis() {
        return Analysis.builder(Log.at(48), ZoneOffset.UTC)
                .metric(big("acme.ten", 10))
                .metric(big("acme.hundred", 100))
                .windows(List.of(BOTH, DAY_1, DAY_2));
    }

    @Test
    void is_computed_from_the_results_of_others_in_the_same_segment_and_window() {
        Scorecard scorecard = analysis()
                .metric(PRODUCT)
                .segmentBy(Segmenter.by(Labels.SERVICE))
                .build()
                .run(RELEASES);
        assertThat(scorecard.only(MetricFilter.ids(List.of("acme.product"))).cells())
                .extracting(cell -> cell.segment() + " " + text(cell.result()))
                .containsExactly(
                        "all 0.375",
                        "all 0.222222222",
                        "all 1",
                        "service=mail 1",
                        "service=mail 1",
                        "service=mail 1",
                        "service=shop 0",
                        "service=shop 0",
                        "service=shop no releases in this window");
    }

    private static String text(MetricResult result) {
        return result instanceof MetricResult.Value value
                ? value.headline().toString()
                : ((MetricResult.Undefined) result).reason();
    }

    @Test
    void may_be_computed_from_derived_ones_in_whatever_order_they_are_added() {
        DerivedMetric twice = Metrics.derived(
                definition("acme.a-twice", Unit.COUNT),
                List.of("acme.product"),
                view -> MetricResult.Value.of(
                        definition("acme.a-twice", Unit.COUNT),
                        Amount.count(view.value("acme.product").orElseThrow().n() * 2),
                        Map.of(),
                        1));
        Scorecard scorecard = analysis().metric(twice).metric(PRODUCT).build().run(RELEASES);
        assertThat(scorecard.find("acme.a-twice", BOTH).orElseThrow().result()).hasToString("8, n=1");
    }

    @Test
    void that_throws_or_looks_elsewhere_costs_its_own_cells_only() {
        @SuppressWarnings("NullAway")
        DerivedMetric nothing = Metrics.derived(definition("acme.null", Unit.COUNT), List.of("acme.ten"), view -> null);
        DerivedMetric peeping = Metrics.derived(
                definition("acme.peeping", Unit.COUNT), List.of("acme.ten"), view -> view.result("acme.hundred"));
        Scorecard scorecard = analysis()
                .metric(nothing)
                .metric(peeping)
                .metric(PRODUCT)
                .build()
                .run(RELEASES);
        assertThat(scorecard.find("acme.null", BOTH).orElseThrow().result()).isInstanceOf(MetricResult.Failed.class);
        assertThat(((MetricResult.Failed) scorecard
                                .find("acme.peeping", BOTH)
                                .orElseThrow()
                                .result())
                        .error())
                .contains("'acme.hundred' is none of the inputs");
        assertThat(scorecard.find("acme.product", BOTH).orElseThrow().result()).hasToString("0.375, n=4");
    }

    @Test
    void needs_its_inputs_and_no_circle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Analysis.builder(Log.at(48), ZoneOffset.UTC)
                        .metric(big("acme.ten", 10))
                        .metric(PRODUCT)
                        .window(BOTH)
                        .build())
                .withMessage("metric 'acme.product' is computed from 'acme.hundred', which was not added: add it too");
        DerivedMetric one = Metrics.derived(
                definition("acme.one", Unit.RATIO), List.of("acme.other"), view -> view.result("acme.other"));
        DerivedMetric other = Metrics.derived(
                definition("acme.other", Unit.RATIO), List.of("acme.one"), view -> view.result("acme.one"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis().metric(one).metric(other).build())
                .withMessageContaining("acme.one from acme.other from acme.one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.derived(definition("acme.x", Unit.RATIO), List.of(), view -> product(view)))
                .withMessageContaining("name at least one metric");
    }

    @Test
    void sees_the_windows_that_lead_up_to_its_own() {
        Cell first = cell(DAY_1);
        CellView view = CellView.of(
                new Frame(DAY_2, Log.at(48), ZoneOffset.UTC), Segment.ALL, List.of(cell(BOTH), first, cell(DAY_2)));
        assertThat(view.upToHere()).containsExactly(DAY_1, DAY_2);
        assertThat(view.windows()).containsExactly(BOTH, DAY_1, DAY_2);
        assertThat(view.result("acme.ten", DAY_1)).isEqualTo(first.result());
        assertThat(view.result("acme.ten", new Window(Log.at(1), Log.at(2))))
                .isInstanceOf(MetricResult.Undefined.class);
        assertThat(view.segment()).isEqualTo(Segment.ALL);
    }

    private static Cell cell(Window window) {
        MetricDefinition definition = definition("acme.ten", Unit.RATIO);
        return new Cell(
                definition,
                Segment.ALL,
                window,
                MetricResult.Value.of(definition, new Amount(BigDecimal.ONE, Unit.RATIO), Map.of(), 1),
                null);
    }

    /** A plug-in that brings everything there is to bring. */
    private static final class Acme implements MetricProvider {
        @Override
        public Collection<MetricCalculator<?, ?>> metrics() {
            return List.of(big("acme.ten", 10), big("acme.hundred", 100));
        }

        @Override
        public Collection<DerivedMetric> derivedMetrics() {
            return List.of(PRODUCT);
        }

        @Override
        public Collection<SubjectProducer> producers() {
            return List.of(derivation -> derivation.emit(release(1, 700, "made")));
        }
    }

    @Nested
    class Providers {
        private final MetricRegistry registry = MetricRegistry.of(List.of(new Acme()));

        @Test
        void hand_over_derived_metrics_and_producers_of_subjects() {
            assertThat(registry.derived()).containsExactly(PRODUCT);
            assertThat(registry.findDerived("acme.product")).contains(PRODUCT);
            assertThat(registry.definition("acme.product")).contains(PRODUCT.definition());
            Scorecard scorecard = Analysis.builder(Log.at(48), ZoneOffset.UTC)
                    .metrics(registry)
                    .window(BOTH)
                    .build()
                    .run(Facts.of(List.of(Log.release("v1", 2))));
            assertThat(scorecard.find("acme.product", BOTH).orElseThrow().result())
                    .hasToString("0.25, n=2");
        }

        @Test
        void whose_producer_throws_lose_its_subjects_only() {
            SubjectProducer broken = derivation -> {
                derivation.emit(release(1, 7, "half"));
                throw new IllegalStateException("no more");
            };
            Derived derived = Linker.derive(Facts.of(List.of(Log.release("v1", 2))), Log.at(48), List.of(broken));
            assertThat(derived.subjects(Released.class)).extracting(Released::id).containsExactly("v1");
            assertThat(derived.unjoined().get("a producer of subjects failed"))
                    .singleElement()
                    .asString()
                    .contains("no more");
            assertThat(new TreeMap<>(derived.unjoined())).hasSize(1);
        }
    }
}
