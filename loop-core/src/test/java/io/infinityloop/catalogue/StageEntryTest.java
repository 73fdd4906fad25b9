package io.infinityloop.catalogue;

import static io.infinityloop.catalogue.Source.S0;
import static io.infinityloop.catalogue.Source.S1;
import static io.infinityloop.catalogue.Source.S3;
import static io.infinityloop.catalogue.Source.S4;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The eight entries, with the counts of their sources. */
class StageEntryTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    @Tag("CAT-01")
    void plan() {
        StageEntry plan = CATALOGUE.stage(Stage.PLAN);
        assertThat(plan.goal().sources()).containsExactly(S0, S1);
        assertThat(plan.activities()).hasSize(5);
        assertThat(names(plan.tools(), S0)).containsExactly("Jira", "Azure DevOps", "Notion");
        assertThat(names(plan.tools(), S1))
                .containsExactly("Jira", "Azure DevOps", "GitHub Issues", "Confluence", "Notion", "Slack", "Teams");
        assertThat(from(plan.practices(), S0)).hasSize(2);
        assertThat(from(plan.practices(), S1)).hasSize(3);
        assertThat(plan.antiPatterns()).hasSize(3);
        assertThat(plan.cards(CardKind.PITFALL)).hasSize(1);
    }

    @Test
    @Tag("CAT-02")
    void code() {
        StageEntry code = CATALOGUE.stage(Stage.CODE);
        assertThat(code.goal().sources()).containsExactly(S0, S1);
        assertThat(code.activities()).hasSize(5);
        assertThat(names(code.tools(), S0)).containsExactly("GitHub", "GitLab", "Bitbucket");
        assertThat(names(code.tools(), S1))
                .containsExactly("Git", "GitHub", "GitLab", "Bitbucket", "VSCode", "IntelliJ", "SonarQube");
        assertThat(from(code.practices(), S0)).hasSize(2);
        assertThat(from(code.practices(), S1)).hasSize(5);
        assertThat(code.antiPatterns()).hasSize(4);
        assertThat(code.cards(CardKind.CLAIM))
                .singleElement()
                .satisfies(impact -> assertThat(impact.text()).contains("30 %"));
    }

    @Test
    @Tag("CAT-03")
    void build() {
        StageEntry build = CATALOGUE.stage(Stage.BUILD);
        assertThat(build.goal().sources()).containsExactly(S0, S1);
        assertThat(build.activities()).hasSize(5);
        assertThat(names(build.tools(), S0)).containsExactly("GitHub Actions", "Jenkins", "CircleCI");
        assertThat(names(build.tools(), S1))
                .containsExactly("Maven", "Gradle", "npm", "Yarn", "Docker", "Nexus", "Artifactory");
        assertThat(build.practices()).hasSize(5);
        assertThat(build.cards(CardKind.TIP)).hasSize(1);
        assertThat(build.metrics())
                .extracting(KeyMetric::metric)
                .containsExactly("delivery.build-duration", "delivery.build-success-rate", "delivery.test-pass-rate");
        assertThat(build.antiPatterns()).hasSize(4);
    }

    @Test
    @Tag("CAT-04")
    void test() {
        StageEntry test = CATALOGUE.stage(Stage.TEST);
        assertThat(test.goal().sources()).containsExactly(S0, S1);
        assertThat(test.activities()).hasSize(4);
        assertThat(names(test.tools(), S0)).containsExactly("k6", "Selenium");
        assertThat(names(test.tools(), S1))
                .containsExactly(
                        "Selenium", "Jest", "JUnit", "pytest", "Cypress", "JMeter", "Gatling", "OWASP ZAP", "Snyk");
        assertThat(from(test.practices(), S0)).hasSize(2);
        assertThat(from(test.practices(), S1)).hasSize(4);
        assertThat(test.antiPatterns()).hasSize(4);
        assertThat(test.cards(CardKind.TEST_TYPE)).hasSize(5);
    }

    @Test
    @Tag("CAT-05")
    void release() {
        StageEntry release = CATALOGUE.stage(Stage.RELEASE);
        assertThat(release.goal().sources()).containsExactly(S0, S1);
        assertThat(release.activities()).hasSize(5);
        assertThat(names(release.tools(), S0)).containsExactly("ArgoCD", "Spinnaker");
        assertThat(names(release.tools(), S1))
                .containsExactly("Git tags", "Semantic versioning", "Release management tools");
        assertThat(release.practices()).hasSize(3);
        assertThat(release.cards(CardKind.ADVANCED_STRATEGY)).hasSize(2);
        assertThat(release.cards(CardKind.RELEASE_STRATEGY)).hasSize(3);
        assertThat(release.antiPatterns()).hasSize(3);
    }

    @Test
    @Tag("CAT-06")
    void deploy() {
        StageEntry deploy = CATALOGUE.stage(Stage.DEPLOY);
        assertThat(deploy.goal().sources()).containsExactly(S0, S1);
        assertThat(deploy.activities()).hasSize(4);
        assertThat(names(deploy.tools(), S0)).containsExactly("Kubernetes", "ArgoCD");
        assertThat(names(deploy.tools(), S1))
                .containsExactly(
                        "Kubernetes",
                        "Docker Swarm",
                        "Ansible",
                        "Terraform",
                        "Jenkins",
                        "GitHub Actions",
                        "GitLab CI",
                        "Spinnaker",
                        "ArgoCD");
        assertThat(deploy.practices()).hasSize(4);
        assertThat(deploy.cards(CardKind.DEPLOYMENT_STRATEGY)).hasSize(3);
        assertThat(from(deploy.cards(CardKind.DEPLOYMENT_STRATEGY), S0)).hasSize(2);
        assertThat(deploy.metrics())
                .extracting(KeyMetric::metric)
                .containsExactly(
                        "dora.deployment-frequency",
                        "delivery.deployment-duration",
                        "delivery.deployment-success-rate");
        assertThat(deploy.antiPatterns()).hasSize(4);
        assertThat(deploy.cards(CardKind.INSIGHT)).hasSize(1);
    }

    @Test
    @Tag("CAT-07")
    void operate() {
        StageEntry operate = CATALOGUE.stage(Stage.OPERATE);
        assertThat(operate.goal().sources()).containsExactly(S0, S1);
        assertThat(operate.activities()).hasSize(5);
        assertThat(names(operate.tools(), S0)).containsExactly("PagerDuty", "Grafana On Call");
        assertThat(names(operate.tools(), S1))
                .containsExactly("PagerDuty", "Prometheus", "Grafana", "Opsgenie", "Kubernetes", "ELK Stack");
        assertThat(operate.practices()).hasSize(4);
        assertThat(operate.cards(CardKind.RESPONSIBILITY)).hasSize(5);
        assertThat(operate.cards(CardKind.CULTURE)).hasSize(2);
        assertThat(operate.antiPatterns()).hasSize(4);
    }

    @Test
    @Tag("CAT-08")
    void monitor() {
        StageEntry monitor = CATALOGUE.stage(Stage.MONITOR);
        assertThat(monitor.goal().sources()).containsExactly(S0, S1);
        assertThat(monitor.activities()).hasSize(4);
        assertThat(names(monitor.tools(), S0)).containsExactly("Prometheus", "ELK Stack", "Grafana");
        assertThat(names(monitor.tools(), S1))
                .containsExactly(
                        "Prometheus", "Datadog", "New Relic", "ELK Stack", "Splunk", "Jaeger", "Zipkin", "Grafana");
        assertThat(monitor.practices()).hasSize(4);
        assertThat(monitor.cards(CardKind.PILLAR)).hasSize(3);
        assertThat(monitor.cards(CardKind.PATTERN)).extracting(Card::name).containsExactly("USE", "RED");
        assertThat(monitor.antiPatterns()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("CAT-10")
    void each_stage_has_its_purpose_in_one_sentence(Stage stage) {
        StageEntry entry = CATALOGUE.stage(stage);
        assertThat(entry.purpose().sources()).containsExactly(S3);
        assertThat(entry.cards(CardKind.PURPOSE)).hasSize(1);
        assertThat(CATALOGUE.cards(CardKind.PURPOSE)).hasSize(8);
        assertThat(entry.purpose().text()).matches("[^.]+\\.");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("CAT-32")
    void no_stage_is_without_goal_activity_tool_practice_and_anti_pattern(Stage stage) {
        StageEntry entry = CATALOGUE.stage(stage);
        assertThat(entry.goal().text()).isNotBlank();
        assertThat(entry.cards(CardKind.GOAL)).hasSize(1);
        assertThat(entry.activities()).isNotEmpty();
        assertThat(entry.tools()).isNotEmpty();
        assertThat(entry.practices()).isNotEmpty();
        assertThat(entry.antiPatterns()).isNotEmpty();
    }

    @Test
    @Tag("CAT-32")
    void the_lesson_has_37_activities_32_practices_and_30_anti_patterns() {
        assertThat(from(all(StageEntry::activities), S1)).hasSize(37);
        assertThat(from(all(StageEntry::practices), S1)).hasSize(32);
        assertThat(from(CATALOGUE.antiPatterns().stream().map(AntiPattern::card).toList(), S1))
                .hasSize(30);
    }

    @Test
    @Tag("CAT-37")
    void tools_of_the_last_document_stand_under_their_stages() {
        assertThat(names(CATALOGUE.stage(Stage.PLAN).tools(), S4)).containsExactly("Jira", "Azure DevOps Boards");
        assertThat(names(CATALOGUE.stage(Stage.BUILD).tools(), S4))
                .containsExactly("Jenkins", "Azure DevOps pipelines");
        assertThat(names(CATALOGUE.stage(Stage.MONITOR).tools(), S4)).containsExactly("ELK Stack", "Splunk");
        assertThat(from(CATALOGUE.cards(CardKind.TOOL), S4)).hasSize(6);
    }

    private static List<Card> all(Function<StageEntry, List<Card>> cards) {
        return CATALOGUE.stages().stream().map(cards).flatMap(List::stream).toList();
    }

    private static List<Card> from(Collection<Card> cards, Source source) {
        return cards.stream().filter(card -> card.isFrom(source)).toList();
    }

    private static List<String> names(Collection<Card> tools, Source source) {
        return from(tools, source).stream().map(Card::name).toList();
    }
}
