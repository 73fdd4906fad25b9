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
        return sessions.join(
                Reading.task(loop), connection, session -> Reading.loop(session.connection(), loop, afterRevision));
    }

    @Override
    public List<Entry> readAll(long afterPosition, int limit) {
        Reading.checkLimit(limit);
        return sessions.join(
                Reading.ALL, connection, session -> Reading.page(session.connection(), afterPosition, limit));
    }
}
