package io.infinityloop.cli;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.export.CdEventsWriter;
import io.infinityloop.export.CsvWriter;
import io.infinityloop.export.Written;
import io.infinityloop.export.XesWriter;
import io.infinityloop.json.EventWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes events in a format, and knows what could not be written. Not safe for use by many threads. */
final class Conversion {
    private final ConvertCommand.Target target;
    private final boolean hasCommits;
    private Written written = new Written(0, new TreeMap<>(), 0, new TreeMap<>(), new TreeMap<>());

    Conversion(ConvertCommand.Target target, boolean hasCommits) {
        this.target = target;
        this.hasCommits = hasCommits;
    }

    /** Writes events. */
    void write(List<LoopEvent> events, OutputStream out) throws IOException {
        written = switch (target) {
            case NATIVE -> toNative(events, out);
            case CDEVENTS -> toCdEvents(events, out);
            case CSV -> toCsv(events, out);
            case XES -> XesWriter.write(events, out);
        };
    }

    private static Written toNative(List<LoopEvent> events, OutputStream out) throws IOException {
        SortedMap<String, Long> untold = new TreeMap<>();
        long lines = 0;
        for (LoopEvent event : events) {
            try {
                out.write((EventWriter.toJson(event) + "\n").getBytes(StandardCharsets.UTF_8));
                lines++;
            } catch (IllegalArgumentException refused) {
                untold.merge(String.valueOf(refused.getMessage()), 1L, Long::sum);
            }
        }
        return new Written(events.size(), new TreeMap<>(Map.of("line", lines)), 0, untold, new TreeMap<>());
    }

    private Written toCdEvents(List<LoopEvent> events, OutputStream out) throws IOException {
        CdEventsWriter writer = CdEventsWriter.to(out);
        if (hasCommits) {
            writer.withCommits();
        }
        for (LoopEvent event : events) {
            writer.write(event);
        }
        return writer.written();
    }

    private static Written toCsv(List<LoopEvent> events, OutputStream out) throws IOException {
        CsvWriter writer = CsvWriter.to(out);
        for (LoopEvent event : events) {
            writer.write(event);
        }
        return writer.written();
    }

    /** What the user has to know, in sentences. */
    List<String> told() {
        long records =
                written.records().values().stream().mapToLong(Long::longValue).sum();
        List<String> told = new ArrayList<>();
        told.add(
                Words.counted(written.events(), "event") + " read, " + Words.counted(records, "record") + " written to "
                        + target
                        + (written.repeated() == 0 ? "" : ", " + written.repeated() + " left out as already written"));
        written.untold()
                .forEach((why, count) -> told.add("not written: " + Words.counted(count, "event") + " (" + why + ")"));
        written.less().forEach((what, count) -> told.add("left out " + Words.counted(count, "time") + ": " + what));
        return told;
    }
}
