package io.infinityloop.source;

import static io.infinityloop.artifact.Environment.CI;
import static io.infinityloop.artifact.Environment.LOCAL;
import static io.infinityloop.artifact.Environment.PRODUCTION;
import static io.infinityloop.artifact.Environment.STAGING;
import static io.infinityloop.artifact.Environment.TEST;
import static io.infinityloop.artifact.Environment.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.artifact.Environment;
import io.infinityloop.source.Environments.Basis;
import io.infinityloop.source.Environments.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentsTest {
    private static final Environments BY_NAME = Environments.byName();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PRODUCTION | prod, production, PRD, Live, eu-prod-1, production/eu, prod2, euProd, PROD_EU, my.live.site
        STAGING    | staging, stage, uat, preprod, pre-prod, pre-production, PreProd, acceptance, eu-staging-2
        TEST       | test, qa, integration, dev, development, review/fix-login, preview-12, Test
        CI         | ci, ci-1
        LOCAL      | local, localhost
        """)
    void a_word_in_the_name_is_a_guess(Environment environment, String names) {
        for (String name : names.split(", ", -1)) {
            Verdict verdict = BY_NAME.judge(name, "");
            assertThat(verdict).as(name).isEqualTo(new Verdict(environment, Basis.NAME));
            assertThat(verdict.isGuess()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        no such word      | product-db, reproduction, alive, delivery, predprod, github-pages, eu-1, 42
        prod is taken back | non-prod, nonprod, not-production, prod-like, prod-copy, prod-mirror, live-demo
        the words disagree | prod-test, test-production, review/fix-prod-login, staging-live, local-prod
        no name           | https://kubernetes.default.svc, {}, -, /
        """)
    void nothing_is_guessed_from_a_name_that_does_not_say_it(String why, String names) {
        for (String name : names.split(", ", -1)) {
            assertThat(BY_NAME.judge(name, "")).as(why + ": " + name).isEqualTo(new Verdict(UNKNOWN, Basis.NOTHING));
        }
        assertThat(BY_NAME.judge("", "").isGuess()).isFalse();
        assertThat(BY_NAME.judge("prod-".repeat(1_000_000), "").environment()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "production,PRODUCTION",
        "staging,STAGING",
        "testing,TEST",
        "development,TEST",
        "PRODUCTION,PRODUCTION",
        "STAGING,STAGING",
        "TESTING,TEST",
        "DEVELOPMENT,TEST",
        "other,UNKNOWN"
    })
    void the_tier_that_the_source_tells_comes_before_the_name(String tier, Environment environment) {
        assertThat(BY_NAME.judge("prod-eu", tier)).isEqualTo(new Verdict(environment, Basis.TIER));
        assertThat(BY_NAME.judge("", tier)).isEqualTo(new Verdict(environment, Basis.TIER));
    }

    @Test
    void a_tier_that_nobody_knows_leaves_it_to_the_name() {
        assertThat(BY_NAME.judge("prod", "gold")).isEqualTo(new Verdict(PRODUCTION, Basis.NAME));
    }

    @Test
    void a_rule_comes_before_everything_and_is_no_guess() {
        Environments rules = BY_NAME.with("Kunde-Nord", PRODUCTION).with("prod", STAGING);
        assertThat(rules.judge("kunde-nord", "")).isEqualTo(new Verdict(PRODUCTION, Basis.RULE));
        assertThat(rules.judge(" KUNDE-NORD ", "testing")).isEqualTo(new Verdict(PRODUCTION, Basis.RULE));
        assertThat(rules.judge("prod", "production")).isEqualTo(new Verdict(STAGING, Basis.RULE));
        assertThat(rules.judge("kunde-nord-2", "")).isEqualTo(new Verdict(UNKNOWN, Basis.NOTHING));
        assertThat(rules.with("PROD", CI).judge("prod", "")).isEqualTo(new Verdict(CI, Basis.RULE));
        assertThat(BY_NAME.judge("kunde-nord", "").environment()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_pattern_is_for_the_whole_name_and_the_first_one_counts() {
        Environments rules = BY_NAME.withPattern("kunde-.*", PRODUCTION)
                .withPattern("kunde-test.*", TEST)
                .withPattern("[a-z]+", LOCAL)
                .with("kunde-alt", STAGING);
        assertThat(rules.judge("Kunde-Test", "staging")).isEqualTo(new Verdict(PRODUCTION, Basis.RULE));
        assertThat(rules.judge("alt-kunde-1", "").environment()).isEqualTo(UNKNOWN);
        assertThat(rules.judge("kunde-alt", "").environment()).isEqualTo(STAGING);
        assertThat(rules.judge("anything", "").environment()).isEqualTo(LOCAL);
    }

    @Test
    void what_no_rule_says_anything_of_is_not_ruled() {
        Environments rules = BY_NAME.with("kunde", PRODUCTION).withPattern("prod-.*", STAGING);
        assertThat(rules.ruled("KUNDE")).contains(PRODUCTION);
        assertThat(rules.ruled("prod-1")).contains(STAGING);
        assertThat(rules.ruled("production")).isEmpty();
    }

    @Test
    void a_pattern_that_never_ends_leaves_the_environment_unknown() {
        Environments rules = BY_NAME.withPattern("(a|aa)+\\1?b", PRODUCTION).withPattern(".*", TEST);
        assertThat(rules.judge("a".repeat(200), "production")).isEqualTo(new Verdict(UNKNOWN, Basis.NOTHING));
        assertThat(rules.judge("a".repeat(10), "production").environment()).isEqualTo(TEST);
        assertThat(rules.judge("a".repeat(20) + "b", "").environment()).isEqualTo(PRODUCTION);
        assertThat(rules.judge("a".repeat(201), "production")).isEqualTo(new Verdict(PRODUCTION, Basis.TIER));
    }

    @Test
    void what_is_no_pattern_is_refused() {
        assertThatThrownBy(() -> BY_NAME.withPattern("prod-(", PRODUCTION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'prod-(' is no regular expression: Unclosed group")
                .hasMessageContaining("such as prod-.*");
    }
}
