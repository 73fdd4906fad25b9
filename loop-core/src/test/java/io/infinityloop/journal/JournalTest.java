package io.infinityloop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Recorded FACT = Recorded.of("f", "test", OperationRecord.of("quiet", Instant.EPOCH, ""));

    @Test
    void a_journal_without_end_is_streamed_page_by_page() {
        Endless journal = new Endless();

        assertThat(journal.readAll().skip(2_499).findFirst()).hasValue(new Entry(2_500, 0, FACT));

        assertThat(journal.readAfter).containsExactly(0L, 1_000L, 2_000L);
    }

    private static final class Endless implements Journal {
        private final List<Long> readAfter = new ArrayList<>();

        @Override
        public List<Entry> readAll(long afterPosition, int limit) {
            readAfter.add(afterPosition);
            return LongStream.rangeClosed(afterPosition + 1, afterPosition + limit)
                    .mapToObj(position -> new Entry(position, 0, FACT))
                    .toList();
        }

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
            throw new UnsupportedOperationException();
        }
    }
}
