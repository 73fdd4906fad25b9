package io.infinityloop.catalogue;

import static io.infinityloop.catalogue.CardKind.CHECKPOINT;
import static io.infinityloop.catalogue.CardKind.EXERCISE;
import static io.infinityloop.catalogue.CardKind.REFLECTION;
import static io.infinityloop.catalogue.Source.S0;
import static io.infinityloop.catalogue.Source.S1;
import static io.infinityloop.catalogue.Source.S2;
import static io.infinityloop.catalogue.Source.S3;
import static io.infinityloop.catalogue.Source.S4;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.Stage;
import io.infinityloop.machine.LoopDefinition;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue has for those who learn and teach: ways, words, claims and questions. */
class LearningCardsTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    @Tag("CAT-18")
    void culture() {
        assertThat(CATALOGUE.cards(CardKind.CULTURE))
                .extracting(Card::id)
                .contains("culture-breaking-silos", "culture-rotation", "operate-shared-on-call");
    }

    @Test
    @Tag("CAT-19")
    void four_phases_of_three_items() {
        assertThat(CATALOGUE.cards(CardKind.PHASE))
                .extracting(Card::name)
                .containsExactly("Foundation", "Optimization", "Innovation", "Transformation");
        assertThat(CATALOGUE.cards(CardKind.PHASE))
                .allSatisfy(phase -> assertThat(phase.parts(CardKind.ITEM)).hasSize(3));
        assertThat(CATALOGUE.cards(CardKind.PHASE).stream().flatMap(phase -> phase.parts(CardKind.ITEM).stream()))
                .hasSize(12)
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("CAT-21")
    void six_steps_of_adoption_in_order() {
        assertThat(CATALOGUE.cards(CardKind.ADOPTION_STEP))
                .extracting(Card::id)
                .containsExactly(
                        "adoption-assess",
                        "adoption-culture",
                        "adoption-automate",
                        "adoption-pipelines",
                        "adoption-measure",
                        "adoption-security");
    }

    @Test
    @Tag("CAT-22")
    void four_trends() {
        assertThat(names(CardKind.TREND, S0)).hasSize(4).contains("Platform engineering", "DevSecOps", "FinOps");
    }

    @Test
    void seven_steps_lead_from_an_incident_to_prevention() {
        assertThat(CATALOGUE.cards(CardKind.LEARNING_STEP))
                .extracting(Card::id)
                .containsExactly(
                        "learning-detect",
                        "learning-contain",
                        "learning-remediate",
                        "learning-retrospect",
                        "learning-change-policy",
                        "learning-predict",
                        "learning-prevent");
    }

    @Test
    @Tag("CAT-30")
    void definitions_and_terms() {
        assertThat(CATALOGUE.cards(CardKind.DEFINITION))
                .extracting(Card::sources)
                .containsExactly(List.of(S2), List.of(S3), List.of(S4));
        assertThat(names(CardKind.TERM, S3))
                .containsExactly(
                        "CALMR",
                        "Continuous Delivery Pipeline",
                        "CI/CD",
                        "DORA Metrics",
                        "Infrastructure as Code (IaC)",
                        "Swarming");
        assertThat(card("term-dora-metrics").parts())
                .extracting(Card::name)
                .containsExactly(
                        "Change Failure Rate",
                        "Deployment Frequency",
                        "Lead Time for Changes",
                        "Time to Restore Service");
    }

    @Test
    @Tag("CAT-31")
    void agile_and_waterfall() {
        assertThat(card("agile-context").text()).contains("Scrum", "Kanban");
        assertThat(card("waterfall-contrast").text()).startsWith("Waterfall");
    }

    @Test
    @Tag("CAT-25")
    void claims_are_cited_and_are_no_targets() {
        assertThat(CATALOGUE.cards(CardKind.CLAIM))
                .extracting(Card::name, Card::sources)
                .containsExactly(
                        tuple("Avanti Studio", List.of(S0)),
                        tuple("Daily Pulse", List.of(S0)),
                        tuple("Green Mainframe", List.of(S0)),
                        tuple("Puppet, State of DevOps", List.of(S2)));
        belongToNoMetricAndNoRule(CardKind.CLAIM);
    }

    @Test
    @Tag("CAT-38")
    void aims_are_told_and_belong_to_no_stage() {
        assertThat(CATALOGUE.cards(CardKind.AIM))
                .extracting(Card::sources)
                .containsExactly(List.of(S0), List.of(S1), List.of(S2), List.of(S3), List.of(S4));
        assertThat(CATALOGUE.stages())
                .allSatisfy(stage -> assertThat(stage.cards(CardKind.AIM)).isEmpty());
        belongToNoMetricAndNoRule(CardKind.AIM);
    }

    @Test
    @Tag("CAT-33")
    void nine_questions_have_a_command_or_a_member_that_answers_them() {
        assertThat(CATALOGUE.questions())
                .extracting(question -> question.card().kind())
                .containsExactly(
                        REFLECTION,
                        REFLECTION,
                        REFLECTION,
                        REFLECTION,
                        CHECKPOINT,
                        CHECKPOINT,
                        CHECKPOINT,
                        CHECKPOINT,
                        EXERCISE);
        assertThat(card("exercise-4-1").text()).contains("4.1");
        assertThat(CATALOGUE.questions())
                .extracting(Question::command, Question::member)
                .containsExactly(
                        tuple("report", null),
                        tuple("report --group-by service", null),
                        tuple(null, "io.infinityloop.catalogue.StageEntry#antiPatterns"),
                        tuple(null, "io.infinityloop.machine.LoopDefinition#delivery"),
                        tuple("catalogue", null),
                        tuple("draw delivery", null),
                        tuple(null, "io.infinityloop.Stage#next"),
                        tuple("catalogue build --kind practice", null),
                        tuple(null, "io.infinityloop.journey.Journey#start"));
    }

    @ParameterizedTest
    @MethodSource("members")
    @Tag("CAT-33")
    void the_member_that_answers_a_question_is_there_for_everybody(String member) throws ClassNotFoundException {
        String[] names = member.split("#", -1);
        Class<?> type = Class.forName(names[0]);
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(type.getMethods()).extracting(Method::getName).contains(names[1]);
    }

    private static Stream<String> members() {
        return CATALOGUE.questions().stream().map(Question::member).filter(Objects::nonNull);
    }

    @Test
    @Tag("CAT-33")
    void the_members_give_the_answers() {
        assertThat(Stage.MONITOR.next()).isEqualTo(Stage.PLAN);
        assertThat(LoopDefinition.delivery().contracts(Stage.MONITOR)).isNotEmpty();
        assertThat(CATALOGUE.stage(Stage.BUILD).antiPatterns())
                .extracting(pattern -> pattern.card().id())
                .contains("build-manual");
    }

    @Test
    void a_question_has_one_answer() {
        Card card = card("check-endless");
        Card answer = card.parts(CardKind.ANSWER).get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Question(card, answer, null, null))
                .withMessageEndingWith("expected one of them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Question(card, answer, "catalogue", "io.infinityloop.Stage#next"))
                .withMessageContaining("check-endless");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Question.of(answer))
                .withMessageContaining("no part of kind ANSWER");
    }

    /** What is only claimed or hoped for is no metric, has no detector, and no field that a program could compare. */
    private static void belongToNoMetricAndNoRule(CardKind kind) {
        assertThat(kind.attributes()).isEmpty();
        assertThat(CATALOGUE.cards(kind)).isNotEmpty().allSatisfy(card -> {
            assertThat(card.parts()).isEmpty();
            assertThat(CATALOGUE.metrics()).extracting(KeyMetric::card).doesNotContain(card);
            assertThat(CATALOGUE.antiPatterns()).extracting(AntiPattern::card).doesNotContain(card);
            assertThat(CATALOGUE.questions()).extracting(Question::card).doesNotContain(card);
        });
    }

    private static Card card(String id) {
        return CATALOGUE.card(id).orElseThrow();
    }

    private static List<String> names(CardKind kind, Source source) {
        return CATALOGUE.cards(kind).stream()
                .filter(card -> card.isFrom(source))
                .map(Card::name)
                .toList();
    }
}
