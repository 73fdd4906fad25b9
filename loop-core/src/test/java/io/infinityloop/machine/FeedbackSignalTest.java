package io.infinityloop.machine;

import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static io.infinityloop.machine.Samples.T0;
import static io.infinityloop.machine.Samples.loopIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Feedback;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FeedbackSignalTest {
    @Test
    @Tag("LOOP-13")
    void a_signal_from_test_to_code_is_stored_with_its_latency_and_moves_nothing() {
        Journal journal = InMemoryJournal.empty();
        Loop loop = loopIn(
                LoopEngine.builder(Samples.clock())
                        .definition(LoopDefinition.ring())
                        .journal(journal)
                        .build(),
                LOOP,
                TEST);
        Feedback signal =
                Feedback.signal("f-1", T0, TEST, CODE, "rounding of cents").received(T0.plusSeconds(300));

        loop.record(signal).orThrow();

        List<LoopEvent> stored = Samples.events(journal, LOOP);
        assertThat(stored.get(stored.size() - 1))
                .isInstanceOfSatisfying(
                        Recorded.class,
                        recorded -> assertThat(recorded.artifact()).isEqualTo(signal));
        assertThat(signal.latency()).contains(Duration.ofMinutes(5));
        assertThat(loop.stage()).isEqualTo(TEST);
    }
}
