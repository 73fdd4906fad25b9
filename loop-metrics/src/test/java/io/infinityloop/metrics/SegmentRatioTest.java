package io.infinityloop.metrics;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.ofService;
import static io.infinityloop.metrics.Log.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.catalogue.CardKind;
import io.infinityloop.catalogue.Catalogue;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.dora.DeploymentFrequency;
import io.infinityloop.metrics.dora.TimeToRestore;
import io.infinityloop.metrics.link.Facts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two services in four days: the shop deploys every day after two hours, the mail once after eight. */
class SegmentRatioTest {
    private static final Window FOUR_DAYS = new Window(at(0), at(96));
    private static final List<String> MEASURES =
            List.of(DeploymentFrequency.DEFINITION.id(), ChangeLeadTime.DEFINITION.id(), TimeToRestore.DEFINITION.id());

    private static Segment service(String name) {
        return new Segment(new TreeMap<>(Map.of(Labels.SERVICE, name)));
    }

    private static List<LoopEvent> log() {
        List<LoopEvent> log = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            log.add(ofService("shop", commit("s" + day, 24 * day + 1)));
            log.add(ofService("shop", deployed("ds" + day, 24 * day + 3, "commit:s" + day)));
        }
        log.add(ofService("mail", commit("m", 1)));
        log.add(ofService("mail", deployed("dm", 9, "commit:m")));
        log.add(ofService("shop", resolved("is", 10, 10.5)));
        log.add(ofService("mail", resolved("im", 20, 68)));
        return log;
    }

    private static List<SegmentRatio> ratios(List<LoopEvent> log, String one, String other) {
        Scorecard scorecard = Analysis.builder(at(96), ZoneOffset.UTC)
                .metric(DeploymentFrequency.calculator())
                .metric(ChangeLeadTime.calculator())
                .metric(TimeToRestore.calculator())
                .window(FOUR_DAYS)
                .segmentBy(Segmenter.by(Labels.SERVICE))
                .build()
                .run(Facts.of(log));
        return SegmentRatio.of(scorecard, MEASURES, service(one), service(other), FOUR_DAYS);
    }

    @Test
    @Tag("MET-40")
    void four_times_as_often_four_times_as_fast_and_restored_ninety_six_times_as_fast() {
        assertThat(ratios(log(), "shop", "mail"))
                .extracting(ratio -> String.valueOf(ratio.ratio()))
                .containsExactly("4", "4", "96");
        assertThat(ratios(log(), "mail", "shop"))
                .hasToString("[0.25 times as good: 0.25/day, n=1 against 1/day, n=4,"
                        + " 0.25 times as good: 28800s, n=1 against 7200s, n=4,"
                        + " 0.010416667 times as good: 172800s, n=1 against 1800s, n=1]");
    }

    @Test
    @Tag("MET-40")
    void what_reports_found_is_quoted_with_its_source() {
        assertThat(Catalogue.standard().cards(CardKind.CLAIM))
                .filteredOn(
                        claim -> claim.text().contains("46x") || claim.text().contains("440x"))
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.sources()).isNotEmpty());
    }

    @Test
    void without_a_value_or_beside_0_there_is_no_ratio() {
        List<LoopEvent> log = log();
        log.add(ofService("mail", resolved("at once", 70, 70)));
        log.removeIf(event -> event.equals(ofService("mail", resolved("im", 20, 68))));
        assertThat(ratios(log, "mail", "shop").get(2)).hasToString("no ratio: 0s, n=1 against 1800s, n=1");
        log.removeIf(event -> event.equals(ofService("shop", resolved("is", 10, 10.5))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ratios(log, "mail", "shop"))
                .withMessageContaining("no 'dora.time-to-restore' for service=shop");
    }
}
