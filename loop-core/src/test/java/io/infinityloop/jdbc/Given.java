package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What the tests of faults append. */
final class Given {
    static final LoopId LOOP = LoopId.of("SHOP-1");
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    private Given() {}

    /** {@return the event of a revision of the loop, some 600 bytes} */
    static Recorded event(long revision) {
        return new Recorded(
                EventMetadata.of("event-%06d".formatted(revision), "test", T0),
                LOOP,
                OperationRecord.of("quiet", T0, "x".repeat(500)));
    }

    static Recorded fact(String id) {
        return new Recorded(EventMetadata.of(id, "test", T0), null, OperationRecord.of("quiet", T0, ""));
    }

    /** Appends one event to the loop, which has as many as its revision. */
    static AppendResult append(JdbcJournal journal, long revision) {
        return journal.append(LOOP, revision, List.of(event(revision + 1)));
    }

    /** Appends many events to the empty loop. */
    static void fill(JdbcJournal journal, int count) {
        journal.append(
                LOOP, 0, IntStream.rangeClosed(1, count).mapToObj(Given::event).toList());
    }
}
