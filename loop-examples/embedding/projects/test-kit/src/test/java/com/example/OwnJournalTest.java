package com.example;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.testkit.JournalContract;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A journal of the tool's own, one that counts what is asked of it, keeps to what every journal does. */
class OwnJournalTest extends JournalContract {
    @Override
    protected Journal emptyJournal() {
        return new CountingJournal(InMemoryJournal.empty(), new AtomicLong());
    }

    private record CountingJournal(Journal kept, AtomicLong requests) implements Journal {
        @Override
        public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
            requests.incrementAndGet();
            return kept.append(loop, expectedRevision, events);
        }

        @Override
        public List<Entry> observe(List<Recorded> facts) {
            requests.incrementAndGet();
            return kept.observe(facts);
        }

        @Override
        public List<Entry> read(LoopId loop, long afterRevision) {
            requests.incrementAndGet();
            return kept.read(loop, afterRevision);
        }

        @Override
        public List<Entry> readAll(long afterPosition, int limit) {
            requests.incrementAndGet();
            return kept.readAll(afterPosition, limit);
        }
    }
}
