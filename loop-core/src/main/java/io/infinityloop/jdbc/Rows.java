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
    /** What every query for entries asks for. */
    static final String COLUMNS = "position, revision, event";

    private Rows() {}

    /** An event as it is kept. */
    record Row(long position, long revision, String line) {}

    /**
     * Runs a query for {@link #COLUMNS}.
     *
     * @throws Database.Unfit if a row holds no event that this release can read
     */
    static List<Entry> entries(PreparedStatement query) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = query.executeQuery()) {
            while (found.next()) {
                rows.add(new Row(found.getLong(1), found.getLong(2), found.getString(3)));
            }
        }
        return read(rows);
    }

    /**
     * Reads events, all at once: a reader for each line would cost more than the line.
     *
     * @throws Database.Unfit if this release can not read one of them
     */
    static List<Entry> read(List<Row> rows) {
        StringBuilder lines = new StringBuilder();
        for (Row row : rows) {
            lines.append(oneLine(row)).append('\n');
        }
        List<Entry> entries = new ArrayList<>(rows.size());
        try {
            EventReader.read(
                    new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                    line -> entries.add(entry(rows.get(entries.size()), line)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Collections.unmodifiableList(entries);
    }

    private static String oneLine(Row row) {
        String line = row.line();
        if (line.isBlank() || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new Database.Unfit("the event at position " + row.position() + " is not one line: it was changed");
        }
        return line;
    }

    private static Entry entry(Row row, Line line) {
        if (line instanceof Line.Known known) {
            return new Entry(row.position(), row.revision(), known.event());
        }
        throw new Database.Unfit("the event at position " + row.position() + " can not be read: "
                + (line instanceof Line.Rejected rejected
                        ? rejected.field() + " " + rejected.problem()
                        : "it is of type " + ((Line.Unknown) line).type() + ", which a later release wrote"));
    }
}
