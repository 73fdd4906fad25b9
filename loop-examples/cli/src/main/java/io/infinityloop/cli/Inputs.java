package io.infinityloop.cli;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Release;
import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.config.Config;
import io.infinityloop.cli.git.GitImport;
import io.infinityloop.cli.git.GitOptions;
import io.infinityloop.cli.git.GitSource;
import io.infinityloop.cli.git.GitSourceException;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.source.Joins;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that a command was given to read. Not safe for use by many threads. */
final class Inputs {
    private final List<LoopEvent> events = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Config config;

    Inputs(Config config) {
        this.config = config;
        notes.addAll(config.notes());
    }

    /** Adds the events of logs, our own and those of other tools. */
    void addLogs(SourceChoices logs, Surroundings surroundings) {
        try (OutputStream rejects = rejects(logs, surroundings)) {
            Foreign others = new Foreign(logs.reader(config), rejects);
            logs.files().forEach(name -> add(EventFile.read(name, surroundings, logs.isNative(), others)));
            notes.addAll(others.notes());
        } catch (IOException | UncheckedIOException failed) {
            throw new BadInputException("--rejects cannot be written: " + failed.getMessage(), failed);
        }
    }

    private static @Nullable OutputStream rejects(SourceChoices logs, Surroundings surroundings) throws IOException {
        return logs.rejects().isEmpty()
                ? null
                : new BufferedOutputStream(Files.newOutputStream(
                        surroundings.directory().resolve(logs.rejects().get())));
    }

    private void add(EventFile file) {
        names.add(file.name());
        events.addAll(file.events());
        problems.addAll(file.problems());
        unknown.addAll(file.unknown());
    }

    /** Adds the test reports of a directory. */
    void addTests(String name, ZoneId zone, Surroundings surroundings) {
        add(JUnitFiles.read(name, zone, surroundings));
    }

    /** Says of each thing what it is made of by the names under which that is recorded, and where it comes from. */
    void join() {
        Joins joins = Joins.of(events);
        events.replaceAll(event -> config.services().told(joins.resolve(event)));
    }

    /** Adds the events of a journal in a database. */
    void addJournal(String url, Surroundings surroundings) {
        add(JournalFile.read(url, surroundings));
    }

    /** Adds the history of a git repository. */
    void addRepository(Path directory, GitOptions options, Surroundings surroundings) {
        try {
            GitImport history = read(directory, options, surroundings);
            if (history.events().isEmpty()) {
                throw new BadInputException(
                        "the git repository " + directory + " has no commits yet: commit first, then measure");
            }
            names.add(history.repository());
            events.addAll(history.events());
            notes.addAll(history.warnings());
        } catch (GitSourceException failed) {
            throw new BadInputException(Objects.requireNonNull(failed.getMessage()), failed);
        }
    }

    private static GitImport read(Path directory, GitOptions options, Surroundings surroundings)
            throws GitSourceException {
        if (!surroundings.terminal()) {
            return GitSource.read(directory, options);
        }
        try (ProgressLine line = new ProgressLine(surroundings.err(), surroundings.clock()::millis, "commits read")) {
            return GitSource.read(directory, options, line);
        }
    }

    /** Tells the user of every line that is not in the numbers, and where there are none, of all that could be why. */
    void complain(Surroundings surroundings) {
        Stream.of(problems, unknown, events.isEmpty() ? notes : List.<String>of())
                .flatMap(List::stream)
                .forEach(sentence -> surroundings.err().println("loop: " + Printable.line(sentence)));
    }

    /** What was read, in words. */
    String title() {
        return String.join(", ", names);
    }

    List<LoopEvent> events() {
        return events;
    }

    /** A sentence for each line that was rejected. */
    List<String> problems() {
        return problems;
    }

    /** A sentence for each line that was passed over, because this release does not know what it is. */
    List<String> unknown() {
        return unknown;
    }

    /** What the reader of a report must know. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (!problems.isEmpty()) {
            all.add(Words.counted(problems.size(), "line")
                    + " could not be read, and what is there is not in these numbers; the first: " + problems.get(0));
        }
        if (!unknown.isEmpty()) {
            all.add(Words.counted(unknown.size(), "line")
                    + " of a type, kind or version that this release does not know; the first: " + unknown.get(0));
        }
        return all;
    }

    /** How much of what was known at an instant; what there is none of is left out. */
    static Map<String, Long> counts(Collection<LoopEvent> events) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("events", (long) events.size());
        count(
                "loops",
                events.stream()
                        .map(LoopEvent::loop)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                counts);
        count("commits", distinct(events, Commit.class), counts);
        count("releases", distinct(events, Release.class), counts);
        count("deployments", distinct(events, Deployment.class), counts);
        return counts;
    }

    private static void count(String name, long count, Map<String, Long> counts) {
        if (count > 0) {
            counts.put(name, count);
        }
    }

    private static long distinct(Collection<LoopEvent> events, Class<? extends Artifact> kind) {
        return events.stream()
                .filter(event -> event instanceof Recorded recorded && kind.isInstance(recorded.artifact()))
                .map(event -> key((Recorded) event))
                .distinct()
                .count();
    }

    /** A commit's hash needs no source to be unique, other ids do. */
    private static EventKey key(Recorded event) {
        Artifact artifact = event.artifact();
        return new EventKey(artifact instanceof Commit ? "" : event.source(), artifact.id());
    }
}
