package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.metrics.MetricDefinition.Direction;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private static final Window DAY = new Window(Log.at(0), Log.at(24));
    private static final Target BUILD = Target.of(Comparator.BELOW, minutes(10), "lesson 3")
            .ideal(Comparator.BELOW, minutes(5));
    private static final Segment SHOP = new Segment(new TreeMap<>(Map.of(Labels.SERVICE, "shop")));
    private static final Segment MAIL = new Segment(new TreeMap<>(Map.of(Labels.SERVICE, "mail")));

    /** Which part of the releases is big: at most 15 %. */
    private static final MetricDefinition BIG = new MetricDefinition(
                    "acme.big",
                    "Big releases",
                    "P.",
                    "releases",
                    Unit.RATIO,
                    Direction.LOWER_IS_BETTER,
                    "test")
            .with(MetricProfile.PLAIN.target(Target.of(Comparator.BELOW, ratio("0.15"), "lesson 4")));

    private static Amount minutes(long minutes) {
        return Amount.of(Duration.ofMinutes(minutes));
    }

    private static Amount ratio(String number) {
        return new Amount(new BigDecimal(number), Unit.RATIO);
    }

    /** Ten releases of each of two services; one of each is big. */
    private static Scorecard run(Targets targets) {
        List<Released> releases = new ArrayList<>();
        for (String service : List.of("shop", "mail")) {
            for (int i = 0; i < 10; i++) {
                releases.add(new Released(
                        service + i,
                        "1",
                        Log.at(i),
                        i == 0 ? 100 : 1,
                        false,
                        null,
                        Labels.of(Labels.SERVICE, service),
                        List.of()));
            }
        }
        return Analysis.builder(Log.at(24), ZoneOffset.UTC)
                .metric(Metrics.ratio(
                        BIG, Released.class, one -> new Place.At(one.at()), one -> one.changes() > 50))
                .window(DAY)
                .segmentBy(Segmenter.by(Labels.SERVICE))
                .targets(targets)
                .build()
                .run(releases);
    }

    private static Target.Status status(Targets targets, Segment segment) {
        return run(targets).find("acme.big", segment, DAY).orElseThrow().status().orElseThrow();
    }

    @ParameterizedTest
    @Tag("THR-01")
    @CsvSource({"299, IDEAL", "300, MET", "599, MET", "600, MISSED"})
    void strictness_is_that_of_the_source(long seconds, Target.Status status) {
        assertThat(BUILD.judge(Amount.of(Duration.ofSeconds(seconds)))).isEqualTo(status);
        MetricDefinition build = new MetricDefinition(
                        "acme.build", "Build", "P.", "builds", Unit.SECONDS, Direction.LOWER_IS_BETTER, "test")
                .with(MetricProfile.PLAIN.target(BUILD));
        assertThat(BUILD.judge(MetricResult.Undefined.unknown(build))).isEqualTo(Target.Status.NO_DATA);
    }

    @Test
    @Tag("THR-09")
    void a_target_is_replaced_in_a_segment_and_stays_elsewhere() {
        Targets stricter = Targets.standard()
                .with("acme.big", SHOP, Target.of(Comparator.BELOW, ratio("0.05"), "the shop's own"));
        assertThat(status(Targets.standard(), SHOP)).isEqualTo(Target.Status.MET);
        assertThat(status(stricter, SHOP)).isEqualTo(Target.Status.MISSED);
        assertThat(status(stricter, MAIL)).isEqualTo(Target.Status.MET);
        assertThat(status(stricter, Segment.ALL)).isEqualTo(Target.Status.MET);
    }

    @Test
    void the_narrowest_segment_counts_and_a_target_can_be_taken_away() {
        Target strict = Target.of(Comparator.BELOW, ratio("0.05"), "ours");
        Target mild = Target.of(Comparator.BELOW, ratio("0.5"), "the shop's own");
        Targets targets = Targets.standard().with("acme.big", SHOP, mild).with("acme.big", strict);
        assertThat(targets.find(BIG, SHOP)).contains(mild);
        assertThat(targets.find(BIG, MAIL)).contains(strict);
        assertThat(targets.find(BIG.variant("mean", "P.", "s"), MAIL)).contains(strict);
        assertThat(Targets.standard().without("acme.big").find(BIG, SHOP)).isEmpty();
        assertThat(run(Targets.standard().without("acme.big")).cells())
                .allSatisfy(cell -> assertThat(cell.status()).isEmpty());
    }

    @Test
    void a_target_of_another_dimension_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Targets.standard().with("acme.big", BUILD)))
                .withMessage("metric 'acme.big' is in RATIO, but its target is in SECONDS: give a target of the"
                        + " dimension RATIO");
        assertThatIllegalArgumentException().isThrownBy(() -> BIG.with(MetricProfile.PLAIN.target(BUILD)));
    }
}
