package io.infinityloop.jdbc;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another process with the same classes, and all that it has said so far, line by line. */
final class ChildJvm implements AutoCloseable {
    /** Far more than anything takes here: it only keeps a build from waiting for ever. */
    private static final long PATIENCE_SECONDS = 120;

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Process process;
    private final Path errors;
    private final Thread listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<String> lines = new ArrayList<>();
    private boolean silent;

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.listener = new Thread(this::listen, "child " + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * Starts a process.
     *
     * @param folder where its native libraries and its standard error go
     * @param main its main class
     * @param arguments what that one is given
     */
    static ChildJvm start(Path folder, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.add("-Dorg.sqlite.tmpdir=" + folder);
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile(folder, "child", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            return new ChildJvm(builder.start(), errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The tests are patched into a module, so that both have their own places and the rest is in one path or another.
     */
    private static String classPath() {
        Stream<String> own = Stream.of(ChildJvm.class, JdbcJournal.class).map(ChildJvm::root);
        Stream<String> others = Stream.of("java.class.path", "jdk.module.path")
                .map(path -> System.getProperty(path, ""))
                .filter(path -> !path.isEmpty());
        return Stream.concat(own, others).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String root(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        URL place = Objects.requireNonNull(type.getResource("/" + name), name);
        String whole = place.toString();
        return Path.of(URI.create(whole.substring(0, whole.length() - name.length())))
                .toString();
    }

    /** Says a line to the process that started this one: in one piece, and whole whenever this one is killed. */
    static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }

    private void listen() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                hear(line, false);
            }
        } catch (IOException killed) {
            // What it said until then was heard.
        } finally {
            hear("", true);
        }
    }

    private void hear(String line, boolean last) {
        lock.lock();
        try {
            if (last) {
                silent = true;
            } else {
                lines.add(line);
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@return what it has said so far} */
    List<String> lines() {
        lock.lock();
        try {
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }

    /** {@return how many lines so far begin so} */
    long count(String start) {
        return lines().stream().filter(line -> line.startsWith(start)).count();
    }

    /** Waits until it has said so many lines that begin so. */
    void await(String start, long times) throws InterruptedException {
        long nanos = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lockInterruptibly();
        try {
            while (lines.stream().filter(line -> line.startsWith(start)).count() < times) {
                if (silent || nanos <= 0) {
                    throw new IllegalStateException((silent ? "it ended" : "it is stuck") + " before it said '" + start
                            + "' " + times + " times; " + told());
                }
                nanos = news.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says one line to it. */
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Waits until it has ended by itself, which it must have done without an error. */
    void awaitEnd() throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        listener.join();
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(
                    (ended ? "it ended with " + process.exitValue() : "it is stuck") + "; " + told());
        }
    }

    /** Kills it, as the system does where memory is short, and hears what it said last. */
    void kill() throws InterruptedException {
        // By its handle: the process itself would also close the pipe, with what was said and not yet heard.
        process.toHandle().destroyForcibly();
        process.waitFor();
        listener.join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Leaves nothing running, however the test ends. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String told() {
        List<String> said = lines();
        try {
            return "its last lines: " + said.subList(Math.max(0, said.size() - 10), said.size())
                    + ", its standard error: " + Files.readString(errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
