package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TestRunTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final ArtifactMetadata SOME = ArtifactMetadata.of("x", T0);
    private static final List<SecurityResult> CLEAN = List.of(
            new SecurityResult(SecurityCheck.SQL_INJECTION, 0),
            new SecurityResult(SecurityCheck.XSS, 0),
            new SecurityResult(SecurityCheck.DEPENDENCY, 0),
            new SecurityResult(SecurityCheck.AUTH_BYPASS, 0));

    @Test
    @Tag("GATE-05")
    void all_levels_are_there_with_scope_speed_and_default_stage() {
        assertThat(TestLevel.values())
                .extracting(TestLevel::name, TestLevel::speed, TestLevel::defaultStage)
                .containsExactly(
                        tuple("UNIT", TestSpeed.FAST, Stage.BUILD),
                        tuple("CONTRACT", TestSpeed.FAST, Stage.BUILD),
                        tuple("INTEGRATION", TestSpeed.MEDIUM, Stage.TEST),
                        tuple("E2E", TestSpeed.SLOW, Stage.TEST),
                        tuple("UI", TestSpeed.SLOW, Stage.TEST),
                        tuple("PERFORMANCE", TestSpeed.SLOW, Stage.TEST),
                        tuple("SECURITY", TestSpeed.SLOW, Stage.TEST),
                        tuple("ACCEPTANCE", TestSpeed.SLOW, Stage.TEST),
                        tuple("SMOKE", TestSpeed.MEDIUM, Stage.TEST));
        for (TestLevel level : TestLevel.values()) {
            assertThat(level.scope()).isNotBlank();
            TestRun run = TestRun.of("x", T0, level, Outcome.PASSED);
            assertThat(run.stage()).isEqualTo(level.defaultStage());
            assertThat(run.level()).contains(level);
        }
    }

    @Test
    @Tag("ART-17")
    void a_run_has_level_counts_duration_evidence_and_the_digest_tested() {
        TestRun run = new TestRun(
                SOME,
                Stage.TEST,
                "load",
                Outcome.FAILED,
                new TestRun.Counts(9, 1, 0),
                T0.plusSeconds(90),
                TestCoverage.of(TestLevel.PERFORMANCE).withDigests(List.of("sha256:aa")));

        assertThat(run.level()).contains(TestLevel.PERFORMANCE);
        assertThat(run.duration()).contains(Duration.ofSeconds(90));
        assertThat(run.evidence()).contains(EvidenceKind.PERFORMANCE);
        assertThat(run.digests()).containsExactly("sha256:aa");
        assertThat(run.with(run.coverage().withEvidence(EvidenceKind.CORRECTNESS))
                        .evidence())
                .contains(EvidenceKind.CORRECTNESS);
    }

    @Test
    void what_nobody_said_is_not_guessed() {
        TestRun run = TestRun.of("x", T0, Outcome.PASSED);
        assertThat(run.level()).isEmpty();
        assertThat(run.evidence()).isEmpty();
        assertThat(run.duration()).isEmpty();
        assertThat(run.digests()).isEmpty();
        assertThat(run.gaps()).isEmpty();
        assertThat(run.coverage()).isSameAs(TestCoverage.UNKNOWN);
    }

    @Test
    @Tag("GATE-18")
    void a_security_run_without_dependency_has_a_gap_and_one_finding_makes_it_failed() {
        assertThat(SecurityCheck.values())
                .extracting(SecurityCheck::name)
                .containsExactly("SQL_INJECTION", "XSS", "DEPENDENCY", "AUTH_BYPASS", "PENETRATION");
        TestRun clean = TestRun.ofSecurity("x", T0, CLEAN);
        assertThat(clean.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(clean.gaps()).isEmpty();

        List<SecurityResult> without = CLEAN.stream()
                .filter(result -> result.check() != SecurityCheck.DEPENDENCY)
                .toList();
        assertThat(TestRun.ofSecurity("x", T0, without).gaps())
                .containsExactly(new Gap("checks", "no DEPENDENCY check: nobody looked for it"));

        List<SecurityResult> found = List.of(new SecurityResult(SecurityCheck.XSS, 1));
        assertThat(TestRun.ofSecurity("x", T0, found).outcome()).isEqualTo(Outcome.FAILED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestRun.of("x", T0, Outcome.PASSED).with(TestCoverage.UNKNOWN.withChecks(found)))
                .withMessage("test run x PASSED though XSS found 1: one finding makes it FAILED");
        assertThatIllegalArgumentException().isThrownBy(() -> new SecurityResult(SecurityCheck.XSS, -1));
    }

    @Test
    void a_run_of_the_security_level_without_any_check_has_four_gaps() {
        assertThat(TestRun.of("x", T0, TestLevel.SECURITY, Outcome.PASSED).gaps())
                .hasSize(4);
        assertThat(TestRun.of("x", T0, TestLevel.UNIT, Outcome.PASSED).gaps()).isEmpty();
    }

    @Test
    @Tag("GATE-21")
    void a_test_in_production_needs_a_flag_or_a_canary() {
        TestRun run = TestRun.of("x", T0, TestLevel.SMOKE, Outcome.PASSED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.with(run.coverage().in(Environment.PRODUCTION)))
                .withMessage("a test in PRODUCTION has no scope: expected a feature flag or the share of a canary");

        ProductionScope flag = ProductionScope.flag("pay-by-card", Share.ofPercent(5));
        TestCoverage behindFlag = run.with(run.coverage().inProduction(flag)).coverage();
        assertThat(behindFlag.environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(behindFlag.scope()).isEqualTo(new ProductionScope("pay-by-card", Share.ofPercent(5)));
        assertThat(run.coverage()
                        .inProduction(ProductionScope.canary(Share.ofPercent(5)))
                        .environment())
                .isEqualTo(Environment.PRODUCTION);

        assertThat(behindFlag.in(Environment.STAGING).scope()).isNull();
        assertThat(behindFlag.in(Environment.PRODUCTION)).isEqualTo(behindFlag);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductionScope.canary(Share.ALL))
                .withMessage("a canary of 100 % limits nothing: expected a flag or a smaller share");
        assertThatIllegalArgumentException().isThrownBy(() -> ProductionScope.flag("", Share.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestCoverage(null, null, List.of(), Environment.STAGING, flag, List.of()))
                .withMessage("a test in STAGING has a scope, which is for tests in PRODUCTION only");
    }
}
