package io.infinityloop.jdbc;

import java.nio.file.Path;
import org.sqlite.SQLiteDataSource;

/** Data sources of files, as any tool would make them: with the settings of the driver. */
final class SqliteFile {
    private SqliteFile() {}

    static SQLiteDataSource source(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
