package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.build;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.DeploymentStrategy.Benefit;
import io.infinityloop.catalogue.CardKind;
import io.infinityloop.catalogue.Catalogue;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Log;
import io.infinityloop.rule.Action;
import io.infinityloop.rule.Channel;
import io.infinityloop.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdviceTest {
    private static Rule rule(String id, Channel channel) {
        return Rule.of(id, "cpu > 90", new Action.Alert(channel, "on-call"));
    }

    private static AlertQuality good(String rule) {
        return new AlertQuality(rule, true, true, true, AlertQuality.Kind.SYMPTOM);
    }

    @Test
    @Tag("OPS-06")
    void a_rule_that_is_not_actionable_is_found() {
        AlertQuality idle = new AlertQuality("disk", false, false, false, AlertQuality.Kind.SYMPTOM);
        assertThat(AlertQuality.lint(List.of(rule("disk", Channel.EMAIL)), List.of(idle)))
                .extracting(AlertQuality.Problem::toString)
                .containsExactly("alert rule disk: it is not actionable: nobody can do anything about it");
        assertThat(AlertQuality.lint(List.of(rule("disk", Channel.EMAIL)), List.of(good("disk")))).isEmpty();
        assertThat(AlertQuality.lint(List.of(rule("disk", Channel.PAGE)), List.of()))
                .extracting(AlertQuality.Problem::message)
                .containsExactly("nobody said whether it is actionable, urgent and felt by customers");
        assertThat(AlertQuality.lint(List.of(Rule.of("more", "cpu > 70", new Action.Scale(2))), List.of())).isEmpty();
    }

    @Test
    @Tag("OPS-06")
    void an_alert_that_fired_is_looked_at_too() {
        Recorded fired = recorded(AlertFiring.of("a1", at(3), "disk"));
        AlertQuality idle = new AlertQuality("disk", false, true, true, AlertQuality.Kind.SYMPTOM);
        assertThat(messages(OperateDetectors.poorAlert(List.of(idle)), 100, fired))
                .containsExactly("alert a1 of rule disk fired: it is not actionable: nobody can do anything about it");
        assertThat(messages(OperateDetectors.poorAlert(List.of(good("disk"))), 100, fired)).isEmpty();
        assertThat(OperateDetectors.poorAlert().obstacle()).isPresent();
    }

    @Test
    @Tag("OPS-07")
    void paging_on_a_busy_processor_is_found_and_on_users_who_cannot_check_out_is_fine() {
        AlertQuality cpu = new AlertQuality("CPU high", true, true, true, AlertQuality.Kind.CAUSE);
        assertThat(AlertQuality.lint(List.of(rule("CPU high", Channel.PAGE)), List.of(cpu)))
                .extracting(AlertQuality.Problem::message)
                .containsExactly("it wakes people for a cause: expected a symptom, what users feel");
        assertThat(AlertQuality.lint(List.of(rule("CPU high", Channel.NOTIFY)), List.of(cpu))).isEmpty();
        assertThat(AlertQuality.lint(
                        List.of(rule("users can't checkout", Channel.PAGE)), List.of(good("users can't checkout"))))
                .isEmpty();
        Recorded paged =
                Found.labelled(recorded(AlertFiring.of("a1", at(3), "CPU high")), Labels.CHANNEL, "PAGE");
        assertThat(messages(OperateDetectors.poorAlert(List.of(cpu)), 100, paged)).hasSize(1);
    }

    @Test
    @Tag("CAT-20")
    void with_all_of_phase_1_and_two_items_of_phase_2_the_current_phase_is_2_and_the_missing_item_is_named() {
        RoadmapCheck roadmap = new RoadmapCheck(Catalogue.standard().cards(CardKind.PHASE).stream()
                .map(phase -> new RoadmapCheck.Phase(
                        phase.id(), phase.parts().stream().map(item -> item.id()).toList()))
                .toList());
        Set<String> done = new HashSet<>(roadmap.phases().get(0).items());
        done.add("phase-optimization-quality-gates");
        done.add("phase-optimization-alerts");
        assertThat(roadmap.standing(done))
                .isEqualTo(new RoadmapCheck.Standing(2, List.of("phase-optimization-infrastructure-as-code")));
        roadmap.phases().forEach(phase -> done.addAll(phase.items()));
        assertThat(roadmap.standing(done)).isEqualTo(new RoadmapCheck.Standing(5, List.of()));
        assertThat(roadmap.standing(Set.of()).missing()).hasSize(3);
    }

    @Test
    @Tag("CAT-20")
    void some_items_are_seen_in_event_data() {
        assertThat(RoadmapCheck.seen(Log.derive(commit("c1", 1), build("b1", 2, "commit:c1")).subjects()))
                .containsExactly("phase-foundation-pipelines", "phase-foundation-version-control");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoadmapCheck(List.of()))
                .withMessage("a roadmap has at least one phase");
    }

    @Test
    @Tag("DEP-22")
    void needs_lead_to_a_strategy_with_reasons() {
        StrategyAdvice best = StrategyAdvice.of(Set.of(Benefit.INSTANT_ROLLBACK, Benefit.ZERO_DOWNTIME))
                .get(0);
        assertThat(best.strategy()).isEqualTo(DeploymentStrategy.BLUE_GREEN);
        assertThat(best.met()).containsExactly(Benefit.ZERO_DOWNTIME, Benefit.INSTANT_ROLLBACK);
        assertThat(StrategyAdvice.of(Set.of(Benefit.SMALL_BLAST_RADIUS)).get(0).strategy())
                .isEqualTo(DeploymentStrategy.CANARY);
        assertThat(StrategyAdvice.of(Set.of(Benefit.NO_DOUBLE_INFRASTRUCTURE)).get(0).strategy())
                .isEqualTo(DeploymentStrategy.ROLLING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrategyAdvice.of(Set.of()))
                .withMessageStartingWith("no need is named: expected at least one of ");
    }
}
