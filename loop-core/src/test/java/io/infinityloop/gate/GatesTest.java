package io.infinityloop.gate;

import static io.infinityloop.gate.Gated.NOON;
import static io.infinityloop.gate.Gated.codes;
import static io.infinityloop.gate.Gated.in;
import static io.infinityloop.gate.Gated.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanItemBuilder;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.SecurityCheck;
import io.infinityloop.artifact.SecurityResult;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.pipeline.Integration;
import io.infinityloop.process.Mainline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GatesTest {
    @Test
    @Tag("GATE-13")
    void a_pending_approval_waits_a_denied_one_rejects_a_granted_one_goes() {
        Loop loop = in(Stage.RELEASE, Gates.approval("release-manager"));
        Approval asked = Approval.asked(ArtifactMetadata.of("go-1", NOON), "release-manager");

        assertThat(codes(loop.advance(Stage.DEPLOY))).containsExactly("WAITING_APPROVAL");
        loop.record(asked).orThrow();
        Decision pending = loop.advance(Stage.DEPLOY);
        assertThat(codes(pending)).containsExactly("WAITING_APPROVAL");
        assertThat(message(pending)).contains("the approval go-1 of the role release-manager is PENDING");
        loop.record(asked.denied(NOON.plusSeconds(60))).orThrow();
        assertThat(codes(loop.advance(Stage.DEPLOY))).containsExactly("GATE");
        assertThat(loop.stage()).isEqualTo(Stage.RELEASE);

        Approval again = Approval.asked(ArtifactMetadata.of("go-2", NOON), "release-manager");
        assertThat(loop.advance(Stage.DEPLOY, again.granted(NOON.plusSeconds(90)))
                        .isAccepted())
                .isTrue();
        assertThat(again.granted(NOON.plusSeconds(90)).waited(NOON)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    @Tag("GATE-13")
    void the_word_of_another_role_or_on_another_release_does_not_count() {
        Loop loop = in(Stage.RELEASE, Gates.approval("release-manager"));
        loop.record(Release.of("r2", NOON, "1.4.0", List.of())).orThrow();
        ArtifactMetadata first = ArtifactMetadata.of("go-1", NOON)
                .derivedFrom(List.of(Release.of("r1", NOON, "1.3.0", List.of()).ref()));

        loop.record(Approval.asked(first, "release-manager").granted(NOON)).orThrow();
        loop.record(Approval.asked(ArtifactMetadata.of("go-2", NOON), "security")
                        .granted(NOON))
                .orThrow();

        assertThat(codes(loop.advance(Stage.DEPLOY))).containsExactly("WAITING_APPROVAL");
    }

    @Test
    @Tag("GATE-16")
    void code_with_a_failed_lint_is_not_built_where_the_gate_is_on() {
        TestRun failed = lint("l1", Outcome.FAILED);
        Loop loop = in(Stage.CODE, Gates.passed("lint"));

        assertThat(message(loop.advance(Stage.BUILD))).contains("no check 'lint' is recorded");
        Decision refused = loop.advance(Stage.BUILD, failed);
        assertThat(codes(refused)).containsExactly("GATE");
        assertThat(message(refused)).contains("check 'lint': 'lint' is FAILED; PASSED is expected");
        assertThat(loop.stage()).isEqualTo(Stage.CODE);

        loop.record(failed).orThrow();
        assertThat(codes(loop.advance(Stage.BUILD, lint("l2", Outcome.RUNNING))))
                .containsExactly("WAITING");
        assertThat(loop.advance(Stage.BUILD, lint("l3", Outcome.PASSED)).isAccepted())
                .isTrue();

        Loop withoutGate = LoopEngine.builder(Gated.clock())
                .definition(LoopDefinition.ring())
                .build()
                .start(LoopId.of("free"));
        withoutGate.advance(Stage.CODE).orThrow();
        assertThat(withoutGate.advance(Stage.BUILD, failed).isAccepted()).isTrue();
    }

    @Test
    @Tag("GATE-19")
    void what_was_built_without_unit_tests_does_not_go_to_test_where_the_gate_is_on() {
        Loop loop = in(Stage.BUILD, Gates.unitTests());

        Decision refused = loop.advance(Stage.TEST, TestRun.of("e1", NOON, TestLevel.E2E, Outcome.PASSED));
        assertThat(codes(refused)).containsExactly("GATE");
        assertThat(message(refused)).contains("no unit tests in BUILD is recorded");
        assertThat(codes(loop.advance(Stage.TEST, unit("u1", Outcome.FAILED)))).contains("GATE");
        assertThat(loop.advance(Stage.TEST, unit("u2", Outcome.PASSED)).isAccepted())
                .isTrue();

        Loop withoutGate = LoopEngine.builder(Gated.clock())
                .definition(LoopDefinition.ring())
                .build()
                .start(LoopId.of("free"));
        withoutGate.advance(Stage.CODE).orThrow();
        withoutGate.advance(Stage.BUILD).orThrow();
        assertThat(withoutGate.advance(Stage.TEST).isAccepted()).isTrue();
    }

    @Test
    @Tag("GATE-23")
    void a_look_at_security_can_be_asked_for_in_any_stage_from_code_on() {
        List<SecurityResult> hole = List.of(new SecurityResult(SecurityCheck.XSS, 1));
        List<SecurityResult> clean = List.of(new SecurityResult(SecurityCheck.XSS, 0));
        for (Stage stage : Stage.all().subList(1, 8)) {
            Loop loop = in(stage, Gates.security());
            assertThat(codes(loop.advance(stage.next()))).containsExactly("GATE");
            assertThat(codes(loop.advance(stage.next(), TestRun.ofSecurity("s1", NOON, hole))))
                    .contains("GATE");
            assertThat(loop.advance(stage.next(), TestRun.ofSecurity("s2", NOON, clean))
                            .isAccepted())
                    .as(stage.name())
                    .isTrue();
        }
    }

    @Test
    @Tag("GATE-08")
    void while_the_main_line_is_broken_only_the_fix_passes() {
        Build red = Build.of("b1", NOON, Outcome.FAILED);
        Mainline broken = Mainline.green(NOON).built(red, NOON).orThrow();
        PullRequest fix = request(ArtifactMetadata.of("18", NOON).derivedFrom(List.of(red.ref())));
        PullRequest unrelated = request(ArtifactMetadata.of("17", NOON));

        assertThat(codes(in(Stage.CODE, Gates.mainline(() -> broken)).advance(Stage.BUILD, unrelated)))
                .containsExactly("GATE");
        assertThat(in(Stage.CODE, Gates.mainline(() -> broken))
                        .advance(Stage.BUILD, fix)
                        .isAccepted())
                .isTrue();
        assertThat(in(Stage.CODE, Gates.mainline(() -> Mainline.green(NOON)))
                        .advance(Stage.BUILD, unrelated)
                        .isAccepted())
                .isTrue();
    }

    @Test
    @Tag("GATE-06")
    @Tag("GATE-07")
    void a_commit_needs_a_passed_run_at_its_authors_to_leave_code_and_one_on_the_server_to_leave_build() {
        Commit commit = Commit.of("4f2a91c", NOON, "Pay by card");
        Integration onlyLocal = new Integration(commit.ref(), Outcome.PASSED, Outcome.FAILED);
        Integration onlyServer = new Integration(commit.ref(), Outcome.FAILED, Outcome.PASSED);

        assertThat(in(Stage.CODE, Gates.commit(any -> onlyLocal))
                        .advance(Stage.BUILD, commit)
                        .isAccepted())
                .isTrue();
        assertThat(codes(in(Stage.CODE, Gates.commit(any -> onlyServer)).advance(Stage.BUILD, commit)))
                .containsExactly("GATE");
        assertThat(message(in(Stage.BUILD, Gates.integrated(any -> onlyLocal)).advance(Stage.TEST, commit)))
                .contains("commit:4f2a91c: build and tests on the server are FAILED, expected PASSED");
        assertThat(in(Stage.BUILD, Gates.integrated(any -> onlyServer))
                        .advance(Stage.TEST, commit)
                        .isAccepted())
                .isTrue();
        assertThat(message(in(Stage.BUILD, Gates.integrated(any -> onlyServer)).advance(Stage.TEST)))
                .contains("no commit is recorded");
    }

    @Test
    @Tag("GATE-15")
    void a_performance_change_without_metrics_gets_a_finding_that_lists_them() {
        PullRequest change = request(ArtifactMetadata.of("17", NOON).with(Labels.of(Labels.INTENT, "performance")));
        UnwatchedChange finding =
                ObservabilityCheck.CACHE.judge(change, List.of()).orElseThrow();

        assertThat(finding.change()).isEqualTo(change.ref());
        assertThat(finding.missing())
                .containsExactly("cache hit rate", "cache miss rate", "duration p50", "duration p95", "duration p99");
        assertThat(ObservabilityCheck.CACHE.judge(request(ArtifactMetadata.of("18", NOON)), List.of()))
                .as("no performance change")
                .isEmpty();

        Loop loop = in(Stage.CODE, Gates.observability(ObservabilityCheck.CACHE));
        assertThat(message(loop.advance(Stage.BUILD, change)))
                .contains("name cache hit rate, cache miss rate, duration p50, duration p95, duration p99 among");
        assertThat(loop.advance(Stage.BUILD, change, watched("Cache hit rate", "cache miss rate"))
                        .isAccepted())
                .isFalse();
        assertThat(loop.advance(
                                Stage.BUILD,
                                change,
                                watched(
                                        "Cache hit rate",
                                        "cache miss rate",
                                        "duration p50",
                                        "duration p95",
                                        "duration p99"))
                        .isAccepted())
                .isTrue();
    }

    private static PlanItem watched(String... metrics) {
        PlanItemBuilder item = PlanItem.builder("SHOP-1", NOON, "A faster checkout");
        for (String metric : metrics) {
            item.signal(PlanBrief.Timing.LAGGING, metric);
        }
        return item.build();
    }

    private static TestRun unit(String id, Outcome outcome) {
        return TestRun.of(id, NOON, TestLevel.UNIT, outcome);
    }

    private static TestRun lint(String id, Outcome outcome) {
        return new TestRun(ArtifactMetadata.of(id, NOON), Stage.BUILD, "lint", outcome, TestRun.Counts.NONE, null);
    }

    private static PullRequest request(ArtifactMetadata metadata) {
        return new PullRequest(
                metadata, "change", PullRequest.Status.OPEN, null, List.of(), null, ChangeDetails.UNKNOWN);
    }
}
