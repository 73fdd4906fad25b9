package io.infinityloop.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Checked;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.pipeline.Integration.Code;
import io.infinityloop.pipeline.Integration.Finding;
import io.infinityloop.pipeline.Integration.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IntegrationTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ArtifactRef COMMIT = ArtifactRef.of(Commit.KIND, "4f2a91c");

    @Test
    @Tag("GATE-06")
    void a_commit_whose_local_run_failed_is_flagged_one_whose_run_passed_is_allowed() {
        Integration failed = Integration.of(COMMIT, runs(Outcome.PASSED, Outcome.FAILED), List.of());
        assertThat(failed.mayCommit()).isFalse();
        assertThat(failed.findings()).contains(new Finding(Code.LOCAL_RUN_NOT_PASSED, COMMIT, Outcome.FAILED));
        assertThat(failed.findings().get(0).message())
                .isEqualTo("commit:4f2a91c: build and tests at its author's are FAILED, expected PASSED");

        Integration passed = Integration.of(COMMIT, runs(Outcome.PASSED, Outcome.PASSED), List.of());
        assertThat(passed.mayCommit()).isTrue();
        assertThat(passed.findings()).extracting(Finding::code).containsExactly(Code.SERVER_RUN_NOT_PASSED);
    }

    @Test
    @Tag("GATE-07")
    void what_passed_at_its_authors_and_failed_on_the_server_is_not_integrated() {
        Integration integration =
                Integration.of(COMMIT, runs(Outcome.PASSED, Outcome.PASSED), runs(Outcome.PASSED, Outcome.FAILED));

        assertThat(integration.local()).isEqualTo(Outcome.PASSED);
        assertThat(integration.server()).isEqualTo(Outcome.FAILED);
        assertThat(integration.state()).isEqualTo(State.NOT_INTEGRATED);
        assertThat(integration.findings())
                .containsExactly(new Finding(Code.SERVER_RUN_NOT_PASSED, COMMIT, Outcome.FAILED));

        Integration again =
                Integration.of(COMMIT, runs(Outcome.PASSED, Outcome.PASSED), runs(Outcome.PASSED, Outcome.PASSED));
        assertThat(again.state()).isEqualTo(State.INTEGRATED);
        assertThat(again.findings()).isEmpty();
    }

    @Test
    void what_nobody_ran_or_has_not_ended_has_not_passed() {
        assertThat(Integration.of(COMMIT, List.of(), List.of()))
                .isEqualTo(new Integration(COMMIT, Outcome.UNKNOWN, Outcome.UNKNOWN));
        assertThat(Integration.of(COMMIT, List.of(), runs(Outcome.PASSED, Outcome.RUNNING))
                        .server())
                .isEqualTo(Outcome.RUNNING);
        assertThat(Integration.of(COMMIT, List.of(), runs(Outcome.PASSED, Outcome.CANCELLED))
                        .state())
                .isEqualTo(State.NOT_INTEGRATED);
        assertThat(Integration.of(COMMIT, List.of(), runs(Outcome.PASSED, Outcome.SKIPPED))
                        .state())
                .isEqualTo(State.INTEGRATED);
    }

    @Test
    void of_one_subject_the_last_run_counts() {
        List<Build> builds = List.of(Build.of("b1", NOON, Outcome.FAILED), Build.of("b2", NOON, Outcome.PASSED));

        assertThat(Integration.of(COMMIT, builds, List.of()).mayCommit()).isTrue();
    }

    private static List<Checked> runs(Outcome build, Outcome tests) {
        return List.of(Build.of("b", NOON, build), TestRun.of("t", NOON, tests));
    }
}
