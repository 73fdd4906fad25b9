package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How a journal keeps its word. Those that break it are there to be caught. */
enum Word {
    /** As the library does. */
    KEPT,

    /** Acknowledged first, appended a few calls later. */
    EARLY,

    /** A batch is appended in two steps. */
    HALVED;

    Journal over(Journal journal) {
        return switch (this) {
            case KEPT -> journal;
            case EARLY -> new Early(journal);
            case HALVED -> new Halved(journal);
        };
    }

    /** What both have in common; for one thread. */
    private abstract static class Breaking implements Journal {
        final Journal real;

        Breaking(Journal real) {
            this.real = real;
        }

        @Override
        public List<Entry> observe(List<Recorded> facts) {
            return real.observe(facts);
        }

        @Override
        public List<Entry> read(LoopId loop, long afterRevision) {
            return real.read(loop, afterRevision);
        }

        @Override
        public List<Entry> readAll(long afterPosition, int limit) {
            return real.readAll(afterPosition, limit);
        }
    }

    private static final class Early extends Breaking {
        private static final int HELD_BACK = 3;

        private final Map<LoopId, Long> revisions = new HashMap<>();
        private final Deque<Runnable> later = new ArrayDeque<>();

        Early(Journal real) {
            super(real);
        }

        /** The first of each loop is done at once: only the journal knows where the loop stands. */
        @Override
        public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
            if (!revisions.containsKey(loop)) {
                AppendResult result = real.append(loop, expectedRevision, events);
                if (result instanceof AppendResult.Appended) {
                    revisions.put(loop, expectedRevision + events.size());
                }
                return result;
            }
            later.add(() -> real.append(loop, expectedRevision, events));
            if (later.size() > HELD_BACK) {
                later.remove().run();
            }
            List<Entry> entries = new ArrayList<>();
            for (LoopEvent event : events) {
                long next = expectedRevision + entries.size() + 1;
                entries.add(new Entry(next, next, event));
            }
            return new AppendResult.Appended(entries);
        }
    }

    private static final class Halved extends Breaking {
        private static final long BETWEEN_MILLIS = 20;

        Halved(Journal real) {
            super(real);
        }

        @Override
        public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
            int half = events.size() / 2;
            if (half == 0) {
                return real.append(loop, expectedRevision, events);
            }
            AppendResult first = real.append(loop, expectedRevision, events.subList(0, half));
            if (!(first instanceof AppendResult.Appended appended)) {
                return first;
            }
            List<Entry> entries = new ArrayList<>(appended.entries());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_MILLIS));
            AppendResult second = real.append(loop, expectedRevision + half, events.subList(half, events.size()));
            entries.addAll(((AppendResult.Appended) second).entries());
            return new AppendResult.Appended(entries);
        }
    }
}
