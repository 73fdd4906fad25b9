package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArtifactTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final ArtifactMetadata SOME = ArtifactMetadata.of("x", T0);
    private static final ArtifactRef COMMIT = new ArtifactRef("commit", "4f2a91c");
    private static final List<Artifact> ONE_OF_EACH = List.of(
            PlanItem.of("x", T0, "title"),
            Commit.of("x", T0, "subject"),
            new Branch(ArtifactMetadata.of("x", T0), "pay-by-card", null),
            PullRequest.opened("x", T0, "pay by card"),
            Build.of("x", T0, Outcome.PASSED),
            builtArtifact(),
            TestRun.of("x", T0, Outcome.PASSED),
            Release.of("x", T0, "1.0.0", List.of(COMMIT)),
            Approval.asked(SOME, "release-manager"),
            Deployment.toProduction("x", T0, List.of(COMMIT)),
            Exposure.of("x", T0, "pay-by-card", Share.ofPercent(5)),
            new Incident(SOME, "down", true, null),
            OperationRecord.of("x", T0, "quiet"),
            Insight.of("x", T0, "faster"),
            AlertFiring.of("x", T0, "errors > 1 %"),
            ScalingAction.of("x", T0, "checkout", 3, 6),
            Feedback.fromUsers("x", T0, "slow"),
            Measurement.of("x", T0, "shop", new Reading.Log("INFO", "started")),
            new CustomArtifact(SOME, new ArtifactKind("acme-note", Stage.PLAN), new TreeMap<>()));

    @Test
    @Tag("ART-01")
    void each_kind_has_a_name_and_one_stage_and_each_stage_has_a_kind() {
        assertThat(ONE_OF_EACH)
                .extracting(artifact -> artifact.kind().name(), Artifact::stage)
                .containsExactly(
                        tuple("plan-item", Stage.PLAN),
                        tuple("commit", Stage.CODE),
                        tuple("branch", Stage.CODE),
                        tuple("pull-request", Stage.CODE),
                        tuple("build", Stage.BUILD),
                        tuple("build-artifact", Stage.BUILD),
                        tuple("test-run", Stage.TEST),
                        tuple("release", Stage.RELEASE),
                        tuple("approval", Stage.RELEASE),
                        tuple("deployment", Stage.DEPLOY),
                        tuple("exposure", Stage.DEPLOY),
                        tuple("incident", Stage.OPERATE),
                        tuple("operation-record", Stage.OPERATE),
                        tuple("insight", Stage.MONITOR),
                        tuple("alert-firing", Stage.OPERATE),
                        tuple("scaling-action", Stage.OPERATE),
                        tuple("feedback", Stage.OPERATE),
                        tuple("measurement", Stage.MONITOR),
                        tuple("acme-note", Stage.PLAN));
        assertThat(ONE_OF_EACH)
                .filteredOn(artifact -> artifact.kind().isBuiltIn())
                .extracting(Artifact::stage)
                .contains(Stage.values());
        assertThat(ONE_OF_EACH).allSatisfy(artifact -> {
            assertThat(artifact.id()).isEqualTo("x");
            assertThat(artifact.at()).isEqualTo(T0);
            assertThat(artifact.ref().isOf(artifact.kind())).isTrue();
            assertThat(artifact.ref().id()).isEqualTo("x");
        });
    }

    @Test
    @Tag("ART-01")
    void the_sealed_hierarchy_is_covered_here() {
        List<Class<?>> kinds = Stream.of(Artifact.class.getPermittedSubclasses())
                .flatMap(stage -> stage.isSealed() ? Stream.of(stage.getPermittedSubclasses()) : Stream.of(stage))
                .<Class<?>>map(kind -> kind)
                .toList();
        assertThat(ONE_OF_EACH).extracting(Object::getClass).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    @Tag("ART-01")
    void lineage_is_kept_in_order_without_duplicates_and_cannot_be_changed() {
        List<ArtifactRef> given = new ArrayList<>(List.of(COMMIT, new ArtifactRef("build", "7"), COMMIT));
        ArtifactMetadata metadata = SOME.derivedFrom(given);
        given.clear();
        assertThat(metadata.derivedFrom()).containsExactly(COMMIT, new ArtifactRef("build", "7"));
        assertThat(metadata.derivedFrom(List.of(COMMIT, new ArtifactRef("a", "b")))
                        .derivedFrom())
                .hasSize(3);
        assertThatThrownBy(() -> metadata.derivedFrom().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(SOME.with(Labels.of("team", "blue"))
                        .with(Labels.of("team", "red"))
                        .labels())
                .isEqualTo(Labels.of("team", "red"));
    }

    @Test
    @SuppressWarnings("NullAway")
    void what_is_missing_is_named() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ArtifactMetadata("x", T0, null, Labels.none()))
                .withMessage("derivedFrom");
        List<ArtifactRef> holed = new ArrayList<>();
        holed.add(null);
        assertThatNullPointerException().isThrownBy(() -> new ArtifactMetadata("x", T0, holed, Labels.none()));
        assertThatNullPointerException()
                .isThrownBy(() -> ArtifactMetadata.of(null, T0))
                .withMessage("artifact id");
        assertThatNullPointerException()
                .isThrownBy(() -> new PlanItem(SOME, "title", null))
                .withMessage("acceptanceCriteria");
        assertThatNullPointerException()
                .isThrownBy(() -> new Commit(SOME, T0, "subject", null))
                .withMessage("parents");
        assertThatNullPointerException()
                .isThrownBy(() -> new TestRun(SOME, null, "tests", Outcome.PASSED, TestRun.Counts.NONE, null))
                .withMessage("stage");
    }

    @Test
    void blank_and_overlong_texts_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtifactMetadata.of("", T0))
                .withMessage("artifact id must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Build(SOME, " ", Outcome.PASSED, null))
                .withMessage("subject must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.of("x", T0, "", List.of()))
                .withMessage("version must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Release(SOME, "1", " "))
                .withMessage("tag must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Insight.of("x", T0, ""))
                .withMessage("observation must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commit(SOME, T0, "", List.of(" ")))
                .withMessage("parent must not be blank");
        String tooLong = "x".repeat(100_001);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanItem.of("x", T0, tooLong))
                .withMessage("title has 100001 characters, at most 100000 are accepted");
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanItem(SOME, "", List.of(tooLong)));
        assertThat(new Release(SOME, "1.0.0", "").tag()).isEmpty();
    }

    @Test
    void nothing_ends_before_it_starts() {
        Instant early = T0.minusNanos(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Build(SOME, "build", Outcome.PASSED, early))
                .withMessage(
                        "build x ends at 2026-01-05T08:59:59.999999999Z, before it starts at 2026-01-05T09:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestRun(SOME, Stage.TEST, "tests", Outcome.PASSED, TestRun.Counts.NONE, early));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deployment.observed(SOME, Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, early));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Incident(SOME, "down", true, early))
                .withMessageContaining("before it starts");
        assertThat(new Incident(SOME, "down", true, T0).resolvedAt()).isEqualTo(T0);
    }

    @ParameterizedTest
    @EnumSource
    void a_test_run_belongs_to_build_or_test(Stage stage) {
        if (stage == Stage.BUILD || stage == Stage.TEST) {
            assertThat(run(stage).stage()).isEqualTo(stage);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run(stage))
                    .withMessage("a test run belongs to BUILD or TEST, not to " + stage);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_deployment_before_production_belongs_to_test(Environment environment) {
        Deployment deployment = Deployment.observed(SOME, environment, DeploymentStatus.SUCCEEDED, null);
        assertThat(deployment.stage())
                .isEqualTo(
                        environment == Environment.PRODUCTION || environment == Environment.UNKNOWN
                                ? Stage.DEPLOY
                                : Stage.TEST);
        assertThat(deployment.subject()).isEqualTo(environment.name());
    }

    @Test
    void a_deployment_is_judged_by_its_status() {
        assertThat(Stream.of(DeploymentStatus.values()).map(DeploymentStatus::outcome))
                .containsExactly(
                        Outcome.RUNNING,
                        Outcome.PASSED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.CANCELLED,
                        Outcome.UNKNOWN);
        assertThat(Deployment.toProduction("x", T0, List.of()).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void two_parents_make_a_merge() {
        assertThat(new Commit(SOME, T0, "", List.of("a", "b")).isMerge()).isTrue();
        assertThat(new Commit(SOME, T0, "", List.of("a")).isMerge()).isFalse();
        assertThat(Commit.of("x", T0, "").isMerge()).isFalse();
    }

    @Test
    void tests_are_counted_from_zero() {
        assertThat(TestRun.Counts.NONE).isEqualTo(new TestRun.Counts(0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestRun.Counts(1, -1, 0))
                .withMessage("test counts must not be negative: passed 1, failed -1, skipped 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new TestRun.Counts(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new TestRun.Counts(0, 0, -1));
    }

    @Test
    void lists_of_artifacts_cannot_be_changed() {
        List<String> criteria = new ArrayList<>(List.of("it works"));
        PlanItem item = new PlanItem(SOME, "title", criteria);
        criteria.clear();
        assertThat(item.acceptanceCriteria()).containsExactly("it works");
        assertThatThrownBy(() -> item.acceptanceCriteria().clear()).isInstanceOf(UnsupportedOperationException.class);
        Commit commit = new Commit(SOME, T0, "", List.of("a"));
        assertThatThrownBy(() -> commit.parents().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static BuildArtifact builtArtifact() {
        return new BuildArtifact(SOME, Packaging.JAR, "shop", "17", "sha256:aa", "4f2a91c", "");
    }

    private static TestRun run(Stage stage) {
        return new TestRun(SOME, stage, "unit", Outcome.PASSED, TestRun.Counts.NONE, null);
    }

    @Test
    @Tag("ART-12")
    void a_branch_open_for_49_hours_is_49_hours_old() {
        Branch open = new Branch(ArtifactMetadata.of("b", T0), "pay-by-card", null);
        Branch merged = new Branch(ArtifactMetadata.of("b", T0), "pay-by-card", T0.plus(Duration.ofHours(49)));
        assertThat(open.age(T0.plus(Duration.ofHours(49)))).isEqualTo(Duration.ofHours(49));
        assertThat(merged.age(T0.plus(Duration.ofDays(9)))).isEqualTo(Duration.ofHours(49));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Branch(ArtifactMetadata.of("b", T0), "b", T0.minusSeconds(1)))
                .withMessage("branch is merged at " + T0.minusSeconds(1) + ", before it begins at " + T0);
    }
}
