package io.infinityloop.cli.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code loop serve} in a process of its own, which can be killed. */
public final class ServeChild implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final int port;

    private ServeChild(Process process, Path errors) throws IOException {
        this.process = process;
        this.errors = errors;
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        if (line == null) {
            throw new IllegalStateException("it did not start: " + Files.readString(errors));
        }
        this.port = Integer.parseInt(line.replaceFirst("listening on http://127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    }

    /** Starts it over a journal, with properties of the virtual machine, and waits until it listens. */
    public static ServeChild start(Path folder, Map<String, String> properties, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.add("-Dorg.sqlite.tmpdir=" + folder);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.infinityloop.cli.LoopTool"));
        command.addAll(List.of("serve", "--port", "0"));
        command.addAll(List.of(options));
        Path errors = Files.createTempFile(folder, "serve", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LOOP_"));
        return new ServeChild(builder.start(), errors);
    }

    /** {@return the port that it listens on} */
    public int port() {
        return port;
    }

    /** Kills it, as the system does where memory is short. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Tells it to end, as the system does when it goes down. */
    public void terminate() {
        process.destroy();
    }

    /** Returns its exit code when it has ended. */
    public int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    /** {@return whether it has not ended} */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what it wrote to standard error. */
    public String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
