package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.sql.Connection;
import java.util.List;

/** The journal as a transaction of the caller sees it, and appends to it. */
record JoinedJournal(Sessions sessions, Connection connection) implements Journal {
    @Override
    public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
        Request request = Request.ofLoop(loop, expectedRevision, events);
        return sessions.told(request.task(), () -> answer(request).toResult(request));
    }

    @Override
    public List<Entry> observe(List<Recorded> facts) {
        Request request = Request.ofFacts(facts);
        return request.drafts().isEmpty() ? List.of() : answer(request).appended();
    }

    private Answer answer(Request request) {
        return sessions.join(
                request.task(),
                connection,
                session -> Appending.append(sessions.database(), session, List.of(request), true)
                        .get(0));
    }

    @Override
    public List<Entry> read(LoopId loop, long afterRevision) {
        return reading(Reading.task(loop), joined -> Reading.loop(joined, loop, afterRevision));
    }

    @Override
    public List<Entry> readAll(long afterPosition, int limit) {
        Reading.checkLimit(limit);
        return reading(Reading.ALL, joined -> Reading.page(joined, afterPosition, limit));
    }

    private <T> T reading(Task task, Sessions.Work<T> work) {
        return sessions.join(task, connection, session -> {
            sessions.database().checkReading(session.connection());
            return work.with(session.connection());
        });
    }
}
