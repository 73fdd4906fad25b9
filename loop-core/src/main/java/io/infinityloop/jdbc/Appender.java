package io.infinityloop.jdbc;

import io.infinityloop.journal.Anchor;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that append, in as few steps as a database allows. */
interface Appender {
    /**
     * Waits until nobody else appends, and keeps it so until the transaction ends.
     *
     * @param loops those whose revisions are needed, each once
     * @param careful whether the transaction was begun with all that it needs; else that is checked
     * @throws Database.Unfit if the head is gone, or a commit would not be durable
     */
    Head lock(Session session, List<String> loops, boolean careful) throws SQLException;

    /**
     * Inserts events after the head, and moves it behind them.
     *
     * @param rows at least one
     * @throws Database.Unfit if the head is not what it was when it was locked
     */
    void insert(Session session, Head before, List<NewRow> rows) throws SQLException;

    /** {@return where the journal probably ends, null if it is better to look} */
    default @Nullable Anchor guess() {
        return null;
    }

    /**
     * Inserts events after the head and moves it behind them, if the journal is what was guessed and its commit will be
     * durable.
     *
     * @param guessed where it is to end and the last revisions that the loops of the events are to have
     * @param rows at least one, each of a loop
     * @return whether it was so; otherwise nothing was done
     */
    default boolean insertAt(Session session, Head guessed, List<NewRow> rows) throws SQLException {
        return false;
    }

    /** {@return what is told if there is no row of the head} */
    static Database.Unfit noHead() {
        return new Database.Unfit("the row of loop_head was deleted");
    }

    /** {@return what is told if the row of the head is another one than that which was locked} */
    static Database.Unfit otherHead() {
        return new Database.Unfit("the row of loop_head was changed by something else");
    }
}
