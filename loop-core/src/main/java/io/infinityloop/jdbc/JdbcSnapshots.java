package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.json.ValueReader;
import io.infinityloop.json.ValueWriter;
import io.infinityloop.machine.Snapshot;
import io.infinityloop.machine.SnapshotStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** The newest snapshot of each loop, beside the journal. */
record JdbcSnapshots(Sessions sessions) implements SnapshotStore {
    /** Several processes keep snapshots: an older one never replaces a newer one. */
    private static final String KEEP = "INSERT INTO loop_snapshot (loop, revision, snapshot) VALUES (?, ?, ?)"
            + " ON CONFLICT (loop) DO UPDATE SET revision = excluded.revision, snapshot = excluded.snapshot"
            + " WHERE loop_snapshot.revision < excluded.revision";

    @Override
    public Optional<Snapshot> load(LoopId loop) {
        String key = KeyText.of(loop.value());
        Optional<String> text = sessions.readAside(new Task("load the snapshot of", loop, -1), connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT snapshot FROM loop_snapshot WHERE loop = ?")) {
                query.setString(1, key);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
        return text.map(found -> ValueReader.read(found, Snapshot.class));
    }

    @Override
    public void save(Snapshot snapshot) {
        LoopId loop = snapshot.state().loop();
        long revision = snapshot.state().revision();
        String text = ValueWriter.toJson(snapshot);
        sessions.writeAside(new Task("keep the snapshot of", loop, revision), connection -> {
            try (PreparedStatement update = connection.prepareStatement(KEEP)) {
                update.setString(1, KeyText.of(loop.value()));
                update.setLong(2, revision);
                update.setString(3, text);
                return update.executeUpdate();
            }
        });
    }
}
