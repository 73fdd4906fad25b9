package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.PullRequest.Status;
import io.infinityloop.artifact.Review.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PullRequestTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant LATER = T0.plusSeconds(3600);
    private static final BuildResult PASSED = BuildResult.of(Build.of("b2", T0, Outcome.PASSED));
    private static final PullRequest OPENED = PullRequest.opened("17", T0, "Add caching layer");
    private static final Review APPROVAL = Review.byOther(T0, Verdict.APPROVED, "reviewer");

    @Test
    @Tag("ART-11")
    void with_a_failed_build_it_is_not_merged_with_a_passed_one_and_an_approval_it_is() {
        PullRequest failed = OPENED.with(APPROVAL).with(BuildResult.of(Build.of("b1", T0, Outcome.FAILED)));

        assertThat(failed.merge(LATER))
                .isEqualTo(new MergeDecision.Refused(failed, List.of(MergeObstacle.BUILD_NOT_PASSED)));

        PullRequest merged = failed.with(PASSED).merge(LATER).orThrow();
        assertThat(merged.status()).isEqualTo(Status.MERGED);
        assertThat(merged.closedAt()).isEqualTo(LATER);
        assertThat(merged.build()).isEqualTo(new BuildResult(new ArtifactRef("build", "b2"), Outcome.PASSED));
        assertThat(merged.reviews()).containsExactly(APPROVAL);
    }

    @Test
    @Tag("ART-11")
    void it_may_be_rejected_and_is_then_not_merged() {
        PullRequest rejected = OPENED.with(APPROVAL).with(PASSED).reject(LATER);

        assertThat(rejected.status()).isEqualTo(Status.REJECTED);
        assertThat(rejected.merge(LATER).isMerged()).isFalse();
        assertThatThrownBy(() -> rejected.merge(LATER).orThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("pull request 17 cannot be merged: it is not open");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rejected.reject(LATER))
                .withMessage("pull request 17 is REJECTED: only one that is OPEN can be rejected");
    }

    @Test
    @Tag("GATE-14")
    void the_approval_of_the_author_does_not_count_that_of_another_does() {
        PullRequest own = OPENED.with(PASSED).with(Review.byAuthor(T0, Verdict.APPROVED));

        assertThat(own.merge(LATER))
                .isEqualTo(new MergeDecision.Refused(own, List.of(MergeObstacle.NO_APPROVAL_OF_ANOTHER)));
        assertThat(own.with(APPROVAL).merge(LATER).isMerged()).isTrue();
    }

    @Test
    void of_each_role_the_last_verdict_counts_and_a_comment_is_none() {
        PullRequest asked = OPENED.with(PASSED)
                .with(APPROVAL)
                .with(Review.byOther(T0, Verdict.CHANGES_REQUESTED, "security"))
                .with(Review.byOther(T0, Verdict.COMMENTED, "security"));

        assertThat(asked.merge(LATER))
                .isEqualTo(new MergeDecision.Refused(asked, List.of(MergeObstacle.CHANGES_REQUESTED)));
        assertThat(asked.with(Review.byOther(T0, Verdict.APPROVED, "security"))
                        .merge(LATER)
                        .isMerged())
                .isTrue();
    }

    @Test
    void all_that_stands_against_a_merge_is_named_at_once() {
        assertThatThrownBy(() -> OPENED.merge(LATER).orThrow())
                .hasMessage(
                        "pull request 17 cannot be merged: its build has not passed: a build with the outcome PASSED"
                                + " is expected; nobody but its author has approved it: an approval of somebody else is"
                                + " expected");
    }

    @Test
    void what_a_feed_reports_is_taken_as_it_is_unless_it_contradicts_itself() {
        PullRequest reported =
                new PullRequest(OPENED.metadata(), "", Status.MERGED, null, List.of(), null, ChangeDetails.UNKNOWN);

        assertThat(reported.gaps())
                .extracting(Gap::field)
                .containsExactly("reviews", "build", "lines", "intent", "reversibility");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PullRequest(OPENED.metadata(), "", Status.OPEN, T0, List.of(), null, ChangeDetails.UNKNOWN))
                .withMessage("pull request 17 is open and was closed at 2026-01-05T09:00:00Z:"
                        + " expected MERGED or REJECTED, or no end");
        assertThatIllegalArgumentException().isThrownBy(() -> OPENED.reject(T0.minusSeconds(1)));
    }
}
