package io.infinityloop.cli;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.machine.LoopEngine;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;

/** The example of a journal in a database in the README; {@link ReadmeTest} compares the two and runs it. */
final class ReadmeJournalExample {
    private ReadmeJournalExample() {}

    static void run(DataSource database, Clock clock, PrintStream out) throws SQLException {
        // README
        try (JdbcJournal journal = JdbcJournal.create(database)) { // its tables, too, if there are none
            LoopEngine engine = LoopEngine.builder(clock)
                    .journal(journal)
                    .snapshots(journal.snapshots(), 100)
                    .build();
            LoopId id = engine.start(LoopId.of("SHOP-1")).id();
            try (Connection own = database.getConnection();
                    Statement statement = own.createStatement()) {
                own.setAutoCommit(false);
                statement.execute("INSERT INTO ticket (id) VALUES ('SHOP-1')");
                PlanItem item = PlanItem.of("SHOP-1", clock.instant(), "Pay by card");
                engine.joining(journal.within(own))
                        .find(id)
                        .orElseThrow()
                        .advance(Stage.CODE, item)
                        .orThrow();
                own.commit(); // the row and the move, or neither
            }
            out.println(engine.find(id).orElseThrow().stage() + " " + journal.verify());
        }
        // README
    }
}
