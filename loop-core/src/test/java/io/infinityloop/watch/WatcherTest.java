package io.infinityloop.watch;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.watch.Feeds.LOOP;
import static io.infinityloop.watch.Feeds.build;
import static io.infinityloop.watch.Feeds.metadata;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.LoopState;
import io.infinityloop.watch.Deviation.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatcherTest {
    private static final Started START = new Started(metadata("start", 0), LOOP, PLAN);
    private static final Advanced TO_CODE = advanced("to-code", 10, PLAN, CODE);
    private static final Advanced TO_BUILD = advanced("to-build", 20, CODE, BUILD);
    private static final Recorded GREEN = recorded("green", 25, Outcome.PASSED);
    private static final Advanced TO_TEST = advanced("to-test", 30, BUILD, TEST);
    private static final Advanced TO_RELEASE = advanced("to-release", 40, TEST, RELEASE);

    /** A feed that deviates in one thing, and the event that does. */
    private record Planted(String culprit, List<LoopEvent> feed) {
        Planted(String culprit, LoopEvent... feed) {
            this(culprit, List.of(feed));
        }
    }

    private static final Map<Kind, Planted> PLANTED = Map.of(
            Kind.SKIPPED_STAGE,
            new Planted("leap", START, TO_CODE, TO_BUILD, advanced("leap", 30, BUILD, DEPLOY)),
            Kind.BACKWARD_MOVE,
            new Planted(
                    "back",
                    START,
                    TO_CODE,
                    TO_BUILD,
                    advanced("back", 22, BUILD, CODE),
                    advanced("to-build-again", 24, CODE, BUILD)),
            Kind.REPEATED_STAGE,
            new Planted("same", START, TO_CODE, advanced("same", 15, CODE, CODE), TO_BUILD, TO_TEST),
            Kind.MISSING_MOVE,
            new Planted("to-test", START, TO_CODE, GREEN, TO_TEST, TO_RELEASE),
            Kind.IGNORED_FAILURE,
            new Planted("to-test", START, TO_CODE, TO_BUILD, GREEN, recorded("red", 26, Outcome.FAILED), TO_TEST),
            Kind.NOT_STARTED,
            new Planted("to-code", TO_CODE, TO_BUILD, TO_TEST),
            Kind.STARTED_AGAIN,
            new Planted("again", START, TO_CODE, new Started(metadata("again", 15), LOOP, PLAN), TO_BUILD),
            Kind.AFTER_RETIREMENT,
            new Planted("to-build", START, TO_CODE, new Retired(metadata("end", 15), LOOP, "given up"), TO_BUILD),
            Kind.DUPLICATE_EVENT,
            new Planted("to-code", START, TO_CODE, TO_BUILD, TO_CODE),
            Kind.CONFLICTING_EVENT,
            new Planted("green", START, TO_CODE, TO_BUILD, GREEN, recorded("green", 26, Outcome.PASSED), TO_TEST));

    @ParameterizedTest
    @EnumSource
    void each_kind_of_deviation_is_found_and_nothing_else(Kind kind) {
        Planted planted = requireNonNull(PLANTED.get(kind), "no feed with this deviation");
        Observation seen = Watcher.watch(planted.feed());
        assertThat(seen.deviations())
                .extracting(Deviation::kind, deviation -> deviation.event().id(), Deviation::loop)
                .containsExactly(tuple(kind, planted.culprit(), LOOP));
        assertThat(seen.deviations().get(0).message()).isNotBlank();
        assertThat(seen.deviatingLoops()).isEqualTo(1);
    }

    @Test
    void a_feed_in_order_has_no_deviation() {
        Observation seen = Watcher.watch(List.of(TO_TEST, GREEN, TO_BUILD, START, TO_CODE, TO_RELEASE));
        assertThat(seen.deviations()).isEmpty();
        assertThat(seen.deviatingLoops()).isZero();
        assertThat(seen.events()).isEqualTo(6);
        assertThat(seen.states()).extracting(LoopState::stage).containsExactly(RELEASE);
    }

    @Test
    void nothing_is_nothing() {
        assertThat(Watcher.watch(List.of())).isEqualTo(nothing(0));
    }

    @Test
    void facts_of_a_service_are_counted_and_belong_to_no_loop() {
        Recorded fact = Recorded.of("fact", "portal", Feeds.deployed("d1"));
        Observation seen = Watcher.watch(List.of(fact, fact));
        assertThat(seen).isEqualTo(nothing(1));
    }

    @Test
    void a_start_that_comes_late_is_missing_before_but_is_no_second_start() {
        Started late = new Started(metadata("late", 15), LOOP, PLAN);
        assertThat(kinds(TO_CODE, late, TO_BUILD)).containsExactly(Kind.NOT_STARTED);
        assertThat(kinds(TO_CODE, late, TO_BUILD, new Started(metadata("later", 35), LOOP, PLAN)))
                .containsExactly(Kind.NOT_STARTED, Kind.STARTED_AGAIN);
    }

    @Test
    void a_leap_past_a_failure_is_both() {
        assertThat(kinds(
                        START,
                        TO_CODE,
                        TO_BUILD,
                        recorded("red", 25, Outcome.FAILED),
                        advanced("x", 30, BUILD, RELEASE)))
                .containsExactlyInAnyOrder(Kind.SKIPPED_STAGE, Kind.IGNORED_FAILURE);
    }

    @Test
    void a_return_is_no_deviation_and_forgets_the_failure() {
        assertThat(kinds(
                        START,
                        TO_CODE,
                        TO_BUILD,
                        recorded("red", 25, Outcome.FAILED),
                        new Returned(metadata("back", 26), LOOP, BUILD, CODE, Feeds.minute(20), "red"),
                        advanced("b2", 27, CODE, BUILD),
                        TO_TEST))
                .isEmpty();
    }

    @Test
    void the_way_from_monitor_past_plan_is_a_way_back() {
        Started imported = new Started(metadata("start", 0), LOOP, Stage.MONITOR);
        assertThat(kinds(imported, advanced("x", 10, Stage.MONITOR, CODE))).containsExactly(Kind.BACKWARD_MOVE);
    }

    @Test
    void of_conflicting_events_at_one_instant_the_one_with_the_greater_text_counts() {
        Started other = new Started(metadata("start", 0), LoopId.of("zebra"), PLAN);
        for (List<LoopEvent> feed : List.of(List.<LoopEvent>of(START, other), List.<LoopEvent>of(other, START))) {
            Observation seen = Watcher.watch(feed);
            assertThat(seen.states()).extracting(LoopState::loop).containsExactly(LoopId.of("zebra"));
            assertThat(seen.deviations()).extracting(Deviation::kind).containsExactly(Kind.CONFLICTING_EVENT);
        }
    }

    @Test
    void loops_and_deviations_come_sorted() {
        List<LoopEvent> feed = new ArrayList<>();
        for (String name : List.of("b", "c", "a")) {
            LoopId loop = LoopId.of(name);
            feed.add(new Started(metadata("start " + name, 0), loop, PLAN));
            feed.add(new Advanced(
                    metadata("leap " + name, name.charAt(0)), loop, new Transition(PLAN, TEST), Feeds.T0, List.of()));
        }
        Observation seen = Watcher.watch(feed);
        assertThat(seen.states()).extracting(state -> state.loop().value()).containsExactly("a", "b", "c");
        assertThat(seen.deviations())
                .isSorted()
                .extracting(deviation -> deviation.event().id())
                .containsExactly("leap a", "leap b", "leap c");
        assertThat(seen.deviatingLoops()).isEqualTo(3);
        assertThatThrownBy(() -> seen.states().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> seen.deviations().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_history_made_at_one_instant_fits_together_even_with_returns_and_more_than_nine_events() {
        Journal journal = InMemoryJournal.empty();
        Loop loop = LoopEngine.builder(Clock.fixed(Feeds.T0, ZoneOffset.UTC))
                .definition(LoopDefinition.ring())
                .journal(journal)
                .build()
                .start(LOOP);
        for (int i = 0; i < 30; i++) {
            loop.advance(loop.stage().next(), build("b" + i, Outcome.PASSED)).orThrow();
            if (loop.stage() == TEST && loop.state().attempt() < 3) {
                loop.returnTo(CODE, "once more").orThrow();
            }
        }
        Observation seen = Watcher.watch(Feeds.all(journal));
        assertThat(seen.deviations()).isEmpty();
        assertThat(seen.states())
                .as("what was recorded at the instant of a move may as well have been recorded before it")
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("artifacts", "inherited", "definition")
                .containsExactly(loop.state());
    }

    @Test
    void of_conflicting_events_the_later_counts_and_the_earlier_is_reported() {
        Advanced other = advanced("to-build", 21, CODE, TEST);
        for (List<LoopEvent> feed : List.of(
                List.<LoopEvent>of(START, TO_CODE, TO_BUILD, other),
                List.<LoopEvent>of(other, TO_BUILD, TO_CODE, START))) {
            Observation seen = Watcher.watch(feed);
            assertThat(seen.states()).extracting(LoopState::stage).containsExactly(TEST);
            assertThat(seen.deviations())
                    .extracting(Deviation::kind, Deviation::at)
                    .containsExactly(
                            tuple(Kind.CONFLICTING_EVENT, TO_BUILD.at()), tuple(Kind.SKIPPED_STAGE, other.at()));
        }
    }

    @Test
    void one_object_given_three_times_is_two_duplicates() {
        Observation seen = Watcher.watch(List.of(START, TO_CODE, TO_CODE, TO_CODE, TO_BUILD));
        assertThat(seen.events()).isEqualTo(3);
        assertThat(seen.duplicates())
                .hasSize(2)
                .allSatisfy(duplicate -> assertThat(duplicate.event()).isEqualTo(TO_CODE.key()));
        assertThat(seen.deviations()).isEqualTo(seen.duplicates());
    }

    private static Observation nothing(long events) {
        return new Observation(events, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<Kind> kinds(LoopEvent... feed) {
        return Watcher.watch(List.of(feed)).deviations().stream()
                .map(Deviation::kind)
                .toList();
    }

    private static Advanced advanced(String id, long minute, Stage from, Stage to) {
        return new Advanced(metadata(id, minute), LOOP, new Transition(from, to), Feeds.T0, List.of());
    }

    private static Recorded recorded(String id, long minute, Outcome outcome) {
        return new Recorded(metadata(id, minute), LOOP, build(id, outcome));
    }

    @Test
    void a_failure_holds_only_the_stage_that_it_is_in() {
        Instant start = Instant.parse("2026-01-05T09:00:00Z");
        List<LoopEvent> events = List.of(
                new Started(EventMetadata.of("1", "feed", start), LOOP, Stage.BUILD),
                new Recorded(
                        EventMetadata.of("2", "feed", start.plusSeconds(1)), LOOP, Feeds.build("b", Outcome.FAILED)),
                new Advanced(
                        EventMetadata.of("3", "feed", start.plusSeconds(2)),
                        LOOP,
                        new Transition(Stage.CODE, Stage.BUILD),
                        start,
                        List.of()));
        assertThat(Watcher.watch(events).deviations())
                .extracting(Deviation::kind)
                .containsExactly(Deviation.Kind.MISSING_MOVE);
    }
}
