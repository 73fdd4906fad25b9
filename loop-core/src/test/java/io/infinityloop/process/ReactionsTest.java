package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.Labels;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.artifact.RestoreClock;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.rule.Action;
import io.infinityloop.rule.Channel;
import io.infinityloop.rule.Firing;
import io.infinityloop.rule.Rule;
import io.infinityloop.rule.RuleSet;
import io.infinityloop.rule.Sample;
import io.infinityloop.rule.ScalingBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReactionsTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final ScalingBounds BOUNDS = new ScalingBounds(3, 20);
    private static final RuleSet SCALING = RuleSet.of(
            Rule.of("up", "cpu > 70 for 5m", new Action.Scale(2)),
            Rule.of("down", "cpu < 30 for 10m", new Action.Scale(-1)));

    @Test
    @Tag("OPS-13")
    void a_busy_spell_makes_12_servers_of_10_and_a_quiet_one_takes_one_away() {
        List<ScalingAction> story = scaled(10, load(300, "75", 900, "50", 1_800, "25", 2_400, "50"));

        assertThat(story).extracting(ScalingAction::from).containsExactly(10L, 12L);
        assertThat(story).extracting(ScalingAction::to).containsExactly(12L, 11L);
        assertThat(story.get(0))
                .isEqualTo(new ScalingAction(
                        ArtifactMetadata.of("shop/up@2026-01-05T09:05:00Z", NINE.plusSeconds(300))
                                .with(Labels.of(Labels.SERVICE, "shop")),
                        "shop",
                        10,
                        12,
                        "up: cpu > 70: TRUE, it is 75"));
        assertThat(story.get(1).reason()).isEqualTo("down: cpu < 30: TRUE, it is 25");
    }

    @Test
    @Tag("OPS-14")
    void there_are_never_less_than_3_or_more_than_20_servers_and_what_changes_nothing_is_not_recorded() {
        assertThat(scaled(19, load(300, "75"))).extracting(ScalingAction::to).containsExactly(20L);
        assertThat(scaled(20, load(300, "75"))).isEmpty();
        assertThat(scaled(4, load(600, "25", 700, "50", 1_400, "25")))
                .extracting(ScalingAction::to)
                .containsExactly(3L);
        assertThat(scaled(3, load(600, "25"))).isEmpty();
    }

    @Test
    @Tag("OPS-16")
    void load_on_one_service_leads_to_a_scaling_of_that_service_alone() {
        List<ScalingAction> actions = new ArrayList<>();
        for (String service : List.of("A", "B")) {
            String cpu = service.equals("A") ? "75" : "50";
            SCALING.evaluate(SCALING.start(service).state(), load(300, cpu), NINE.plusSeconds(300))
                    .firings()
                    .forEach(firing -> Reactions.scaling(firing, BOUNDS, 10).ifPresent(actions::add));
        }

        assertThat(actions)
                .extracting(ScalingAction::resource, ScalingAction::from, ScalingAction::to)
                .containsExactly(tuple("A", 10L, 12L));
    }

    @Test
    void numbers_that_no_service_has_are_refused() {
        Firing firing = fired(SCALING, load(300, "75")).get(0);
        for (long instances : new long[] {-1, Integer.MAX_VALUE + 1L}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Reactions.scaling(firing, BOUNDS, instances))
                    .withMessage(instances + " instances of shop: expected 0 to 2147483647");
        }
    }

    @Test
    @Tag("OPS-08")
    void an_error_rate_becomes_an_alert_and_the_alert_an_incident_that_is_lived_through() {
        RuleSet rules =
                RuleSet.of(Rule.of("errors", "error.rate > 1 for 5m", new Action.Alert(Channel.PAGE, "on-call")));
        List<Sample> rates =
                List.of(Sample.of("error.rate", NINE, "1.5"), Sample.of("error.rate", NINE.plusSeconds(1_560), "0.1"));

        AlertFiring alert = Reactions.alert(fired(rules, rates).get(0)).orElseThrow();
        Instant firedAt = NINE.plusSeconds(300);
        assertThat(alert.ref().id()).isEqualTo("shop/errors@2026-01-05T09:05:00Z");
        assertThat(alert.at()).isEqualTo(firedAt);
        assertThat(alert.rule()).isEqualTo("errors");
        assertThat(alert.reason()).isEqualTo("error.rate > 1: TRUE, it is 1.5");
        assertThat(alert.labels())
                .isEqualTo(Labels.of(Labels.SERVICE, "shop")
                        .with(Labels.CHANNEL, "PAGE")
                        .with(Labels.ROLE, "on-call"));

        Incident incident = new Incident(
                ArtifactMetadata.of("INC-1", alert.at()).derivedFrom(List.of(alert.ref())),
                "checkout is down",
                true,
                null);
        IncidentLife life = IncidentLife.fired(incident, alert.at())
                .page(firedAt.plusSeconds(10))
                .orThrow()
                .acknowledge(firedAt.plusSeconds(60))
                .orThrow()
                .mitigate(firedAt.plusSeconds(300))
                .orThrow()
                .resolve(firedAt.plusSeconds(1_260))
                .orThrow()
                .verify(firedAt.plusSeconds(1_320), Evidence.NONE.withArtifacts(List.of(alert.ref())))
                .orThrow()
                .close(new PostMortem(List.of("one provider"), List.of(), List.of()), firedAt.plus(Duration.ofDays(1)))
                .orThrow();
        assertThat(life.state()).isEqualTo(IncidentState.POSTMORTEM_DONE);
        assertThat(life.incident().derivedFrom()).containsExactly(alert.ref());
        assertThat(life.incident().duration(RestoreClock.RESOLVED)).contains(Duration.ofMinutes(21));
    }

    @Test
    void other_actions_become_neither_and_each_firing_has_an_id_of_its_own() {
        Firing replace = new Firing("shop", "sick", new Action.Replace(), NINE, List.of());
        assertThat(Reactions.alert(replace)).isEmpty();
        assertThat(Reactions.scaling(replace, BOUNDS, 10)).isEmpty();
        Firing scale = fired(SCALING, load(300, "75")).get(0);
        assertThat(Reactions.alert(scale)).isEmpty();

        assertThat(id("a/b", "c")).isEqualTo(id("a/b", "c")).isNotEqualTo(id("a", "b/c"));
        assertThat(id("s".repeat(500), "r")).hasSize(36).isNotEqualTo(id("s".repeat(500), "q"));
    }

    private static String id(String subject, String rule) {
        Action page = new Action.Alert(Channel.PAGE, "on-call");
        return Reactions.alert(new Firing(subject, rule, page, NINE, List.of()))
                .orElseThrow()
                .id();
    }

    /** {@return what is recorded of the shop, whose scaling is done each time} */
    private static List<ScalingAction> scaled(long instances, List<Sample> samples) {
        List<ScalingAction> story = new ArrayList<>();
        long now = instances;
        for (Firing firing : fired(SCALING, samples)) {
            Optional<ScalingAction> action = Reactions.scaling(firing, BOUNDS, now);
            action.ifPresent(story::add);
            now = action.map(ScalingAction::to).orElse(now);
        }
        return story;
    }

    private static List<Firing> fired(RuleSet rules, List<Sample> samples) {
        Instant last = samples.get(samples.size() - 1).at();
        return rules.evaluate(rules.start("shop").state(), samples, last).firings();
    }

    /** {@return the load each ten seconds: until a second a value, then until another second another value} */
    private static List<Sample> load(Object... untilAndValue) {
        List<Sample> samples = new ArrayList<>();
        int second = 0;
        for (int i = 0; i < untilAndValue.length; i += 2) {
            for (; second <= (int) untilAndValue[i]; second += 10) {
                samples.add(Sample.of("cpu", NINE.plusSeconds(second), (String) untilAndValue[i + 1]));
            }
        }
        return samples;
    }
}
