package io.infinityloop.journey;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.journey.Change.AT;
import static io.infinityloop.journey.Change.DIGEST;
import static io.infinityloop.journey.Change.LOOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.machine.DeliveryMode;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Reason;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;
import io.infinityloop.testkit.SettableClock;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a journey does when it runs; what does not compile is in {@link JourneyCompilesTest}. */
class JourneyTest {
    private static final PlanItem ITEM = PlanItem.of("SHOP-1", AT, "Pay by card");
    private static final Commit COMMIT = Commit.of("4f2a91c", AT, "Pay by card");
    private static final Release RELEASED = Change.released(DIGEST, AT);

    private final LoopEngine engine = LoopEngine.inMemory(SettableClock.start());

    @Test
    void each_step_records_and_moves_in_one_and_the_cycle_ends_in_the_next_plan() {
        Waypoint at = Journey.start(engine, LOOP);
        for (int step = 0; step < 16; step++) {
            long revision = at.loop().state().revision();
            Stage stage = at.stay().stage();
            at = step(at);
            assertThat(at.stay())
                    .isEqualTo(at.loop().state().stay())
                    .isEqualTo(new Stay(stage.next(), 1 + (step + 1) / 8, 1));
            assertThat(at.loop().state().revision()).isEqualTo(revision + 2);
        }
        assertThat(engine.find(LOOP).orElseThrow().history()).hasSize(16);
    }

    @Test
    void what_else_the_stage_produced_is_recorded_after_the_required_one() {
        AtRelease atRelease = at(RELEASE, AtRelease.class);
        Approval approval = Approval.asked(ArtifactMetadata.of("go-1", AT), "release-manager")
                .granted(AT);
        AtDeploy atDeploy = atRelease.release(RELEASED, approval);
        List<Artifact> artifacts = atDeploy.loop().state().artifacts();
        assertThat(artifacts.subList(artifacts.size() - 2, artifacts.size())).containsExactly(RELEASED, approval);
    }

    @Test
    void a_refused_step_changes_nothing_and_its_handle_is_as_good_as_before() {
        AtTest atTest = at(TEST, AtTest.class);
        LoopState before = atTest.loop().state();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> atTest.test(Change.tested("sha256:60303ae2", AT)))
                .satisfies(thrown -> assertThat(thrown.refused().reasons())
                        .extracting(Reason::code)
                        .containsOnly("CONTRACT"))
                .withMessageContaining("cannot leave TEST");
        assertThat(engine.find(LOOP).orElseThrow().state()).isEqualTo(before);

