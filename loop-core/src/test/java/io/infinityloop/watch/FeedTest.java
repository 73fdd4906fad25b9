package io.infinityloop.watch;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.watch.Feeds.LOOP;
import static io.infinityloop.watch.Feeds.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.EventSource;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import io.infinityloop.machine.LoopState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Outside tools feed events: the fourteen steps of an integrated tool chain, each told by the tool that sees it. */
class FeedTest {
    /** A tool chain of which each step is one event, a minute after the one before. */
    private static final class ToolChain implements EventSource {
        private final List<LoopEvent> events = new ArrayList<>();

        ToolChain() {
            events.add(new Started(told("github"), LOOP, CODE));
            recorded("github", Commit.of("4f2a91c", now(), "Cache the basket"));
            moved("github-actions", CODE, BUILD);
            recorded("github-actions", Build.of("image-77", now(), Outcome.PASSED));
            moved("docker-hub", BUILD, TEST);
            recorded("github-actions", TestRun.of("unit-77", now(), Outcome.PASSED));
            moved("argo-cd", TEST, RELEASE);
            moved("argo-cd", RELEASE, DEPLOY);
            recorded("kubernetes", Deployment.toProduction("rollout-77", now(), List.of()));
            moved("kubernetes", DEPLOY, OPERATE);
            moved("prometheus", OPERATE, MONITOR);
            recorded("pagerduty", Insight.of("errors-77", now(), "One basket in a hundred is lost"));
            moved("jira", MONITOR, PLAN);
            moved("github", PLAN, CODE);
        }

        @Override
        public void deliverTo(Consumer<? super LoopEvent> receiver) {
            events.forEach(receiver);
        }

        private Instant now() {
            return minute(events.size());
        }

        private EventMetadata told(String source) {
            return EventMetadata.of("step " + (events.size() + 1), source, now());
        }

        private void recorded(String source, Artifact artifact) {
            events.add(new Recorded(told(source), LOOP, artifact));
        }

        private void moved(String source, Stage from, Stage to) {
            events.add(new Advanced(told(source), LOOP, new Transition(from, to), Feeds.T0, List.of()));
        }
    }

    @Test
    @Tag("SPI-13")
    void fourteen_events_of_outside_tools_bring_the_loop_round() {
        EventSource source = new ToolChain();
        assertThat(source.events()).hasSize(14);
        Observation seen = Watcher.watch(source);
        assertThat(seen.events()).isEqualTo(14);
        assertThat(seen.deviations()).isEmpty();
        assertThat(seen.states()).extracting(LoopState::stage).containsExactly(CODE);
        assertThat(seen.states()).extracting(LoopState::cycle).containsExactly(2L);
        assertThat(seen.visits())
                .extracting(Visit::stage)
                .containsExactly(CODE, BUILD, TEST, RELEASE, DEPLOY, OPERATE, MONITOR, PLAN, CODE);
    }

    @Test
    void a_list_is_a_source_and_what_a_source_hands_over_cannot_be_changed() {
        List<LoopEvent> events = new ToolChain().events();
        EventSource source = events::forEach;
        assertThat(source.events()).isEqualTo(events).isUnmodifiable();
        assertThat(Watcher.watch(source)).isEqualTo(Watcher.watch(events));
    }

    @Test
    void a_source_that_fails_says_so() {
        EventSource broken = receiver -> {
            throw new IllegalStateException("no connection");
        };
        assertThatThrownBy(() -> Watcher.watch(broken)).hasMessage("no connection");
    }
}
