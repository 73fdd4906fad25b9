package io.infinityloop.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server of one test's own, which can be made to crash and started again over the same data. */
final class CrashingPostgres implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final long POLL_NANOS = 5_000_000;

    private final EmbeddedPostgres server;
    private final Path folder;
    private final Path data;
    private final Path binaries;
    private final String options;

    private CrashingPostgres(EmbeddedPostgres server, Path folder, Path data) throws IOException {
        this.server = server;
        this.folder = folder;
        this.data = data;
        String command = Files.readString(data.resolve("postmaster.opts")).strip();
        int end = command.indexOf(' ');
        this.binaries = Path.of(command.substring(0, end)).resolveSibling("");
        this.options = command.substring(end + 1);
    }

    /** Starts a server with the settings that one has by default; the test is skipped where none can be had. */
    static CrashingPostgres in(Path folder) throws IOException {
        EmbeddedPostgres.Builder builder = PostgresServer.builder();
        Path data = folder.resolve("data");
        EmbeddedPostgres server = builder.setDataDirectory(data).start();
        return new CrashingPostgres(server, folder, data);
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
    }

    /** Ends all its processes at once, without a checkpoint and without a word to those who are connected. */
    void crash() throws IOException, InterruptedException {
        control(List.of("-m", "immediate", "stop"));
    }

    /**
     * Lets no commit return any more, though it is carried out: each waits for the word of another server, which there
     * is none. Comes back as soon as one waits.
     */
    void holdCommits() throws SQLException {
        try (Connection connection = new UrlSource(url()).getConnection()) {
            Sql.run(connection, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
            Sql.run(connection, "SELECT pg_reload_conf()");
            String waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
            while (Sql.text(connection, waiting).isEmpty()) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    /** Starts it again: it recovers from its log what was committed. Commits return as before. */
    void startAgain() throws IOException, InterruptedException {
        Files.writeString(data.resolve("postgresql.auto.conf"), "");
        control(List.of("-l", folder.resolve("server.log").toString(), "-o", options, "start"));
    }

    private void control(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // As the harness does it: the server refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(binaries.resolve("pg_ctl").toString(), "-D", data.toString(), "-w"));
        command.addAll(arguments);
        Path log = folder.resolve("control.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(log));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