        atTest.record(Change.tested(DIGEST, AT, Outcome.FAILED));
        assertThat(atTest.loop().stage()).isEqualTo(TEST);
        AtRelease atRelease = atTest.test(Change.tested(DIGEST, AT));
        assertThat(atRelease.loop().stage()).isEqualTo(RELEASE);
    }

    @Test
    void a_missing_artifact_is_refused_when_null_takes_its_place() {
        AtPlan atPlan = Journey.start(engine, LOOP);
        PlanItem nothing = noItem();
        assertThatNullPointerException().isThrownBy(() -> atPlan.plan(nothing)).withMessage("required artifact");
        assertThat(atPlan.plan(ITEM).loop().stage()).isEqualTo(CODE);
    }

    @SuppressWarnings("NullAway")
    private static PlanItem noItem() {
        return null;
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void every_stage_returns_to_every_earlier_one(Stage stage) throws ReflectiveOperationException {
        int returns = 0;
        for (Stage to : Stage.all().subList(0, stage.number() - 1)) {
            Waypoint there = Journey.resume(engine.importAt(LoopId.of("to-" + to), stage));
            Method method = there.getClass().getMethod("returnTo" + to.displayName(), String.class);
            Waypoint back = (Waypoint) method.invoke(there, "red");
            assertThat(back.getClass().getSimpleName()).isEqualTo("At" + to.displayName());
            assertThat(back.stay())
                    .isEqualTo(new Stay(to, 1, 2))
                    .isEqualTo(back.loop().state().stay());
            returns++;
        }
        Waypoint at = Journey.resume(engine.importAt(LOOP, stage));
        assertThat(at.getClass().getMethods())
                .filteredOn(method -> method.getName().startsWith("returnTo"))
                .hasSize(returns);
    }

    @Test
    void after_a_return_what_was_made_before_no_longer_counts() {
        AtCode again = at(TEST, AtTest.class).returnToCode("red");
        assertThat(again.loop().state().artifacts()).containsExactly(ITEM);
        assertThat(again.code(COMMIT).build(Change.built(DIGEST, AT)).stay()).isEqualTo(new Stay(TEST, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> again.retire(" "));
    }

    @Test
    void a_handle_that_was_used_moves_nothing_more() {
        AtPlan atPlan = Journey.start(engine, LOOP);
        AtCode atCode = atPlan.plan(ITEM);
        thenMovedOn(() -> atPlan.plan(ITEM), new Stay(PLAN, 1, 1), new Stay(CODE, 1, 1));

        AtBuild atBuild = atCode.code(COMMIT);
        AtCode second = atBuild.returnToCode("wrong");
        Stay first = new Stay(CODE, 1, 1);
        Stay now = new Stay(CODE, 1, 2);
        thenMovedOn(() -> atCode.code(COMMIT), first, now);
        thenMovedOn(() -> atCode.returnToPlan("wrong"), first, now);
        thenMovedOn(() -> atCode.record(COMMIT), first, now);
        thenMovedOn(() -> atCode.retire("wrong"), first, now);
        assertThat(second.code(COMMIT).loop().stage()).isEqualTo(BUILD);
    }

    @Test
    void a_handle_of_an_earlier_cycle_moves_nothing() {
        AtCode old = Journey.start(engine, LOOP).plan(ITEM);
        Waypoint at = old;
        for (int step = 0; step < 8; step++) {
            at = step(at);
        }
        assertThat(at).isInstanceOf(AtCode.class);
        thenMovedOn(() -> old.code(COMMIT), old.stay(), new Stay(CODE, 2, 1));
    }

    @Test
    void what_others_do_with_the_loop_outdates_the_handle() {
        AtPlan atPlan = Journey.start(engine, LOOP);
        engine.find(LOOP).orElseThrow().advance(CODE, ITEM).orThrow();
        thenMovedOn(() -> atPlan.plan(ITEM), atPlan.stay(), new Stay(CODE, 1, 1));
        assertThat(Journey.resume(engine.find(LOOP).orElseThrow())).isInstanceOf(AtCode.class);
    }

    @Test
    void of_many_threads_with_one_handle_one_makes_the_step() throws Exception {
        AtCode atCode = at(CODE, AtCode.class);
        List<Callable<Boolean>> steps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            steps.add(() -> {
                try {
                    atCode.code(COMMIT).returnToCode("again");
                    return true;
                } catch (RefusedException refused) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int winners = 0;
            for (Future<Boolean> step : threads.invokeAll(steps)) {
                winners += step.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(atCode.loop().history()).hasSize(3);
    }

    @Test
    void a_retired_loop_refuses_everything() {
        AtPlan atPlan = Journey.start(engine, LOOP);
        atPlan.retire("not wanted");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> atPlan.plan(ITEM))
                .withMessageContaining("not wanted");
        Waypoint resumed = Journey.resume(engine.find(LOOP).orElseThrow());
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> resumed.record(ITEM));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_loop_is_resumed_in_the_stage_that_it_is_in_and_in_no_other(Stage stage) {
        Loop loop = engine.importAt(LOOP, stage);
        Waypoint there = Journey.resume(loop);
        assertThat(there.getClass().getSimpleName()).isEqualTo("At" + stage.displayName());
        assertThat(there).hasToString("loop pay-by-card at " + stage + " (cycle 1, attempt 1)");
        assertThat(there.loop()).isSameAs(loop);
        assertThat(Journey.resume(loop, AtBuild.class).isPresent()).isEqualTo(stage == BUILD);
        assertThat(Journey.resume(loop, there.getClass())).isPresent();
    }

    @Test
    void the_trigger_of_the_loop_is_that_of_the_steps() {
        Loop loop = engine.start(LOOP).triggeredBy(Trigger.MANUAL);
        Journey.resume(loop, AtPlan.class).orElseThrow().plan(ITEM).code(COMMIT);
        assertThat(loop.history()).hasSize(2).allMatch(step -> step.trigger() == Trigger.MANUAL);
    }

    @Test
    void a_stage_that_is_left_by_itself_outdates_the_handle() {
        LoopEngine automatic = LoopEngine.builder(SettableClock.start())
                .definition(LoopDefinition.delivery(DeliveryMode.DEPLOYMENT))
                .build();
        AtRelease atRelease = (AtRelease) moved(Journey.start(automatic, LOOP), RELEASE);
        atRelease.record(RELEASED);
        thenMovedOn(() -> atRelease.release(RELEASED), atRelease.stay(), new Stay(DEPLOY, 1, 1));
        assertThat(Journey.resume(atRelease.loop(), AtDeploy.class)).isPresent();
    }

    @Test
    void another_order_than_that_of_the_ring_is_refused_before_anything_is_started() {
        List<Stage> order = new ArrayList<>(Stage.all());
        order.set(2, TEST);
        order.set(3, BUILD);
        LoopEngine other = LoopEngine.builder(SettableClock.start())
                .definition(LoopDefinition.builder("tests-first").order(order).build())
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Journey.start(other, LOOP))
                .withMessage("a typed journey goes PLAN→CODE→BUILD→TEST→RELEASE→DEPLOY→OPERATE→MONITOR, but the"
                        + " definition 'tests-first' goes PLAN→CODE→TEST→BUILD→RELEASE→DEPLOY→OPERATE→MONITOR: move"
                        + " its loops with Loop.advance, or give it the order of the ring");
        assertThat(other.find(LOOP)).isEmpty();
        Loop loop = other.start(LOOP);
        assertThatIllegalArgumentException().isThrownBy(() -> Journey.resume(loop));
    }

    private static void thenMovedOn(ThrowingCallable request, Stay asked, Stay now) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(request)
                .satisfies(thrown ->
                        assertThat(thrown.refused().reasons()).containsExactly(new Reason.MovedOn(asked, now)));
    }

    private <W extends Waypoint> W at(Stage stage, Class<W> waypoint) {
        return waypoint.cast(moved(Journey.start(engine, LOOP), stage));
    }

    private static Waypoint moved(Waypoint from, Stage stage) {
        Waypoint at = from;
        while (at.stay().stage() != stage) {
            at = step(at);
        }
        return at;
    }

    private static Waypoint step(Waypoint at) {
        if (at instanceof AtPlan atPlan) {
            return atPlan.plan(ITEM);
        }
        if (at instanceof AtCode atCode) {
            return atCode.code(COMMIT);
        }
        if (at instanceof AtBuild atBuild) {
            return atBuild.build(Change.built(DIGEST, AT));
        }
        if (at instanceof AtTest atTest) {
            return atTest.test(Change.tested(DIGEST, AT));
        }
        if (at instanceof AtRelease atRelease) {
            return atRelease.release(RELEASED);
        }
        if (at instanceof AtDeploy atDeploy) {
            return atDeploy.deploy(Deployment.toProduction("d1", AT, List.of()));
        }
        return at instanceof AtOperate atOperate
                ? atOperate.operate(OperationRecord.of("o1", AT, "a quiet day"))
                : ((AtMonitor) at).monitor(Insight.of("i" + at.stay().cycle(), AT, "one in three pays by card"));
    }
}
