package io.infinityloop.jdbc;

import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import java.util.List;

/**
 * What becomes of a request if its transaction is committed.
 *
 * @param appended the new entries
 * @param existing those of its events that were there before
 * @param revision the revision that its loop had before
 */
record Answer(List<Entry> appended, List<Rows.Row> existing, long revision) {
    /**
     * Tells it to who asked for events of a loop.
     *
     * @throws Database.Unfit if this release can not read what is there
     */
    AppendResult toResult(Request request) {
        if (!appended.isEmpty()) {
            return new AppendResult.Appended(appended);
        }
        return existing.isEmpty()
                ? new AppendResult.Conflict(request.expectedRevision(), revision)
                : new AppendResult.Duplicate(Rows.read(existing));
    }

    /**
     * Tells whether what an earlier transaction was to append is there after all.
     *
     * @throws Database.Unfit if this release can not read what is there
     */
    boolean finds(Answer earlier) {
        return appended.isEmpty() && Rows.read(existing).containsAll(earlier.appended);
    }
}
