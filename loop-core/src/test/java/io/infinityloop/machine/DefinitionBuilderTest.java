package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DefinitionBuilderTest {
    private static final List<Stage> RELEASE_LAST = List.of(PLAN, CODE, BUILD, TEST, DEPLOY, RELEASE, OPERATE, MONITOR);

    @Test
    @Tag("LOOP-17")
    void the_order_is_that_of_the_ring_unless_another_one_is_asked_for() {
        for (LoopDefinition definition : List.of(
                LoopDefinition.ring(),
                LoopDefinition.delivery(),
                LoopDefinition.builder("mine").build())) {
            assertThat(definition.order()).isEqualTo(Stage.all());
        }
        LoopDefinition other =
                LoopDefinition.builder("release-last").order(RELEASE_LAST).build();
        Loop loop =
                LoopEngine.builder(Samples.clock()).definition(other).build().start(Samples.LOOP);
        List<Stage> passed = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            passed.add(loop.stage());
            loop.advance(other.next(loop.stage())).orThrow();
        }
        assertThat(passed).isEqualTo(RELEASE_LAST);
        assertThat(loop.state().cycle()).isEqualTo(2);
    }

    @Test
    @Tag("LOOP-17")
    void an_order_holds_each_of_the_eight_stages_once() {
        List<Stage> doubled = new ArrayList<>(Stage.all());
        doubled.set(3, BUILD);
        List<Stage> reversed = new ArrayList<>(Stage.all());
        Collections.reverse(reversed);
        assertThat(codes(builder -> builder.order(doubled))).containsExactly("ORDER");
        assertThat(codes(builder -> builder.order(List.of(PLAN, CODE)))).containsExactly("ORDER");
        assertThat(codes(builder -> builder.order(List.of()))).containsExactly("ORDER");
        assertThat(codes(builder -> builder.order(reversed))).containsExactly("ORDER_ENDS");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        DefinitionBuilder builder = LoopDefinition.builder("wrong")
                .require(PLAN, new Contract.Present(Release.KIND))
                .require(CODE, new Contract.Passed(Commit.KIND))
                .require(RELEASE, new Contract.FieldPresent(Release.KIND, "recovry"))
                .require(DEPLOY, new Contract.InEnvironment(Environment.PRODUCTION))
                .require(DEPLOY, new Contract.InEnvironment(Environment.PRODUCTION))
                .gate(TEST, "slow", "slow", " ")
                .automatic(OPERATE);
        assertThat(builder.validate())
                .extracting(Finding::code)
                .containsExactly(
                        "KIND_TOO_LATE",
                        "NOT_CHECKED",
                        "DUPLICATE_GATE",
                        "GATE_NAME",
                        "UNKNOWN_FIELD",
                        "DUPLICATE_CONTRACT",
                        "AUTOMATIC_WITHOUT_CONTRACT");
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(builder::build)
                .satisfies(invalid -> assertThat(invalid.findings()).isEqualTo(builder.validate()))
                .withMessageStartingWith("the definition 'wrong' has 7 faults: KIND_TOO_LATE: PLAN requires"
                        + " present(release), but a release is produced in RELEASE, which comes later; ");
    }

    @Test
    void a_field_that_cannot_be_asked_for_is_answered_with_what_can() {
        assertThat(LoopDefinition.builder("a")
                        .require(PLAN, new Contract.FieldPresent(PlanItem.KIND, "estimate"))
                        .require(RELEASE, new Contract.FieldPresent(Release.KIND, "note"))
                        .validate())
                .extracting(Finding::message)
                .containsExactly(
                        "PLAN requires field(plan-item.estimate), but of a plan-item no field can be asked for: ask for"
                                + " its presence, and let a gate look into it",
                        "RELEASE requires field(release.note), but of a release only these can be asked for: digests,"
                                + " notes, recovery, risks, tag");
    }

    @Test
    void faults_inside_any_of_are_found() {
        Contract any = new Contract.AnyOf(
                List.of(new Contract.Present(PlanItem.KIND), new Contract.FieldPresent(Release.KIND, "sound")));
        assertThat(codes(builder -> builder.require(RELEASE, any))).containsExactly("UNKNOWN_FIELD");
        assertThat(codes(builder -> builder.require(BUILD, any))).contains("KIND_TOO_LATE");
    }

    @Test
    void of_a_kind_of_ones_own_every_field_can_be_asked_for() {
        ArtifactKind licence = new ArtifactKind("licence-report", BUILD);
        assertThat(codes(builder -> builder.require(BUILD, new Contract.FieldPresent(licence, "approved-by"))))
                .isEmpty();
    }

    @Test
    void every_built_in_kind_is_known_as_built_in() {
        assertThat(leaves(Artifact.class).map(DefinitionBuilderTest::kindOf).flatMap(List::stream))
                .isNotEmpty()
                .allMatch(ArtifactKind::isBuiltIn);
    }

    @Test
    void any_change_changes_the_fingerprint_and_the_order_of_telling_does_not() {
        List<UnaryOperator<DefinitionBuilder>> changes = List.of(
                builder -> builder.version(2),
                builder -> builder.order(RELEASE_LAST),
                builder -> builder.require(PLAN, new Contract.Present(PlanItem.KIND)),
                builder -> builder.require(CODE, new Contract.Present(PlanItem.KIND)),
                builder -> builder.require(PLAN, new Contract.Produced(PlanItem.KIND)),
                builder -> builder.require(CODE, new Contract.Present(new ArtifactKind("sketch", PLAN))),
                builder -> builder.require(CODE, new Contract.Present(new ArtifactKind("sketch", CODE))),
                builder -> builder.gate(PLAN, "go"),
                builder -> builder.gate(PLAN, "stop"),
                builder -> builder.gate(CODE, "go"),
                builder -> builder.require(PLAN, new Contract.Present(PlanItem.KIND))
                        .automatic(PLAN));
        List<String> fingerprints = new ArrayList<>();
        fingerprints.add(LoopDefinition.builder("mine").build().ref().fingerprint());
        fingerprints.add(LoopDefinition.builder("yours").build().ref().fingerprint());
        changes.forEach(change -> fingerprints.add(
                change.apply(LoopDefinition.builder("mine")).build().ref().fingerprint()));
        assertThat(fingerprints).doesNotHaveDuplicates().allMatch(text -> text.matches("[0-9a-f]{64}"));

        Contract one = new Contract.Present(TestRun.KIND);
        Contract other = new Contract.Passed(TestRun.KIND);
        assertThat(LoopDefinition.builder("mine")
                        .require(TEST, one, other)
                        .gate(TEST, "a", "b")
                        .build())
                .isEqualTo(LoopDefinition.builder("mine")
                        .gate(TEST, "b", "a")
                        .require(TEST, other, one)
                        .build())
                .hasSameHashCodeAs(LoopDefinition.builder("mine")
                        .gate(TEST, "b", "a")
                        .require(TEST, other, one)
                        .build());
    }

    @Test
    void the_built_in_definitions_keep_their_fingerprints() {
        assertThat(LoopDefinition.ring().toString())
                .isEqualTo("id ring\nversion 1\norder PLAN CODE BUILD TEST RELEASE DEPLOY OPERATE MONITOR\n");
        assertThat(LoopDefinition.ring().ref().toString()).isEqualTo("ring v1 (85069e29ff7b)");
        assertThat(LoopDefinition.delivery().ref().toString()).isEqualTo("delivery v1 (e8a8fd5f3d53)");
    }

    @Test
    void differences_are_said_line_by_line() {
        assertThat(LoopDefinition.delivery(DeliveryMode.DELIVERY)
                        .differences(LoopDefinition.delivery(DeliveryMode.DEPLOYMENT)))
                .containsExactly(
                        "- id continuous-delivery",
                        "- RELEASE requires granted(approval)",
                        "+ id continuous-deployment",
                        "+ RELEASE is automatic");
        assertThat(LoopDefinition.ring().differences(LoopDefinition.ring())).isEmpty();
    }

    @Test
    void a_version_counts_from_one_and_a_field_has_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoopDefinition.builder("mine").version(0))
                .withMessage("definition version 0 must be at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Contract.FieldPresent(Release.KIND, "a\nb"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contract.AnyOf(List.of(new Contract.Present(Release.KIND))));
    }

    private static List<String> codes(UnaryOperator<DefinitionBuilder> change) {
        return change.apply(LoopDefinition.builder("mine")).validate().stream()
                .map(Finding::code)
                .toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(DefinitionBuilderTest::leaves)
                : Stream.of(type);
    }

    private static List<ArtifactKind> kindOf(Class<?> type) {
        try {
            return List.of((ArtifactKind) type.getField("KIND").get(null));
        } catch (NoSuchFieldException custom) {
            return List.of();
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
