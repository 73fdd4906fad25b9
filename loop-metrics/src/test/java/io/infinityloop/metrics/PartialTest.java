package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.MetricDefinition.Direction;
import io.infinityloop.metrics.link.Released;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PartialTest {
    private static final Window DAY = new Window(Log.at(0), Log.at(24));
    private static final List<Released> RELEASES = IntStream.range(0, 3000)
            .mapToObj(i -> release(i / 100.0, i % 7 * 1000, i % 3 == 0 ? "shop" : "mail"))
            .toList();

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

    private static MetricDefinition definition(String id, Unit unit) {
        return new MetricDefinition(id, "N", "P.", "releases", unit, Direction.NEUTRAL, "test");
    }

    private static MetricCalculator<?, ?> sizes(String id) {
        return Metrics.size(
                definition(id, Unit.COUNT),
                Released.class,
                one -> one.changes() == 0 ? new Place.Nowhere("empty") : new Place.At(one.at()),
                Released::changes);
    }

    private static Analysis.Builder analysis(MetricCalculator<?, ?>... metrics) {
        Analysis.Builder builder = Analysis.builder(Log.at(24), ZoneOffset.UTC)
                .window(DAY)
                .windows(Window.trailing(DAY, 3, ZoneOffset.UTC))
                .segmentBy(Segmenter.by(Labels.SERVICE));
        List.of(metrics).forEach(builder::metric);
        return builder;
    }

    @Test
    void facts_added_later_and_halves_merged_give_the_same_bits_as_all_at_once() {
        for (Memory memory : Memory.values()) {
            Analysis analysis = analysis(
                            sizes("acme.size"),
                            Metrics.frequency(
                                    definition("acme.often", Unit.PER_DAY),
                                    Released.class,
                                    one -> new Place.At(one.at())))
                    .memory(memory)
                    .build();
            Scorecard whole = analysis.run(RELEASES);
            Partial half = analysis.fold(RELEASES.subList(0, 1500));
            half.scorecard();
            assertThat(half.add(RELEASES.subList(1500, 3000)).scorecard()).isEqualTo(whole);
            Partial other = analysis.fold(RELEASES.subList(1500, 3000));
            Partial merged = analysis.fold(List.of()).merge(other).merge(analysis.fold(RELEASES.subList(0, 1500)));
            assertThat(merged.scorecard()).isEqualTo(whole);
            assertThat(other.scorecard()).isEqualTo(analysis.run(RELEASES.subList(1500, 3000)));
            List<Released> shuffled = new ArrayList<>(RELEASES);
            Collections.shuffle(shuffled, new java.util.Random(7));
            assertThat(analysis.run(shuffled)).isEqualTo(whole);
        }
    }

    @Test
    void bounded_memory_says_that_it_is_off_and_by_how_much() {
        Analysis bounded = analysis(sizes("acme.size")).memory(Memory.BOUNDED).build();
        MetricResult.Value value = (MetricResult.Value)
                bounded.run(RELEASES).find("acme.size", DAY).orElseThrow().result();
        assertThat(value.parts().get(Samples.ERROR)).hasToString("0.00390625");
        assertThat(value.n()).isEqualTo(2057);
        MetricResult.Value exact = (MetricResult.Value)
                analysis(sizes("acme.size")).build().run(RELEASES).find("acme.size", DAY).orElseThrow().result();
        assertThat(exact.parts()).doesNotContainKey(Samples.ERROR);
        assertThat(value.headline().number().doubleValue())
                .isCloseTo(exact.headline().number().doubleValue(), org.assertj.core.data.Percentage.withPercentage(0.4));
    }

    @Test
    void parts_of_different_analyses_do_not_mix() {
        Partial part = analysis(sizes("acme.size")).build().fold(List.of());
        Partial stranger = analysis(sizes("acme.size")).build().fold(List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part.merge(stranger))
                .withMessage("only parts of one and the same analysis can be merged");
        assertThatIllegalArgumentException().isThrownBy(() -> part.merge(part)).withMessageContaining("count twice");
    }

    @Nested
    class Isolation {
        private MetricCalculator<?, ?> breaking(String id, Runnable work) {
            return Metrics.size(definition(id, Unit.COUNT), Released.class, one -> new Place.At(one.at()), one -> {
                work.run();
                return one.changes();
            });
        }

        private String error(Scorecard scorecard, String id) {
            return ((MetricResult.Failed)
                            scorecard.find(id, DAY).orElseThrow().result())
                    .error();
        }

        @Test
        @Tag("SPI-04")
        void three_metrics_of_which_one_throws_give_two_values_and_an_error_with_its_cause() {
            MetricCalculator<?, ?> broken = breaking("acme.broken", () -> {
                throw new IllegalStateException("no such field");
            });
            Scorecard scorecard = analysis(sizes("acme.one"), broken, sizes("acme.two")).build().run(RELEASES);
            assertThat(scorecard.find("acme.one", DAY).orElseThrow().result()).isInstanceOf(MetricResult.Value.class);
            assertThat(scorecard.find("acme.two", DAY).orElseThrow().result()).isInstanceOf(MetricResult.Value.class);
            assertThat(error(scorecard, "acme.broken")).isEqualTo("java.lang.IllegalStateException: no such field");
        }

        @Test
        @Tag("SPI-04")
        void one_that_is_slow_fails_alone_once_its_time_is_over() {
            AtomicLong clock = new AtomicLong();
            AtomicLong calls = new AtomicLong();
            MetricCalculator<?, ?> slow = breaking("acme.slow", () -> {
                calls.incrementAndGet();
                clock.addAndGet(Duration.ofMillis(100).toNanos());
            });
            Analysis analysis = analysis(slow, sizes("acme.one"))
                    .timeLimit(Duration.ofSeconds(1), clock::get)
                    .build();
            Partial partial = analysis.fold(RELEASES.subList(0, 3));
            assertThat(partial.scorecard().find("acme.slow", DAY).orElseThrow().result())
                    .isInstanceOf(MetricResult.Value.class);
            Scorecard scorecard = partial.add(RELEASES.subList(3, 3000)).scorecard();
            assertThat(error(scorecard, "acme.slow"))
                    .isEqualTo("java.lang.IllegalStateException: took longer than PT1S, the time limit of a metric");
            assertThat(calls.get()).isLessThan(20);
            assertThat(scorecard.find("acme.one", DAY)).isEqualTo(analysis(sizes("acme.one"))
                    .build()
                    .run(RELEASES)
                    .find("acme.one", DAY));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> analysis(slow).timeLimit(Duration.ZERO, clock::get))
                    .withMessage("the time limit of a metric is more than nothing, but PT0S was asked for");
        }

        @Test
        void of_two_parts_that_failed_either_order_says_the_same() {
            AtomicLong count = new AtomicLong();
            MetricCalculator<?, ?> broken = breaking("acme.broken", () -> {
                throw new IllegalStateException("failure " + count.incrementAndGet());
            });
            Analysis analysis = analysis(broken).build();
            Partial one = analysis.fold(RELEASES.subList(0, 1));
            Partial two = analysis.fold(RELEASES.subList(1, 2));
            String either = error(analysis.fold(List.of()).merge(one).merge(two).scorecard(), "acme.broken");
            String other = error(analysis.fold(List.of()).merge(two).merge(one).scorecard(), "acme.broken");
            assertThat(either).isEqualTo(other).endsWith("failure 1");
        }
    }

    @Nested
    class Explaining {
        private final Analysis analysis = analysis(sizes("acme.size"))
                .metric(Metrics.derived(
                        definition("acme.double", Unit.COUNT), List.of("acme.size"), view -> view.result("acme.size")))
                .build();
        private final List<Released> releases = List.of(
                release(3, 7, "shop"), release(1, 5, "shop"), release(2, 0, "shop"), release(30, 1, "shop"),
                release(40, 9, "mail"));
        private final Segment shop = new Segment(new TreeMap<>(Map.of(Labels.SERVICE, "shop")));

        @Test
        void a_cell_lists_what_was_used_with_its_own_value_and_what_was_left_out_with_its_events() {
            Explanation explanation = analysis.explain(releases, "acme.size", shop, DAY);
            assertThat(explanation.cell())
                    .isEqualTo(analysis.run(releases).find("acme.size", shop, DAY).orElseThrow());
            assertThat(explanation.used())
                    .extracting(used -> ((Released) used.subject()).id() + " " + used.alone())
                    .containsExactly("r1.0 5, n=1", "r3.0 7, n=1");
            assertThat(explanation.events()).extracting(EventKey::id).containsExactly("r1.0", "r3.0");
            assertThat(explanation.excluded()).containsOnlyKeys("empty", "later than what is known");
            assertThat(explanation.excludedEvents("empty")).extracting(EventKey::id).containsExactly("r2.0");
            assertThat(explanation.excludedEvents("later than what is known"))
                    .extracting(EventKey::id)
                    .containsExactly("r30.0");
            assertThat(explanation.excludedEvents("nothing")).isEmpty();
        }

        @Test
        void a_derived_cell_is_explained_by_its_inputs() {
            Explanation explanation = analysis.explain(releases, "acme.double", shop, DAY);
            assertThat(explanation.used()).isEmpty();
            assertThat(explanation.inputs()).containsExactly(analysis.explain(releases, "acme.size", shop, DAY));
            assertThat(explanation.events()).hasSize(2);
        }

        @Test
        void what_is_not_there_is_refused_and_what_fails_says_so() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> analysis.explain(releases, "acme.none", shop, DAY))
                    .withMessage("the analysis has no metric 'acme.none', only [acme.size, acme.double]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> analysis.explain(
                            releases, "acme.size", shop, new Window(Log.at(0), Log.at(1))))
                    .withMessageContaining("ask for one that it has");
            MetricCalculator<?, ?> broken = Metrics.size(
                    definition("acme.broken", Unit.COUNT), Released.class, one -> new Place.At(one.at()), one -> {
                        throw new IllegalStateException("no");
                    });
            Explanation failed = analysis(broken).build().explain(releases, "acme.broken", shop, DAY);
            assertThat(failed.cell().result()).isInstanceOf(MetricResult.Failed.class);
            assertThat(failed.cell().segment()).isEqualTo(shop);
        }
    }
}
