package io.infinityloop.watch;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.watch.Feeds.LOOP;
import static io.infinityloop.watch.Feeds.T0;
import static io.infinityloop.watch.Feeds.metadata;
import static io.infinityloop.watch.Feeds.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.machine.LoopState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which way the loops came: visits, ways back, orphans, and what happened at one instant. */
class WatchedWayTest {
    private static final Started START = new Started(metadata("start", 0), LOOP, PLAN);

    @Test
    void visits_say_when_each_stage_was_entered_and_left() {
        Observation seen = Watcher.watch(
                List.of(move("to-build", 30, CODE, BUILD, 10), START, move("to-code", 10, PLAN, CODE, 0)));
        assertThat(seen.visits())
                .extracting(Visit::stage, Visit::entered, Visit::left)
                .containsExactly(
                        tuple(PLAN, minute(0), minute(10)),
                        tuple(CODE, minute(10), minute(30)),
                        tuple(BUILD, minute(30), null));
        assertThat(seen.visits().get(1).duration()).contains(Duration.ofMinutes(20));
        assertThat(seen.visits().get(2).duration()).isEmpty();
    }

    @Test
    void around_a_gap_the_visit_before_has_no_end_and_the_one_after_begins_as_its_move_says() {
        Observation seen = Watcher.watch(List.of(START, move("to-test", 30, BUILD, TEST, 20)));
        assertThat(seen.gaps()).extracting(gap -> gap.event().id()).containsExactly("to-test");
        assertThat(seen.visits())
                .extracting(Visit::stage, Visit::entered, Visit::left)
                .containsExactly(
                        tuple(PLAN, minute(0), null),
                        tuple(BUILD, minute(20), minute(30)),
                        tuple(TEST, minute(30), null));
    }

    @Test
    void a_loop_whose_start_nobody_reported_was_in_its_first_stage_since_its_first_move_says() {
        Observation seen = Watcher.watch(List.of(move("to-test", 30, BUILD, TEST, 20)));
        assertThat(seen.visits())
                .extracting(Visit::stage, Visit::entered, Visit::left)
                .containsExactly(tuple(BUILD, minute(20), minute(30)), tuple(TEST, minute(30), null));
    }

    @Test
    void returns_and_backward_moves_are_ways_back_and_the_next_cycle_is_none() {
        Observation seen = Watcher.watch(List.of(
                new Started(metadata("start", 0), LOOP, MONITOR),
                move("to-plan", 10, MONITOR, PLAN, 0),
                move("to-code", 20, PLAN, CODE, 10),
                new Returned(metadata("back", 30), LOOP, CODE, PLAN, minute(20), "the plan was wrong"),
                move("to-code-again", 40, PLAN, CODE, 30),
                move("backwards", 50, CODE, PLAN, 40)));
        assertThat(seen.backEdges())
                .containsExactly(
                        new BackEdge(LOOP, metadata("back", 0).key(), minute(30), CODE, PLAN),
                        new BackEdge(LOOP, metadata("backwards", 0).key(), minute(50), CODE, PLAN));
        assertThat(seen.deviations())
                .extracting(deviation -> deviation.event().id())
                .containsExactly("backwards");
        assertThat(seen.visits()).extracting(Visit::cycle).containsExactly(1L, 2L, 2L, 2L, 2L, 2L);
        assertThat(seen.visits()).extracting(Visit::attempt).containsExactly(1, 1, 1, 2, 2, 2);
    }

    @Test
    void an_event_that_points_to_something_nobody_reports_is_an_orphan() {
        ArtifactRef lost = new ArtifactRef("commit", "lost");
        Recorded built = new Recorded(metadata("built", 5), null, build("b1", List.of(lost)));
        ArtifactRef known = built.artifact().ref();
        Recorded again = new Recorded(metadata("built-again", 6), null, build("b2", List.of(known)));
        Advanced unstarted = new Advanced(
                metadata("move", 7),
                LoopId.of("unstarted"),
                new Transition(PLAN, CODE),
                T0,
                List.of(known, new ArtifactRef("plan-item", "P-1")));
        Observation seen = Watcher.watch(List.of(unstarted, START, again, built));
        assertThat(seen.orphans())
                .containsExactly(
                        new Orphan(Orphan.Missing.ANCESTOR, "commit:lost", built.key(), minute(5)),
                        new Orphan(Orphan.Missing.START, "unstarted", unstarted.key(), minute(7)),
                        new Orphan(Orphan.Missing.HANDED_OVER, "plan-item:P-1", unstarted.key(), minute(7)));
        assertThat(seen.deviations()).extracting(Deviation::loop).containsExactly(LoopId.of("unstarted"));
    }

