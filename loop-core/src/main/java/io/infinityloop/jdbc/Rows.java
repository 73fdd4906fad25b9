package io.infinityloop.jdbc;

import io.infinityloop.journal.Entry;
import io.infinityloop.json.EventReader;
import io.infinityloop.json.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns rows of events into entries. */
final class Rows {
    /** What every query for entries begins with. */
    static final String SELECT = "SELECT position, revision, event FROM loop_event ";

    private final List<Place> places = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();

    private Rows() {}

    private record Place(long position, long revision) {}

    /**
     * Runs a query that begins with {@link #SELECT}.
     *
     * @throws Database.Unfit if a row holds no event that this release can read
     */
    static List<Entry> entries(PreparedStatement query) throws SQLException {
        Rows rows = new Rows();
        try (ResultSet found = query.executeQuery()) {
            while (found.next()) {
                rows.add(found.getLong(1), found.getLong(2), found.getString(3));
            }
        }
        return rows.read();
    }

    /**
     * Reads one event.
     *
     * @throws Database.Unfit if this release can not read it
     */
    static Entry entry(long position, long revision, String line) {
        Rows rows = new Rows();
        rows.add(position, revision, line);
        return rows.read().get(0);
    }

    private void add(long position, long revision, String line) {
        if (line.isBlank() || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new Database.Unfit("the event at position " + position + " is not one line: it was changed");
        }
        places.add(new Place(position, revision));
        lines.append(line).append('\n');
    }

    /** All at once: a reader for each line would cost more than the line. */
    private List<Entry> read() {
        List<Entry> entries = new ArrayList<>(places.size());
        try {
            EventReader.read(
                    new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                    line -> entries.add(entry(places.get(entries.size()), line)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Collections.unmodifiableList(entries);
    }

    private static Entry entry(Place place, Line line) {
        if (line instanceof Line.Known known) {
            return new Entry(place.position(), place.revision(), known.event());
        }
        throw new Database.Unfit("the event at position " + place.position() + " can not be read: "
                + (line instanceof Line.Rejected rejected
                        ? rejected.field() + " " + rejected.problem()
                        : "it is of type " + ((Line.Unknown) line).type() + ", which a later release wrote"));
    }
}
