package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who watches the journal is watched: each broken promise is told by its name. */
class LedgerTest {
    private static final LoopId LOOP = LoopId.of("L");

    private final Ledger ledger = new Ledger();

    @Test
    void what_was_acknowledged_refused_or_found_as_it_was_said_is_right() {
        ledger.hear(List.of("try a L 0 2", "ack a 2 1 1", "try b L 0 1", "conflict b"));
        ledger.hear(List.of("try c L 2 1", "failed c unknown lost", "there c"));
        assertThat(problems(entry(1, 1, "a.0"), entry(2, 2, "a.1"), entry(3, 3, "c.0")))
                .isEmpty();
        assertThat(ledger.acknowledged()).isEqualTo(2);
        assertThat(ledger.failures()).isOne();
        assertThat(ledger.unknown()).isOne();
        assertThat(ledger.resolved()).isOne();
    }

    @Test
    void what_was_acknowledged_and_is_not_there_is_lost() {
        ledger.hear(List.of("try a L 0 2", "ack a 2 1 1"));
        assertProblem("lost: append a of 2 events to L at revision 0");
    }

    @Test
    void what_was_in_flight_may_be_there_or_not_but_not_by_half_and_stays_so() {
        ledger.hear(List.of("try a L 0 2", "try b L 0 2"));
        Entry[] one = {entry(1, 1, "a.0"), entry(2, 2, "a.1")};
        assertThat(problems(one)).isEmpty();
        assertProblem("lost: append a");
        assertProblem("not asked for: append b", one[0], one[1], entry(3, 3, "b.0"));
        ledger.hear(List.of("try c L 2 2"));
        assertProblem("half: append c", one[0], one[1], entry(3, 3, "c.0"));
        assertProblem("half: append c", one[0], one[1], entry(3, 3, "c.0"), entry(4, 4, "c.0"));
    }

    @Test
    void what_is_elsewhere_or_there_twice_is_told() {
        ledger.hear(List.of("try a L 0 1", "ack a 1 1 1"));
        assertProblem("gap: ", entry(2, 1, "a.0"));
        assertProblem("gap: ", entry(1, 2, "a.0"));
        assertProblem("half: append a", entry(1, 1, "a.0"), entry(2, 2, "a.0"));
        assertProblem("made up: x.0", entry(1, 1, "a.0"), entry(2, 2, "x.0"));
    }

    @Test
    void an_answer_that_can_not_be_is_told() {
        ledger.hear(List.of("try a L 0 1", "failed a nothing away", "there a"));
        assertProblem("wrong answer: there a", entry(1, 1, "a.0"));
        ledger.hear(List.of("try b L 1 1", "ack b 1 3 2"));
        assertProblem("wrong answer: ack b 1 3 2", entry(1, 1, "a.0"), entry(2, 2, "b.0"));
        ledger.hear(List.of("broken java.lang.OutOfMemoryError"));
        assertProblem("broken java.lang.OutOfMemoryError", entry(1, 1, "a.0"), entry(2, 2, "b.0"));
    }

    private void assertProblem(String start, Entry... entries) {
        assertThat(problems(entries)).anyMatch(problem -> problem.startsWith(start));
    }

    private List<String> problems(Entry... entries) {
        return ledger.check(new Kept(List.of(entries)));
    }

    private static Entry entry(long position, long revision, String id) {
        EventMetadata metadata = EventMetadata.of(id, "writer", Instant.EPOCH);
        LoopEvent event = new Recorded(metadata, LOOP, OperationRecord.of("quiet", Instant.EPOCH, ""));
        return new Entry(position, revision, event);
    }

    /** A journal that has whatever a test says. */
    private record Kept(List<Entry> entries) implements Journal {
        @Override
        public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> observe(List<Recorded> facts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> read(LoopId loop, long afterRevision) {
            return List.of();
        }

        @Override
        public List<Entry> readAll(long afterPosition, int limit) {
            return entries.stream()
                    .filter(entry -> entry.position() > afterPosition)
                    .toList();
        }
    }
}
