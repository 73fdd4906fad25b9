package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Recorded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunsTest {
    @Test
    void a_build_is_of_the_commits_that_its_lineage_names() {
        Derived derived =
                derive(commit("a", 0), commit("b", 1), build("b1", 2, Outcome.PASSED, "commit:b", "commit:a"));
        BuildRun build = derived.subjects(BuildRun.class).get(0);
        assertThat(build.revisions()).containsExactly("a", "b");
        assertThat(build.attempt()).isEqualTo(Attempt.ONLY);
        assertThat(derived.subjects(Revision.class))
                .allSatisfy(revision -> assertThat(revision.builds()).containsExactly(build));
    }

    @Test
    void the_latest_snapshot_of_a_build_counts_and_a_duplicate_changes_nothing() {
        Recorded running = new Recorded(
                io.infinityloop.metrics.Log.metadata("start", 0.5), null, Build.of("b1", at(0.5), Outcome.RUNNING));
        Recorded passed = build("b1", 1, Outcome.PASSED, "commit:a");
        assertThat(derive(passed, running, passed).subjects(BuildRun.class))
                .extracting(BuildRun::outcome)
                .containsExactly(Outcome.PASSED);
    }

    @Test
    void a_test_run_is_of_what_its_build_or_artifact_or_digest_leads_to() {
        BuildArtifact made = BuildArtifact.builder(
                        ArtifactMetadata.of("shop@1", at(1)).derivedFrom(List.of(ArtifactRef.parse("build:b1"))))
                .packaging(io.infinityloop.artifact.Packaging.JAR)
                .name("shop")
                .version("1")
                .digest("sha256:aa")
                .sourceRevision("a")
                .build();
        Derived derived = derive(
                build("b1", 0, Outcome.PASSED, "commit:a"),
                recorded(made),
                recorded(TestRun.of("by digest", at(2), Outcome.PASSED).about("sha256:aa")),
                test("by build", 3, "build:b1"),
                test("by artifact", 4, "build-artifact:shop@1"),
                test("of nothing", 5));
        assertThat(derived.subjects(TestRan.class))
                .filteredOn(run -> !run.id().equals("of nothing"))
                .hasSize(3)
                .allSatisfy(run -> {
                    assertThat(run.revisions()).containsExactly("a");
                    assertThat(run.builds()).containsExactly("b1");
                });
        assertThat(derived.subjects(TestRan.class))
                .filteredOn(run -> run.id().equals("of nothing"))
                .allSatisfy(run -> assertThat(run.revisions()).isEmpty());
    }

    @Test
    void a_run_of_the_same_subject_and_revision_is_another_attempt_and_one_without_a_verdict_is_none() {
        Derived derived = derive(
                build("b1", 1, Outcome.FAILED, "commit:a"),
                build("b2", 2, Outcome.CANCELLED, "commit:a"),
                build("b3", 3, Outcome.PASSED, "commit:a"),
                build("b4", 4, Outcome.PASSED, "commit:b"),
                build("b5", 5, Outcome.PASSED));
        assertThat(derived.subjects(BuildRun.class))
                .extracting(BuildRun::attempt)
                .containsExactly(new Attempt(1, false), Attempt.NONE, new Attempt(2, true), Attempt.ONLY, Attempt.ONLY);
    }

    @Test
    void a_build_is_of_the_branch_that_its_label_names_else_of_that_of_its_commits() {
        Recorded onFeature = recorded(Commit.of("a", at(0), "").with(ChangeDetails.UNKNOWN.withBranch("feature")));
        Derived derived = derive(
                onFeature,
                commit("b", 0),
                build("by commit", 1, Outcome.PASSED, "commit:a"),
                labelled(build("by label", 2, Outcome.PASSED, "commit:a"), Labels.BRANCH, "trunk"),
                build("of a pull request", 3, Outcome.PASSED, "commit:b", "pull-request:7"),
                labelled(build("local", 4, Outcome.PASSED, "commit:b"), Labels.ENVIRONMENT, "local"),
                build("of two", 5, Outcome.PASSED, "commit:a", "commit:b"));
        assertThat(derived.subjects(BuildRun.class))
                .extracting(BuildRun::branch)
                .containsExactly("feature", "trunk", "", "", "");
        assertThat(derived.subjects(BuildRun.class))
                .extracting(build -> build.isOn(MainLine.USUAL))
                .containsExactly(false, true, false, false, true);
    }

    @Test
    void since_when_a_build_waited_is_read_off_its_label() {
        Derived derived = derive(
                labelled(build("b1", 1, Outcome.PASSED), Labels.QUEUED, at(0.5).toString()),
                labelled(build("b2", 2, Outcome.PASSED), Labels.QUEUED, "yesterday"));
        assertThat(derived.subjects(BuildRun.class))
                .extracting(BuildRun::queuedAt)
                .containsExactly(at(0.5), null);
        assertThat(derived.unjoined()).containsEntry("label 'queued' is no instant", List.of("build:b2"));
    }

    @Test
    void a_branch_is_red_until_each_subject_that_failed_has_passed() {
        Derived derived = derive(
                build("u1", "unit", 1, Outcome.FAILED),
                build("l1", "lint", 2, Outcome.FAILED),
                build("u2", "unit", 3, Outcome.PASSED),
                build("x", "lint", 3.5, Outcome.CANCELLED),
                build("l2", "lint", 4, Outcome.PASSED),
                build("u3", "unit", 9, Outcome.TIMED_OUT));
        assertThat(derived.subjects(RedSpan.class)).hasSize(2);
        RedSpan first = derived.subjects(RedSpan.class).get(0);
        assertThat(first.brokenAt()).isEqualTo(at(1));
        assertThat(first.repairedAt()).isEqualTo(at(4));
        assertThat(first.failed()).containsExactly("u1", "l1");
        assertThat(first.evidence()).hasSize(3);
        assertThat(derived.subjects(RedSpan.class).get(1).repairedAt()).isNull();
        assertThat(derived.subjects(BranchHealth.class)).singleElement().satisfies(health -> {
            assertThat(health.since()).isEqualTo(at(1));
            assertThat(health.red()).isEqualTo(derived.subjects(RedSpan.class));
        });
    }

    @Test
    void repositories_of_one_service_are_apart() {
        Derived derived = derive(
                labelled(build("b1", 1, Outcome.FAILED), Labels.REPOSITORY, "web"),
                labelled(build("b2", 2, Outcome.PASSED), Labels.REPOSITORY, "api"));
        assertThat(derived.subjects(RedSpan.class))
                .singleElement()
                .satisfies(span -> assertThat(span.repairedAt()).isNull());
    }

    @Test
    void builds_of_pull_requests_and_on_a_developers_machine_break_no_branch_and_services_are_apart() {
        Derived derived = derive(
                build("b1", 1, Outcome.FAILED, "pull-request:7"),
                labelled(build("b2", 1, Outcome.FAILED), Labels.ENVIRONMENT, "LOCAL"),
                labelled(build("b3", 1, Outcome.FAILED), Labels.SERVICE, "shop"),
                labelled(build("b4", 2, Outcome.PASSED), Labels.SERVICE, "mail"));
        assertThat(derived.subjects(RedSpan.class)).singleElement().satisfies(span -> {
            assertThat(span.failed()).containsExactly("b3");
            assertThat(span.repairedAt()).isNull();
            assertThat(span.labels().get(Labels.SERVICE)).contains("shop");
        });
        assertThat(derived.subjects(BranchHealth.class)).hasSize(2);
    }

    @Test
    void a_run_that_nobody_counted_is_one_test_if_it_has_a_verdict() {
        Derived derived = derive(
                recorded(TestRun.of("t1", at(1), TestLevel.UNIT, Outcome.FAILED)),
                recorded(TestRun.of("t2", at(2), TestLevel.UNIT, Outcome.SKIPPED)),
                recorded(new TestRun(
                        ArtifactMetadata.of("t3", at(3)),
                        Stage.TEST,
                        "suite",
                        Outcome.PASSED,
                        new TestRun.Counts(7, 0, 1),
                        null)));
        assertThat(derived.subjects(TestRan.class))
                .extracting(TestRan::tests)
                .containsExactly(new TestRun.Counts(0, 1, 0), TestRun.Counts.NONE, new TestRun.Counts(7, 0, 1));
    }

    @Test
    void an_environment_is_named_by_its_label_else_by_its_sort() {
        Derived derived = derive(
                recorded(TestRun.of("t1", at(1), Outcome.PASSED).with(TestCoverage.UNKNOWN.in(Environment.CI))),
                labelled(recorded(TestRun.of("t2", at(2), Outcome.PASSED)), Labels.ENVIRONMENT, "local"),
                labelled(
                        recorded(TestRun.of("t3", at(3), Outcome.PASSED).with(TestCoverage.UNKNOWN.in(Environment.CI))),
                        Labels.ENVIRONMENT,
                        "runner-7"));
        assertThat(derived.subjects(TestRan.class))
                .extracting(TestRan::environment)
                .containsExactly(Environment.CI, Environment.LOCAL, Environment.CI);
        assertThat(derived.subjects(TestRan.class))
                .extracting(TestRan::environmentName)
                .containsExactly("CI", "local", "runner-7");
    }

    @Test
    void a_main_line_without_a_name_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MainLine.of())
                .withMessage("a main line has at least one branch, and no name of it is blank, not []");
        assertThatIllegalArgumentException().isThrownBy(() -> MainLine.of(" "));
        assertThat(MainLine.of("develop").includes("main")).isFalse();
        assertThat(MainLine.of("develop").includes("develop")).isTrue();
    }

    private static Recorded build(String id, double hours, Outcome outcome, String... lineage) {
        return build(id, "main", hours, outcome, lineage);
    }

    private static Recorded build(String id, String subject, double hours, Outcome outcome, String... lineage) {
        return recorded(new Build(metadata(id, hours, lineage), subject, outcome, at(hours)));
    }

    private static Recorded test(String id, double hours, String... lineage) {
        return recorded(new TestRun(
                metadata(id, hours, lineage), Stage.TEST, "suite", Outcome.PASSED, TestRun.Counts.NONE, null));
    }

    private static ArtifactMetadata metadata(String id, double hours, String... lineage) {
        return ArtifactMetadata.of(id, at(hours))
                .derivedFrom(Stream.of(lineage).map(ArtifactRef::parse).toList());
    }
}
