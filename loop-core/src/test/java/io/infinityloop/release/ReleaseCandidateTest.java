package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ReleaseStatus;
import io.infinityloop.artifact.TestRun;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseCandidateTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final BuildArtifact BUILT = BuildArtifact.of("shop", "417", T0, "sha256:1", "4f2a91c");
    private static final List<TestRun> GREEN =
            List.of(TestRun.of("t", T0, Outcome.PASSED).about("sha256:1"));

    private static Commit mergedTo(String branch) {
        return Commit.of("4f2a91c", T0, "Merge the cart").with(ChangeDetails.UNKNOWN.withBranch(branch));
    }

    @Test
    @Tag("REL-13")
    void a_merge_to_main_with_green_tests_opens_a_candidate_and_one_to_another_branch_does_not() {
        ReleaseCandidate candidate =
                ReleaseCandidate.of("main", mergedTo("main"), BUILT, GREEN).orElseThrow();

        assertThat(candidate.merged().id()).isEqualTo("4f2a91c");
        assertThat(ReleaseCandidate.of("main", mergedTo("develop"), BUILT, GREEN))
                .isEmpty();
        assertThat(ReleaseCandidate.of("main", mergedTo(""), BUILT, GREEN)).isEmpty();
    }

    @Test
    @Tag("REL-13")
    void without_green_tests_of_what_was_built_from_it_there_is_no_candidate() {
        TestRun red = TestRun.of("t", T0, Outcome.FAILED).about("sha256:1");
        TestRun ofAnother = TestRun.of("t", T0, Outcome.PASSED).about("sha256:2");
        BuildArtifact older = BuildArtifact.of("shop", "416", T0, "sha256:1", "77aa310");

        assertThat(ReleaseCandidate.of("main", mergedTo("main"), BUILT, List.of(red)))
                .isEmpty();
        assertThat(ReleaseCandidate.of("main", mergedTo("main"), BUILT, List.of(ofAnother)))
                .isEmpty();
        assertThat(ReleaseCandidate.of("main", mergedTo("main"), BUILT, List.of()))
                .isEmpty();
        assertThat(ReleaseCandidate.of("main", mergedTo("main"), older, GREEN)).isEmpty();
    }

    @Test
    void a_candidate_becomes_a_release_of_what_was_tested() {
        Release release = new ReleaseCandidate(mergedTo("main"), BUILT).open("r1", T0, SemanticVersion.of(1, 3, 0));

        assertThat(release.version()).isEqualTo("1.3.0");
        assertThat(release.status()).isEqualTo(ReleaseStatus.IN_PREPARATION);
        assertThat(release.digests()).containsExactly("sha256:1");
        assertThat(release.artifacts()).containsExactly(BUILT.ref());
        assertThat(release.missing()).containsExactly("tag", "notes");
    }
}
