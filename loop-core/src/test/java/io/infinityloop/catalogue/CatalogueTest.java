package io.infinityloop.catalogue;

import static io.infinityloop.catalogue.Source.OWN;
import static io.infinityloop.catalogue.Source.S1;
import static io.infinityloop.catalogue.Source.S2;
import static io.infinityloop.catalogue.Source.S3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Practice;
import io.infinityloop.Role;
import io.infinityloop.Stage;
import io.infinityloop.catalogue.AntiPattern.Mark;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the catalogue tells of the loop as a whole, with the counts of its sources. */
class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    @Tag("CAT-11")
    void every_card_cites_its_source() {
        assertThat(CATALOGUE.cards()).hasSizeGreaterThan(300);
        assertThat(withParts())
                .allSatisfy(card -> assertThat(card.sources())
                        .as(card.id())
                        .isNotEmpty()
                        .isSorted()
                        .doesNotHaveDuplicates());
        assertThat(withParts().flatMap(card -> card.sources().stream())).contains(Source.values());
        assertThat(Source.values())
                .allSatisfy(source -> assertThat(source.title()).isNotBlank());
    }

    @Test
    @Tag("CAT-12")
    void four_principles_of_the_lesson() {
        assertThat(names(CardKind.PRINCIPLE, S1))
                .containsExactly("Continuous", "Automated", "Fast feedback", "Integrated");
    }

    @Test
    @Tag("CAT-13")
    void seven_principles_of_the_encyclopaedia() {
        assertThat(names(CardKind.PRINCIPLE, S3)).hasSize(7).contains("CALMR");
    }

    @Test
    @Tag("CAT-14")
    void calmr_has_five_sides_and_metrics_are_told_by_side() {
        assertThat(CalmrDimension.values()).hasSize(5);
        assertThat(CATALOGUE.cards(CardKind.CALMR))
                .extracting(Card::name)
                .containsExactly(Stream.of(CalmrDimension.values())
                        .map(CalmrDimension::displayName)
                        .toArray(String[]::new));
        assertThat(CATALOGUE.metrics(CalmrDimension.RECOVERY))
                .extracting(KeyMetric::metric)
                .containsExactly("dora.time-to-restore");
        assertThat(Stream.of(CalmrDimension.values()).flatMap(side -> CATALOGUE.metrics(side).stream()))
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.metrics());
    }

    @ParameterizedTest
    @EnumSource
    void each_side_of_calmr_has_a_card_and_a_metric(CalmrDimension side) {
        assertThat(CATALOGUE.card(side).name()).isEqualTo(side.displayName());
        assertThat(CATALOGUE.metrics(side)).isNotEmpty();
    }

    @Test
    @Tag("CAT-15")
    void thirteen_key_practices_with_their_stages() {
        assertThat(CATALOGUE.cards(CardKind.KEY_PRACTICE)).hasSize(13).allSatisfy(practice -> {
            assertThat(practice.stages()).as(practice.id()).isNotEmpty();
            assertThat(practice.sources()).containsExactly(S3);
        });
    }

    @Test
    @Tag("CAT-16")
    void seven_practices_of_observability_and_incidents() {
        assertThat(names(CardKind.OBSERVABILITY_PRACTICE, S3)).hasSize(7).contains("Swarming", "Game days");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("CAT-17")
    void each_role_has_a_duty_in_each_of_its_stages_and_in_no_other(Role role) {
        Card card = CATALOGUE.card(role);
        assertThat(card.name()).isEqualTo(role.displayName());
        assertThat(card.parts(CardKind.DUTY))
                .extracting(Card::stages)
                .containsExactlyElementsOf(role.stages().stream().map(List::of).toList());
        for (Stage stage : Stage.values()) {
            assertThat(CATALOGUE.stage(stage).duties().containsKey(role))
                    .isEqualTo(role.stages().contains(stage));
        }
    }

    @Test
    @Tag("CAT-23")
    void five_continuous_practices_with_their_stages() {
        assertThat(names(CardKind.CONTINUOUS_PRACTICE, S2))
                .hasSize(5)
                .isSubsetOf(
                        Stream.of(Practice.values()).map(Practice::displayName).toList());
        assertThat(CATALOGUE.cards(CardKind.CONTINUOUS_PRACTICE)).allSatisfy(practice -> {
            assertThat(practice.stages()).isNotEmpty();
            assertThat(practice.text()).isNotBlank();
        });
    }

    @Test
    @Tag("CAT-24")
    void a_chain_of_tools_has_eight_rows_and_a_tool_may_be_in_several() {
        List<List<String>> rows = CATALOGUE.stages().stream()
                .map(stage ->
                        stage.cards(CardKind.TOOLCHAIN).stream().map(Card::name).toList())
                .toList();
        assertThat(rows)
                .containsExactly(
                        List.of("Jira", "GitHub"),
                        List.of("GitHub", "VSCode"),
                        List.of("GitHub Actions"),
                        List.of("Jest", "Cypress", "Snyk"),
                        List.of("Git tags", "Semantic versioning"),
                        List.of("ArgoCD", "Kubernetes"),
                        List.of("Kubernetes", "PagerDuty"),
                        List.of("Prometheus", "Grafana"));
        assertThat(CATALOGUE.cards(CardKind.TOOLCHAIN))
                .allSatisfy(tool -> assertThat(tool.text()).isNotBlank());
        assertThat(CATALOGUE.cards(CardKind.TOOL).stream()
                        .filter(tool -> tool.name().equals("Kubernetes"))
                        .flatMap(tool -> tool.stages().stream()))
                .containsExactly(Stage.DEPLOY, Stage.OPERATE);
    }

    @Test
    @Tag("CAT-26")
    void what_speaks_for_and_against_each_deployment_strategy() {
        List<Card> strategies = CATALOGUE.cards(CardKind.DEPLOYMENT_STRATEGY);
        assertThat(strategies).extracting(Card::name).containsExactly("Blue-green", "Rolling", "Canary");
        assertThat(strategies)
                .extracting(strategy -> strategy.parts(CardKind.BENEFIT).size())
                .containsExactly(3, 2, 3);
        assertThat(strategies)
                .extracting(strategy -> strategy.parts(CardKind.DRAWBACK).size())
                .containsExactly(0, 2, 0);
    }

    @Test
    @Tag("CAT-27")
    void kinds_of_tests_with_time_number_and_what_they_show() {
        assertThat(part("test-unit", CardKind.SPEED)).isEqualTo("milliseconds");
        assertThat(part("test-unit", CardKind.AMOUNT)).isEqualTo("hundreds or thousands");
        assertThat(part("test-integration", CardKind.SPEED)).isEqualTo("seconds");
        assertThat(part("test-integration", CardKind.AMOUNT)).isEqualTo("dozens");
        assertThat(part("test-end-to-end", CardKind.SPEED)).isEqualTo("minutes");
        assertThat(part("test-end-to-end", CardKind.AMOUNT)).startsWith("few");
        assertThat(CATALOGUE.cards(CardKind.TEST_TYPE))
                .allSatisfy(test -> assertThat(test.parts(CardKind.CONFIDENCE)).hasSize(1));
    }

    @Test
    @Tag("CAT-28")
    void five_remedies_are_from_a_source_and_the_others_are_marked_as_ours() {
        List<Card> remedies = CATALOGUE.antiPatterns().stream()
                .map(pattern -> pattern.remedy().orElseThrow())
                .toList();
        assertThat(remedies).hasSize(35);
        assertThat(remedies.stream().filter(remedy -> remedy.isFrom(S3))).hasSize(5);
        assertThat(remedies.stream().filter(remedy -> !remedy.isFrom(S3)))
                .hasSize(30)
                .allSatisfy(remedy -> assertThat(remedy.sources()).containsExactly(OWN));
    }

    @Test
    @Tag("CAT-29")
    void each_pillar_has_three_uses() {
        assertThat(CATALOGUE.cards(CardKind.PILLAR))
                .extracting(Card::name)
                .containsExactly("Metrics", "Logs", "Traces");
        assertThat(CATALOGUE.cards(CardKind.PILLAR))
                .extracting(pillar -> pillar.parts(CardKind.USE).size())
                .containsExactly(3, 3, 3);
    }

    @Test
    @Tag("CAT-35")
    void infrastructure_as_code() {
        Card infrastructure = card("infrastructure-as-code");
        assertThat(infrastructure.parts(CardKind.ELEMENT))
                .extracting(Card::name)
                .containsExactly("Compute", "Storage", "Network");
        assertThat(infrastructure.parts(CardKind.BENEFIT))
                .hasSize(3)
                .allSatisfy(benefit -> assertThat(benefit.sources()).containsExactly(S2));
    }

    @Test
    @Tag("CAT-36")
    void loosely_coupled_services() {
        assertThat(card("loosely-coupled-services").parts())
                .extracting(Card::name)
                .containsExactly("Scale", "Heal", "Deploy");
    }

    @Test
    @Tag("OPS-23")
    void four_kinds_of_work_on_databases() {
        assertThat(names(CardKind.DATABASE_OPERATION, S1)).hasSize(4);
    }

    @Test
    @Tag("OBS-19")
    void middleware_is_a_secondary_signal() {
        assertThat(card("signal-middleware").kind()).isEqualTo(CardKind.SECONDARY_SIGNAL);
        assertThat(names(CardKind.PRIMARY_SIGNAL, S2)).doesNotContain("Middleware");
    }

    @Test
    @Tag("ANTI-42")
    void all_anti_patterns_of_the_lesson_have_a_stage_and_a_mark() {
        assertThat(CATALOGUE.stages())
                .extracting(stage -> stage.antiPatterns().size())
                .containsExactly(3, 4, 4, 4, 3, 4, 4, 4);
        assertThat(CATALOGUE.stages().stream().flatMap(stage -> stage.antiPatterns().stream()))
                .hasSize(30)
                .allSatisfy(pattern -> assertThat(pattern.card().sources()).containsExactly(S1))
                .allSatisfy(pattern -> assertThat(pattern.detector()).matches("finding\\.[a-z-]+"));
        assertThat(CATALOGUE.antiPatterns().stream()
                        .filter(pattern -> pattern.mark() == Mark.PREVENTED)
                        .map(pattern -> pattern.card().id()))
                .containsExactly(
                        "code-no-tests",
                        "code-not-committed",
                        "test-no-tests",
                        "deploy-no-way-back",
                        "deploy-not-verified");
    }

    @Test
    void a_mark_and_a_detector_fit_each_other() {
        Card card = CATALOGUE.antiPatterns().get(0).card();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AntiPattern(card, Mark.DETECTED, null))
                .withMessageContaining("the id of its detector is expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AntiPattern(card, Mark.CATALOGUE_ONLY, "finding.x"))
                .withMessageContaining("finding.x");
        assertThat(new AntiPattern(card, Mark.CATALOGUE_ONLY, null).remedy()).isPresent();
    }

    @Test
    void a_card_is_found_by_its_id_also_one_that_is_a_part() {
        assertThat(card("test-unit-speed").text()).isEqualTo("milliseconds");
        assertThat(CATALOGUE.card("test-unit-age")).isEmpty();
        assertThat(card("plan-tool-jira")).hasToString("TOOL plan-tool-jira: Jira");
        assertThat(CATALOGUE).hasToString("catalogue of " + CATALOGUE.cards().size() + " cards in en");
    }

    private static Stream<Card> withParts() {
        return withParts(CATALOGUE.cards());
    }

    private static Stream<Card> withParts(List<Card> cards) {
        return cards.stream().flatMap(card -> Stream.concat(Stream.of(card), withParts(card.parts())));
    }

    private static Card card(String id) {
        return CATALOGUE.card(id).orElseThrow();
    }

    private static String part(String id, CardKind kind) {
        return card(id).parts(kind).get(0).text();
    }

    private static List<String> names(CardKind kind, Source source) {
        return CATALOGUE.cards(kind).stream()
                .filter(card -> card.isFrom(source))
                .map(Card::name)
                .toList();
    }
}
