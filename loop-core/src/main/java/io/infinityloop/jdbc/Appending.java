package io.infinityloop.jdbc;

import io.infinityloop.internal.Chain;
import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.Entry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Appends within one transaction, which holds the head from the beginning to its end.
 *
 * <p>Most events are new and follow the last one of their loop, so nobody looks for them first: where one is there
 * already, or the revision was too low because somebody else had appended meanwhile, UNIQUE refuses the transaction,
 * and all is done again carefully, with a look at what is there. What UNIQUE would not notice is looked for at once: a
 * revision that is not the last one, which is a conflict unless the events are there; and facts, which are often
 * observed more than once.
 */
final class Appending {
    private final Database database;
    private final Session session;
    private final Head before;
    private final Lookup lookup;
    private final List<NewRow> rows = new ArrayList<>();

    private long position;
    private String hash;

    private Appending(Database database, Session session, Head before) {
        this.database = database;
        this.session = session;
        this.before = before;
        this.lookup = new Lookup(session, before.revisions());
        this.position = before.position();
        this.hash = before.hash();
    }

    /** Waits until no one else appends; hopefully with the revisions of some loops, carefully without. */
    static Appending begin(Database database, Session session, List<String> loops, boolean careful)
            throws SQLException {
        return new Appending(database, session, database.appender().lock(session, loops, careful));
    }

    /** Does what is asked in the order of the requests, once; {@return an answer for each} */
    static List<Answer> append(Database database, Session session, List<Request> requests, boolean careful)
            throws SQLException {
        if (careful) {
            return begin(database, session, List.of(), true).resolve(requests, true);
        }
        Map<String, Long> expected = expected(requests);
        Anchor guessed = database.appender().guess();
        List<Answer> answers = guessed == null
                ? null
                : new Appending(database, session, new Head(guessed.position(), guessed.hash(), expected))
                        .resolveAtOnce(requests);
        return answers != null
                ? answers
                : begin(database, session, List.copyOf(expected.keySet()), false)
                        .resolve(requests, false);
    }

    /** {@return the revision that each loop is expected to have before all of the requests} */
    private static Map<String, Long> expected(List<Request> requests) {
        Map<String, Long> expected = new LinkedHashMap<>();
        for (Request request : requests) {
            String loop = request.loop();
            if (loop != null) {
                expected.putIfAbsent(loop, request.expectedRevision());
            }
        }
        return expected;
    }

    /** {@return where the journal ends with what was appended so far} */
    Anchor end() {
        return new Anchor(position, hash);
    }

    Lookup lookup() {
        return lookup;
    }

    /** {@return an answer for each, if all is as they expect and the head as it was guessed; null if it is not} */
    private @Nullable List<Answer> resolveAtOnce(List<Request> requests) throws SQLException {
        List<Answer> answers = new ArrayList<>(requests.size());
        for (Request request : requests) {
            if (!isExpected(request)) {
                return null;
            }
            answers.add(resolve(request));
        }
        return database.appender().insertAt(session, before, rows) ? answers : null;
    }

    private List<Answer> resolve(List<Request> requests, boolean careful) throws SQLException {
        boolean looked = false;
        List<Answer> answers = new ArrayList<>(requests.size());
        for (Request request : requests) {
            if (!looked && (careful || !isExpected(request))) {
                lookup.find(requests);
                looked = true;
            }
            answers.add(resolve(request));
        }
        finish();
        return answers;
    }

    /** {@return whether its events can only be new, or UNIQUE refuses them} */
    private boolean isExpected(Request request) {
        String loop = request.loop();
        return loop != null
                && lookup.revision(loop) == request.expectedRevision()
                && request.drafts().stream().allMatch(draft -> lookup.existing(draft.key()) == null);
    }

    private Answer resolve(Request request) throws SQLException {
        List<Draft> fresh = new ArrayList<>(request.drafts().size());
        List<Rows.Row> existing = new ArrayList<>(0);
        for (Draft draft : request.drafts()) {
            Rows.Row there = lookup.existing(draft.key());
            if (there == null) {
                fresh.add(draft);
            } else {
                existing.add(there);
            }
        }
        String loop = request.loop();
        long revision = loop == null ? 0 : lookup.revision(loop);
        boolean refused = loop != null && (!existing.isEmpty() || revision != request.expectedRevision());
        return new Answer(refused ? List.of() : insert(fresh, loop, revision), existing, revision);
    }

    /** Inserts after the head; without a loop all revisions are 0. */
    private List<Entry> insert(List<Draft> drafts, @Nullable String loop, long revision) {
        List<Entry> entries = new ArrayList<>(drafts.size());
        long next = revision;
        for (Draft draft : drafts) {
            next = loop == null ? 0 : next + 1;
            put(loop, next, draft.key(), draft.line());
            entries.add(new Entry(position, next, draft.event()));
        }
        return Collections.unmodifiableList(entries);
    }

    /** Puts one event after the last, to be sent later. */
    void put(@Nullable String loop, long revision, Draft.Key key, String line) {
        position++;
        hash = Chain.next(hash, position, revision, line);
        rows.add(new NewRow(position, loop, revision, key, line, hash));
        lookup.add(loop, key, new Rows.Row(position, revision, line));
    }

    /** Sends what was put. */
    void finish() throws SQLException {
        if (!rows.isEmpty()) {
            database.appender().insert(session, before, rows);
        }
    }
}
