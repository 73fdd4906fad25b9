package io.infinityloop.cli;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.source.Leftover;
import io.infinityloop.source.Reading;
import io.infinityloop.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logs of other tools, read one after another: what one says of the beginning of a thing and another of its end
 * comes together. Not safe for use by many threads.
 */
final class Foreign {
    private static final int MOST_NAMED = 5;

    private final SourceReader reader;
    private final @Nullable OutputStream rejects;
    private EventFile file = EventFile.empty("");

    /** Records of which no event is made are written to {@code rejects} as they came, unless it is null. */
    Foreign(SourceReader.Builder builder, @Nullable OutputStream rejects) {
        this.rejects = rejects;
        this.reader = builder.leftovers(this::leave).build();
    }

    /** Reads a log. */
    EventFile read(String name, InputStream in) throws IOException {
        file = EventFile.empty(name);
        List<LoopEvent> events = file.events();
        reader.read(in, events::add);
        return file;
    }

    private void leave(Leftover leftover) {
        if (leftover.cause() == Leftover.Cause.REJECTED) {
            file.problems()
                    .add(file.name() + ", line " + leftover.line()
                            + (leftover.field().isEmpty() ? "" : ", field " + leftover.field()) + ": "
                            + leftover.problem());
        }
        if (rejects != null) {
            try {
                leftover.writeTo(rejects);
                rejects.write('\n');
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** What the reader of a report must know of the records, in sentences. */
    List<String> notes() {
        Reading reading = reader.reading();
        List<String> notes = new ArrayList<>();
        if (!reading.unknown().isEmpty()) {
            notes.add(counted(reading.unknown(), "record") + " of types that no format knows: "
                    + named(reading.unknown()));
        }
        if (!reading.ignored().isEmpty()) {
            notes.add(counted(reading.ignored(), "record") + " that say nothing about the loop: "
                    + named(reading.ignored()));
        }
        reading.guesses()
                .forEach((guess, count) -> notes.add("environment " + guess + " is a guess by its name ("
                        + Words.counted(count, "record") + "): say what it is in .loop.yml"));
        if (reading.forgotten() > 0) {
            notes.add(Words.counted(reading.forgotten(), "thing")
                    + " had to be forgotten before all was told of them: their beginnings may be missing");
        }
        return notes;
    }

    private static String counted(Map<String, Long> counts, String what) {
        return Words.counted(counts.values().stream().mapToLong(Long::longValue).sum(), what);
    }

    /** The most frequent come first. */
    private static String named(Map<String, Long> counts) {
        List<String> all = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
        return String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size())))
                + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more types" : "");
    }

    /** Whether a log is the library's own, by its beginning; the stream must support marks. */
    static boolean isNative(InputStream in) throws IOException {
        in.mark(1 << 16);
        String beginning = new String(in.readNBytes((1 << 16) - 1), StandardCharsets.ISO_8859_1);
        in.reset();
        return NativeLog.begins(beginning);
    }
}