    @Test
    void what_comes_before_a_late_start_is_no_orphan() {
        Started late = new Started(metadata("late", 15), LOOP, PLAN);
        assertThat(Watcher.watch(List.of(move("to-code", 10, PLAN, CODE, 0), late))
                        .orphans())
                .isEmpty();
    }

    @Test
    void the_first_and_the_last_instants_do_no_harm() {
        List<LoopEvent> feed = List.of(
                new Started(EventMetadata.of("start", "portal", Instant.MIN), LOOP, PLAN),
                new Advanced(
                        EventMetadata.of("to-code", "portal", Instant.MAX),
                        LOOP,
                        new Transition(PLAN, CODE),
                        Instant.MIN,
                        List.of()),
                new Retired(EventMetadata.of("end", "portal", Instant.MAX), LOOP, "the end of time"));
        Observation seen = Watcher.watch(feed);
        assertThat(seen.deviations()).isEmpty();
        assertThat(seen.states()).allMatch(LoopState::isRetired);
        assertThat(seen.visits().get(0).duration()).contains(Duration.between(Instant.MIN, Instant.MAX));
    }

    @Test
    void a_hundred_thousand_moves_at_one_instant_fit_together() {
        List<LoopEvent> feed = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Stage from = Stage.PLAN.plus(i);
            feed.add(move("m" + (100_000 - i), 10, from, from.next(), 10));
        }
        feed.add(START);
        Observation seen = Watcher.watch(feed);
        assertThat(seen.deviations()).isEmpty();
        assertThat(seen.states()).extracting(LoopState::stage).containsExactly(PLAN);
        assertThat(seen.states()).extracting(LoopState::cycle).containsExactly(12_501L);
        assertThat(seen.visits()).hasSize(100_001);
    }

    @Test
    void at_one_instant_what_a_move_hands_over_comes_right_before_it_whatever_its_id() {
        Build red = Feeds.build("red", Outcome.FAILED);
        Build green = Feeds.build("green", Outcome.PASSED);
        List<LoopEvent> feed = List.of(
                new Started(metadata("x", 0), LOOP, BUILD),
                new Recorded(metadata("1", 0), LOOP, red),
                new Recorded(metadata("2", 0), LOOP, green),
                new Advanced(metadata("3", 0), LOOP, new Transition(BUILD, TEST), T0, List.of(red.ref())),
                new Returned(metadata("9", 0), LOOP, TEST, BUILD, T0, "once more"),
                new Advanced(metadata("5", 0), LOOP, new Transition(BUILD, TEST), T0, List.of(green.ref())));
        Observation seen = Watcher.watch(feed);
        assertThat(seen.deviations())
                .extracting(Deviation::kind, deviation -> deviation.event().id())
                .containsExactly(tuple(Deviation.Kind.IGNORED_FAILURE, "3"));
        assertThat(seen.states()).extracting(LoopState::stage).containsExactly(TEST);
    }

    @Test
    void what_leads_nowhere_is_refused() {
        assertThatThrownBy(() -> new Visit(LOOP, PLAN, 1, 1, minute(2), minute(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PLAN was left at")
                .hasMessageContaining("before it was entered");
        assertThatThrownBy(() -> new BackEdge(LOOP, START.key(), T0, PLAN, CODE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CODE is not before PLAN: that is no way back");
    }

    private static Build build(String id, List<ArtifactRef> from) {
        return new Build(new ArtifactMetadata(id, T0, from, Labels.none()), "shop", Outcome.PASSED, null);
    }

    private static Advanced move(String id, long minute, Stage from, Stage to, long entered) {
        return new Advanced(metadata(id, minute), LOOP, new Transition(from, to), minute(entered), List.of());
    }
}
