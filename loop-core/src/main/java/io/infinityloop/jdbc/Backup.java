package io.infinityloop.jdbc;

import io.infinityloop.journal.Anchor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Copies a file of SQLite, as only the database itself can: what was written last may be in another file yet. */
final class Backup {
    private final Database database;
    private final Connection connection;
    private final Path part;

    private Backup(Database database, Connection connection, Path part) {
        this.database = database;
        this.connection = connection;
        this.part = part;
    }

    /** Makes a copy under another name first, so that what has the name is always whole. */
    static Anchor make(Database database, Connection connection, Path copy) throws SQLException {
        if (database.dialect() != Dialect.SQLITE) {
            throw new Database.Unfit("PostgreSQL is backed up with its own tools, such as pg_dump; an export of the"
                    + " journal is independent of the database");
        }
        if (Files.exists(copy)) {
            throw new Database.Unfit("the file is there already, and no backup is written over: give another name");
        }
        checkNothingIsBeside(copy);
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            claim(part);
            return new Backup(database, connection, part).moveTo(copy);
        } catch (IOException failure) {
            throw new Database.Unfit("it can not be written: " + failure);
        }
    }

    /** What is left of another file of the same name, SQLite would write over the copy as soon as it is opened. */
    private static void checkNothingIsBeside(Path copy) {
        for (String end : List.of("-wal", "-journal")) {
            Path beside = copy.resolveSibling(copy.getFileName() + end);
            if (Files.exists(beside)) {
                throw new Database.Unfit(beside + " is there, which belongs to another file of that name and would"
                        + " damage the copy: move it to that file, or give another name");
            }
        }
    }

    private static void claim(Path part) throws IOException {
        try {
            Files.createFile(part);
        } catch (FileAlreadyExistsException there) {
            throw new Database.Unfit(
                    part + " is there: another backup is being made, or one was killed; if so, delete it");
        } catch (NoSuchFileException none) {
            throw new Database.Unfit("there is no directory " + part.getParent());
        }
    }

    private Anchor moveTo(Path copy) throws SQLException, IOException {
        try {
            run("VACUUM INTO ?");
            Anchor end = verified();
            sync(part, StandardOpenOption.WRITE);
            Files.move(part, copy);
            syncDirectory(copy);
            return end;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, part.toString());
            statement.execute();
        }
    }

    /** Reads the copy from the first event to the last, and looks whether it ends where the journal has been. */
    private Anchor verified() throws SQLException {
        run("ATTACH DATABASE ? AS backup");
        try {
            String damage = Sql.text(connection, "PRAGMA backup.integrity_check");
            if (!damage.equals("ok")) {
                throw new Database.Unfit("the copy is damaged: " + damage);
            }
            // A view of this connection alone hides the table of the same name.
            Sql.run(connection, "CREATE TEMP VIEW loop_event AS SELECT * FROM backup.loop_event");
            Sql.run(connection, "CREATE TEMP VIEW loop_head AS SELECT * FROM backup.loop_head");
            Verification found;
            try {
                found = Verifier.events(database, connection);
            } finally {
                Sql.run(connection, "DROP VIEW temp.loop_event");
                Sql.run(connection, "DROP VIEW temp.loop_head");
            }
            if (found instanceof Verification.Intact intact) {
                checkOriginal(intact);
                return intact.anchor();
            }
            Verification.Broken broken = (Verification.Broken) found;
            throw new Database.Unfit("the copy is broken at position " + broken.position() + ": " + broken.problem()
                    + "; verify the journal");
        } finally {
            Sql.run(connection, "DETACH DATABASE backup");
        }
    }

    private void checkOriginal(Verification.Intact copy) throws SQLException {
        String sql = "SELECT hash FROM loop_event WHERE position = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, copy.position());
            try (ResultSet row = query.executeQuery()) {
                boolean same =
                        copy.position() == 0 || (row.next() && copy.hash().equals(row.getString(1)));
                if (!same) {
                    throw new Database.Unfit("the copy does not end like the journal");
                }
            }
        }
    }

    private static void sync(Path file, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    /** A name is durable when its directory is. Windows, which opens no directories, sees to it by itself. */
    private static void syncDirectory(Path copy) throws IOException {
        Path directory = copy.getParent();
        if (directory != null
                && directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            sync(directory, StandardOpenOption.READ);
        }
    }
}
