package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CodeDetectorsTest {
    private static Recorded branch(String name, double began) {
        return recorded(new Branch(ArtifactMetadata.of(name, at(began)), name, null));
    }

    private static Recorded branch(String name, double began, double merged) {
        return recorded(new Branch(ArtifactMetadata.of(name, at(began)), name, at(merged)));
    }

    @Test
    @Tag("ANTI-05")
    @Tag("ART-12")
    void a_branch_of_49_hours_is_found_and_one_of_47_is_fine_merged_or_open() {
        assertThat(messages(CodeDetectors.longLivedBranch(), 100, branch("b", 0, 49)))
                .containsExactly("branch 'b' was merged after 2 d 1 h, more than 2 d");
        assertThat(messages(CodeDetectors.longLivedBranch(), 100, branch("b", 0, 47)))
                .isEmpty();
        assertThat(messages(CodeDetectors.longLivedBranch(), 100, branch("b", 0, 48)))
                .isEmpty();
        assertThat(messages(CodeDetectors.longLivedBranch(), 49, branch("b", 0)))
                .containsExactly("branch 'b' is open for 2 d 1 h, more than 2 d");
        assertThat(messages(CodeDetectors.longLivedBranch(), 47, branch("b", 0)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-08")
    void an_artifact_of_an_unknown_revision_is_found() {
        Recorded known = recorded(BuildArtifact.of("shop", "1", at(2), "sha256:1", "4f2a91c0"));
        Recorded unknown = recorded(BuildArtifact.of("shop", "2", at(2), "sha256:2", "0000000"));
        assertThat(messages(CodeDetectors.untrackedSource(), 100, commit("4f2a91c0", 1), known))
                .isEmpty();
        assertThat(messages(CodeDetectors.untrackedSource(), 100, commit("4f2a91c0", 1), known, unknown))
                .containsExactly("shop@2 was built from the revision 0000000, and no such commit is known");
        assertThat(messages(CodeDetectors.untrackedSource(), 100, unknown)).isEmpty();
    }

    @Test
    @Tag("ANTI-08")
    void the_beginning_of_a_hash_names_the_commit() {
        Recorded shortened = recorded(BuildArtifact.of("shop", "1", at(2), "sha256:1", "4f2a91c"));
        Recorded tooShort = recorded(BuildArtifact.of("shop", "1", at(2), "sha256:1", "4f2a"));
        assertThat(messages(CodeDetectors.untrackedSource(), 100, commit("4f2a91c0d1", 1), shortened))
                .isEmpty();
        assertThat(messages(CodeDetectors.untrackedSource(), 100, commit("4f2a91c0d1", 1), tooShort))
                .hasSize(1);
    }

    @Test
    @Tag("ANTI-39")
    void twelve_branches_and_thirty_days_without_a_merge_are_found() {
        LoopEvent merge = branch("first", 0, 10);
        LoopEvent[] twelve = Stream.concat(Stream.of(merge), open(12)).toArray(LoopEvent[]::new);
        LoopEvent[] eleven = Stream.concat(Stream.of(merge), open(11)).toArray(LoopEvent[]::new);
        assertThat(messages(CodeDetectors.lateIntegration(), 10 + 720, twelve))
                .containsExactly("12 branches are open and nothing was merged for 30 d");
        assertThat(messages(CodeDetectors.lateIntegration(), 10 + 719, twelve)).isEmpty();
        assertThat(messages(CodeDetectors.lateIntegration(), 10 + 720, eleven)).isEmpty();
    }

    private static Stream<LoopEvent> open(int count) {
        return IntStream.range(0, count).mapToObj(i -> branch("b" + i, 5));
    }

    @Test
    void bad_limits_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeDetectors.longLivedBranch(Duration.ofDays(-1)))
                .withMessageContaining("'limit' is PT-24H, expected a duration of more than zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeDetectors.lateIntegration(Duration.ofDays(30), 1))
                .withMessage("finding.late-integration: the option 'branches' is 1, expected 2 or more");
    }
}
