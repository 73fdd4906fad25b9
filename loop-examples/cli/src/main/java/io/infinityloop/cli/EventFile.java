package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.json.EventReader;
import io.infinityloop.json.Line;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events of a file, and what could not be read.
 *
 * @param name what the user called it
 * @param events the events, in the order of the file
 * @param unknown a sentence for each line of a type, kind or version that this release does not know
 * @param problems a sentence for each line that was rejected: file, line, field, what was expected
 */
record EventFile(String name, List<LoopEvent> events, List<String> unknown, List<String> problems) {
    /** Reads a file, or standard input for {@code -}; what is not our own log is left to {@code others}. */
    static EventFile read(String name, Surroundings surroundings, Optional<Boolean> isNative, Foreign others) {
        if (name.isBlank()) {
            throw new BadInputException("--events needs the name of a file, or - for standard input");
        }
        boolean standardInput = name.equals("-");
        String shown = standardInput ? "standard input" : name;
        try (InputStream in = standardInput
                ? surroundings.in()
                : open(surroundings.directory().resolve(name), shown)) {
            InputStream marked = in.markSupported() ? in : new BufferedInputStream(in);
            boolean own = isNative.isPresent() ? isNative.get() : Foreign.isNative(marked);
            return own ? read(shown, marked) : others.read(shown, marked);
        } catch (NoSuchFileException missing) {
            throw new BadInputException("--events " + shown + " does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new BadInputException("--events " + shown + " cannot be read: permission denied", denied);
        } catch (IOException failed) {
            throw new BadInputException("--events " + shown + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static InputStream open(Path path, String shown) throws IOException {
        if (Files.isDirectory(path)) {
            throw new BadInputException("--events " + shown + " is a directory; give a file");
        }
        return new BufferedInputStream(Files.newInputStream(path));
    }

    private static EventFile read(String shown, InputStream in) throws IOException {
        EventFile file = empty(shown);
        EventReader.read(in, line -> file.add("line", line));
        return file;
    }

    /** Begins a file without lines. */
    static EventFile empty(String name) {
        return new EventFile(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Adds what another file holds. */
    void add(EventFile other) {
        events.addAll(other.events);
        unknown.addAll(other.unknown);
        problems.addAll(other.problems);
    }

    /** Adds a line; {@code place} is what its number counts. */
    void add(String place, Line line) {
        if (line instanceof Line.Known known) {
            events.add(known.event());
        } else if (line instanceof Line.Rejected rejected) {
            problems.add(name + ", " + place + " " + rejected.number()
                    + (rejected.field().isEmpty() ? "" : ", field " + rejected.field()) + ": " + rejected.problem());
        } else if (line instanceof Line.Unknown other) {
            unknown.add(name + ", " + place + " " + other.number() + ": '" + other.type()
                    + "' is not known to this release; the line is passed over");
        }
    }
}
