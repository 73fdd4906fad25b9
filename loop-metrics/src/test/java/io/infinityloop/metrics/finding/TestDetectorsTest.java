package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.build;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.ofService;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.Log.started;
import static io.infinityloop.metrics.finding.Found.automated;
import static io.infinityloop.metrics.finding.Found.in;
import static io.infinityloop.metrics.finding.Found.manual;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TestDetectorsTest {
    private static final LoopEvent[] TO_RELEASE = {
        started("L", 0),
        advanced("L", Stage.PLAN, 0, 1),
        advanced("L", Stage.CODE, 1, 2),
        advanced("L", Stage.BUILD, 2, 3),
        advanced("L", Stage.TEST, 3, 4),
        advanced("L", Stage.RELEASE, 4, 6)
    };

    private static LoopEvent[] with(LoopEvent... more) {
        return Stream.concat(Stream.of(TO_RELEASE), Stream.of(more)).toArray(LoopEvent[]::new);
    }

    private static TestRun run(String id, double hours) {
        return TestRun.of(id, at(hours), TestLevel.INTEGRATION, Outcome.PASSED);
    }

    private static Recorded run(String id, TestLevel level, double minutes, int count, String revision) {
        return recorded(new TestRun(
                ArtifactMetadata.of(id, at(10)).derivedFrom(List.of(ArtifactRef.parse("commit:" + revision))),
                level.defaultStage(),
                id,
                Outcome.PASSED,
                new TestRun.Counts(count, 0, 0),
                at(10 + minutes / 60),
                TestCoverage.of(level)));
    }

    @Test
    @Tag("ANTI-07")
    void a_change_that_reaches_release_with_no_test_run_is_found_and_one_run_is_enough() {
        assertThat(messages(TestDetectors.untestedChange(), 100, TO_RELEASE))
                .containsExactly("L in cycle 1 reached RELEASE, and no test was run");
        assertThat(messages(TestDetectors.untestedChange(), 100, with(in("L", run("t1", 3.5)))))
                .isEmpty();
        assertThat(messages(TestDetectors.untestedChange(), 100, with(in("L", run("t1", 5)))))
                .hasSize(1);
    }

    @Test
    @Tag("ANTI-15")
    void the_same_check_is_seen_at_code_and_at_test_and_names_both_cards() {
        assertThat(Found.by(TestDetectors.untestedChange(), 100, TO_RELEASE))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.antiPatterns()).containsExactly("code-no-tests", "test-no-tests"));
    }

    @Test
    @Tag("ANTI-07")
    void tests_that_nobody_recorded_with_the_loop_are_found_by_the_commit() {
        Recorded beside = run("t1", TestLevel.UNIT, 1, 5, "c1");
        LoopEvent early = recorded(run("t2", 3).with(TestCoverage.of(TestLevel.UNIT)));
        assertThat(messages(TestDetectors.untestedChange(), 100, with(in("L", commit("c1", 1.5)), early)))
                .hasSize(1);
        LoopEvent[] moved = {advanced("M", Stage.TEST, 3, 20), in("M", commit("c1", 1.5)), beside};
        assertThat(messages(TestDetectors.untestedChange(), 100, moved)).isEmpty();
    }

    @Test
    @Tag("ANTI-07")
    void without_moves_a_release_is_asked_for_the_tests_of_its_commits() {
        LoopEvent[] untested = {commit("c1", 1), build("b1", 2, "commit:c1"), release("r1", 20, "commit:c1")};
        assertThat(messages(TestDetectors.untestedChange(), 100, untested))
                .containsExactly("release r1 reached RELEASE, and no test was run");
        LoopEvent[] tested = {commit("c1", 1), run("t1", TestLevel.UNIT, 1, 5, "c1"), release("r1", 20, "commit:c1")};
        assertThat(messages(TestDetectors.untestedChange(), 100, tested)).isEmpty();
        LoopEvent[] unknown = {commit("c1", 1), release("r1", 20, "commit:c1")};
        assertThat(messages(TestDetectors.untestedChange(), 100, unknown)).isEmpty();
    }

    @Test
    @Tag("ANTI-13")
    void all_tests_by_hand_are_found_and_one_automated_run_is_enough() {
        Recorded one = manual(in("L", run("t1", 3.5)));
        Recorded other = manual(in("L", run("t2", 3.6)));
        assertThat(messages(TestDetectors.manualTestsOnly(), 100, with(one, other)))
                .containsExactly("of L in cycle 1 all runs of tests were done by hand: 2");
        assertThat(messages(TestDetectors.manualTestsOnly(), 100, with(one, automated(in("L", run("t2", 3.6))))))
                .isEmpty();
        assertThat(messages(TestDetectors.manualTestsOnly(), 100, TO_RELEASE)).isEmpty();
    }

    @Test
    @Tag("ANTI-14")
    void end_to_end_tests_of_90_minutes_are_found_and_20_are_fine() {
        assertThat(messages(TestDetectors.slowEndToEndTests(), 100, run("e", TestLevel.E2E, 90, 0, "c")))
                .containsExactly("end-to-end tests e took 1 h 30 min, more than 20 min");
        assertThat(messages(TestDetectors.slowEndToEndTests(), 100, run("e", TestLevel.E2E, 20, 0, "c")))
                .isEmpty();
        assertThat(messages(TestDetectors.slowEndToEndTests(), 100, run("i", TestLevel.INTEGRATION, 30, 0, "c")))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-14")
    void an_inverted_pyramid_and_tests_that_run_for_more_than_an_hour_are_found() {
        assertThat(messages(
                        TestDetectors.slowEndToEndTests(),
                        100,
                        run("e", TestLevel.E2E, 10, 30, "c"),
                        run("u", TestLevel.UNIT, 1, 20, "c")))
                .containsExactly("more tests went through the whole system than through units: 30 and 20");
        assertThat(messages(
                        TestDetectors.slowEndToEndTests(),
                        100,
                        run("i", TestLevel.INTEGRATION, 61, 0, "c"),
                        run("u", TestLevel.UNIT, 30, 20, "c")))
                .containsExactly("the tests of c ran for 1 h 1 min, more than 1 h");
        assertThat(messages(
                        TestDetectors.slowEndToEndTests(),
                        100,
                        run("i", TestLevel.INTEGRATION, 60, 0, "c"),
                        run("u", TestLevel.UNIT, 30, 20, "c")))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-16")
    void a_test_that_passed_locally_and_failed_in_ci_on_one_revision_is_found_with_both_environments() {
        LoopEvent here = trial("t1", 3, Environment.LOCAL, Outcome.PASSED, "c1");
        assertThat(messages(
                        TestDetectors.localCiDifference(),
                        100,
                        here,
                        trial("t2", 4, Environment.CI, Outcome.FAILED, "c1")))
                .containsExactly("checkout of c1 passed in LOCAL and failed in CI: the environments differ");
        assertThat(messages(
                        TestDetectors.localCiDifference(),
                        100,
                        here,
                        trial("t2", 4, Environment.CI, Outcome.PASSED, "c1")))
                .isEmpty();
        assertThat(messages(
                        TestDetectors.localCiDifference(),
                        100,
                        here,
                        trial("t2", 4, Environment.CI, Outcome.FAILED, "c2")))
                .isEmpty();
    }

    @Test
    void a_test_of_the_same_name_in_another_service_is_another_test() {
        assertThat(messages(
                        TestDetectors.localCiDifference(),
                        100,
                        ofService("shop", trial("t1", 3, Environment.LOCAL, Outcome.PASSED, "c1")),
                        ofService("mail", trial("t2", 4, Environment.CI, Outcome.FAILED, "c1"))))
                .isEmpty();
    }

    private static Recorded trial(String id, double hours, Environment place, Outcome outcome, String revision) {
        return recorded(new TestRun(
                ArtifactMetadata.of(id, at(hours)).derivedFrom(List.of(ArtifactRef.parse("commit:" + revision))),
                Stage.TEST,
                "checkout",
                outcome,
                TestRun.Counts.NONE,
                null,
                TestCoverage.UNKNOWN.in(place)));
    }

    @Test
    @Tag("ANTI-41")
    void a_build_that_waits_for_another_group_longer_than_the_tests_take_is_found() {
        Recorded tests = recorded(new TestRun(
                ArtifactMetadata.of("t", at(9)).derivedFrom(List.of(ArtifactRef.parse("build:b1"))),
                Stage.TEST,
                "checkout",
                Outcome.PASSED,
                TestRun.Counts.NONE,
                at(12)));
        Recorded byOthers = Found.labelled(tests, Labels.BY_TEAM, "testers");
        LoopEvent early = build("b1", 2, "commit:c1");
        assertThat(messages(TestDetectors.waitingForTesters(), 100, early, byOthers))
                .containsExactly("build b1 waited 7 h of 10 h for another group to test it");
        assertThat(messages(TestDetectors.waitingForTesters(), 100, early, tests))
                .isEmpty();
        assertThat(messages(TestDetectors.waitingForTesters(), 100, build("b1", 8, "commit:c1"), byOthers))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-36")
    void a_first_security_check_in_release_is_found_and_one_in_build_is_fine() {
        TestRun late = TestRun.of("s", at(5), TestLevel.SECURITY, Outcome.PASSED);
        TestRun early = TestRun.of("s0", at(2.5), TestLevel.SECURITY, Outcome.PASSED);
        assertThat(messages(TestDetectors.lateSecurity(), 100, with(in("L", late))))
                .containsExactly("nobody looked at the security of L in cycle 1 before RELEASE");
        assertThat(messages(TestDetectors.lateSecurity(), 100, with(in("L", late), in("L", early))))
                .isEmpty();
        assertThat(messages(TestDetectors.lateSecurity(), 100, with(in("L", run("t", 3)))))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-06")
    void a_merge_that_only_its_author_approved_is_found() {
        PullRequest opened = PullRequest.opened("7", at(1), "pay by card");
        PullRequest own = merged(opened.with(Review.byAuthor(at(2), Review.Verdict.APPROVED)));
        PullRequest other = merged(opened.with(Review.byOther(at(2), Review.Verdict.APPROVED, "k-31")));
        PullRequest noted = merged(opened.with(Review.byOther(at(2), Review.Verdict.COMMENTED, "k-31")));
        assertThat(messages(CodeDetectors.unreviewedMerge(), 100, recorded(own)))
                .containsExactly("pull request 7 was merged, and nobody but its author had approved it");
        assertThat(messages(CodeDetectors.unreviewedMerge(), 100, recorded(noted)))
                .hasSize(1);
        assertThat(messages(CodeDetectors.unreviewedMerge(), 100, recorded(other)))
                .isEmpty();
        assertThat(messages(CodeDetectors.unreviewedMerge(), 100, recorded(opened)))
                .isEmpty();
    }

    private static PullRequest merged(PullRequest request) {
        return new PullRequest(
                request.metadata(),
                request.title(),
                PullRequest.Status.MERGED,
                at(3),
                request.reviews(),
                request.build(),
                request.details());
    }

    @Test
    @Tag("ANTI-17")
    void a_tag_by_hand_is_found() {
        assertThat(messages(ReleaseDetectors.manualRelease(), 100, manual(release("r1", 5))))
                .containsExactly("release:r1 was made by hand");
        assertThat(messages(ReleaseDetectors.manualRelease(), 100, automated(release("r1", 5))))
                .isEmpty();
        assertThat(messages(ReleaseDetectors.manualRelease(), 100, release("r1", 5)))
                .isEmpty();
    }
}
