package io.infinityloop.metrics.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PresetTest {
    @Test
    void there_are_six_and_each_has_ids_of_its_own() {
        Set<String> ids = new TreeSet<>();
        for (Preset preset : Preset.all()) {
            preset.metrics()
                    .forEach(metric -> assertThat(ids.add(metric.definition().id()))
                            .as(metric.definition().id())
                            .isTrue());
        }
        assertThat(Preset.all())
                .extracting(Preset::name)
                .containsExactly("dora", "devlake", "fourkeys", "gitlab", "metrik", "middleware");
        assertThat(ids)
                .contains("dora.change-lead-time", "dora.change-lead-time@devlake", "dora.time-to-restore@metrik");
    }

    @Test
    void ours_is_the_librarys_own_metrics() {
        assertThat(Preset.named("dora")
                        .find(ChangeLeadTime.DEFINITION.id())
                        .orElseThrow()
                        .definition())
                .isEqualTo(ChangeLeadTime.DEFINITION);
    }

    @Test
    void says_its_rules_and_their_source_in_the_definition() {
        MetricDefinition definition = Preset.named("metrik")
                .find("dora.time-to-restore")
                .orElseThrow()
                .definition();
        assertThat(definition.source()).isEqualTo("Thoughtworks Metrik at def6a52");
        assertThat(definition.purpose())
                .startsWith("As Thoughtworks Metrik at def6a52 has it. sample: each row of runs whose deployment stage"
                        + " failed, up to the next success.");
    }

    @Test
    void that_nobody_knows_is_refused_with_those_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preset.named("sleuth"))
                .withMessage(
                        "there is no definition 'sleuth': expected one of [dora, devlake, fourkeys, gitlab, metrik,"
                                + " middleware]");
        assertThat(Preset.named("gitlab").find("flow.wip")).isEmpty();
    }

    @Test
    void says_nothing_where_nothing_is_known() {
        Window week = new Window(Log.at(0), Log.at(168));
        for (Preset preset : Preset.all()) {
            Analysis.Builder analysis =
                    Analysis.builder(week.to(), ZoneOffset.UTC).window(week);
            preset.metrics().forEach(analysis::metric);
            assertThat(analysis.build().run(List.of()).cells())
                    .allSatisfy(cell -> assertThat(cell.result()).isInstanceOf(MetricResult.Undefined.class));
        }
    }

    @Test
    void rules_refuse_what_they_do_not_have() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrequencyRules.OURS.with(LeadTimeRules.Merges.IN))
                .withMessage("there is no rule 'merges' here: expected one of [counted, rate, range]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rules.of(LeadTimeRules.Merges.IN, LeadTimeRules.Merges.OUT))
                .withMessage("a rule is given twice in [IN, OUT]");
    }
}
