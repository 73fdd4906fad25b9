package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Verification;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RollingTest {
    private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");
    private static final List<String> TEN_SERVERS =
            IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).toList();

    private final Rolling first = Rolling.start(started(), TEN_SERVERS);

    @Test
    @Tag("DEP-05")
    void the_fourth_of_ten_servers_is_unhealthy_and_halts_it() {
        Rolling halted = haltedAtFour();

        assertThat(halted.state()).isEqualTo(RollingState.HALTED);
        assertThat(halted.updated()).isEqualTo(3);
        assertThat(halted.current()).contains("4");
        assertThat(halted.standing())
                .hasSize(10)
                .containsEntry("1", Rolling.Server.NEW)
                .containsEntry("2", Rolling.Server.NEW)
                .containsEntry("3", Rolling.Server.NEW)
                .containsEntry("4", Rolling.Server.FAILED);
        assertThat(TEN_SERVERS.subList(4, 10))
                .allSatisfy(server -> assertThat(halted.standing()).containsEntry(server, Rolling.Server.OLD));
        assertThat(halted.standing().keySet()).containsExactlyElementsOf(TEN_SERVERS);
        assertThat(halted.deployment().status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(halted.deployment().verifications())
                .containsExactly(
                        Verification.passed("health of 1"),
                        Verification.passed("health of 2"),
                        Verification.passed("health of 3"),
                        Verification.failed("health of 4"));
    }

    @Test
    @Tag("DEP-05")
    void the_next_server_waits_for_a_healthy_check() {
        assertThat(first.healthy(TEN, Evidence.NONE))
                .isEqualTo(Progress.refused(
                        first,
                        "cannot go from UPDATING to UPDATING: a server is found healthy while it is CHECKING only",
                        List.of("CHECKING", "UNDOING")));
        assertThat(first.check(TEN).orThrow().check(TEN).isMoved()).isFalse();
        assertThat(first.check(TEN).orThrow().standing()).containsEntry("1", Rolling.Server.UPDATING);
        assertThat(haltedAtFour().healthy(TEN.plusSeconds(9), Evidence.NONE).isMoved())
                .isFalse();
    }

    @Test
    void all_healthy_is_a_success() {
        Rolling done = healthy(first, 10);

        assertThat(done.state()).isEqualTo(RollingState.COMPLETED);
        assertThat(done.updated()).isEqualTo(10);
        assertThat(done.current()).isEmpty();
        assertThat(done.standing().values()).containsOnly(Rolling.Server.NEW);
        assertThat(done.deployment().status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(done.deployment().verifications()).hasSize(10);
        assertThat(done.undo(TEN.plusSeconds(99), Evidence.NONE).isMoved()).isFalse();
    }

    @Test
    void a_halted_one_is_resumed_with_the_server_that_failed() {
        Rolling resumed = haltedAtFour()
                .resume(TEN.plusSeconds(60), Evidence.of("a full disk was emptied"))
                .orThrow();

        assertThat(resumed.current()).contains("4");
        assertThat(resumed.standing()).containsEntry("4", Rolling.Server.UPDATING);
        assertThat(resumed.deployment().status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(resumed.deployment().finishedAt()).isNull();
        assertThat(healthy(resumed, 7).state()).isEqualTo(RollingState.COMPLETED);
        assertThat(first.check(TEN).orThrow().resume(TEN, Evidence.NONE))
                .isInstanceOfSatisfying(
                        Progress.Refused.class,
                        refused -> assertThat(refused.reason()).endsWith("only what is HALTED can be resumed"));
    }

    @Test
    void a_halted_one_is_undone_and_all_servers_have_the_old_version() {
        Rolling undoing =
                haltedAtFour().undo(TEN.plusSeconds(60), Evidence.NONE).orThrow();
        Rolling undone = undoing.undone(TEN.plusSeconds(90)).orThrow();

        assertThat(undoing.standing()).containsEntry("3", Rolling.Server.NEW).containsEntry("4", Rolling.Server.FAILED);
        assertThat(undoing.deployment().status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(undone.standing().values()).containsOnly(Rolling.Server.OLD);
        assertThat(undone.updated()).isZero();
        assertThat(undone.current()).isEmpty();
        assertThat(undone.deployment().status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        assertThat(undone.deployment().finishedAt()).isEqualTo(TEN.plusSeconds(90));
        assertThat(undone.deployment().verifications()).hasSize(4).contains(Verification.failed("health of 4"));
    }

    @Test
    void what_contradicts_itself_is_no_rolling_deployment() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rolling.start(started(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rolling.start(started(), List.of("a", "a")))
                .withMessageContaining("none twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rolling(started(), TEN_SERVERS, first.course()))
                .withMessage("deployment d1 has the strategy null, expected ROLLING");
        Rolling done = healthy(first, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rolling(done.deployment(), TEN_SERVERS.subList(0, 9), done.course()))
                .withMessageContaining("of 9 servers 10 are healthy");
    }

    private Rolling haltedAtFour() {
        return healthy(first, 3)
                .check(TEN.plusSeconds(5))
                .orThrow()
                .unhealthy(TEN.plusSeconds(6), Evidence.of("HTTP 503"))
                .orThrow();
    }

    private static Rolling healthy(Rolling start, int servers) {
        Rolling rolling = start;
        for (int i = 0; i < servers; i++) {
            Instant at = rolling.course().since();
            rolling = rolling.check(at).orThrow().healthy(at, Evidence.NONE).orThrow();
        }
        return rolling;
    }

    private static Deployment started() {
        return ProcessValues.started(ArtifactMetadata.of("d1", TEN));
    }
}
