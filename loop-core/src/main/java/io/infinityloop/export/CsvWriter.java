package io.infinityloop.export;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes events as a table, one row each, as RFC 4180 says: commas, CRLF, UTF-8, a header. Equal events give equal
 * bytes.
 *
 * <p>What a spreadsheet would take for a formula begins with an apostrophe here: cells that begin with {@code =},
 * {@code +}, {@code -}, {@code @}, a tab or a carriage return. What an artifact says beyond its id, instant, outcome,
 * lineage and labels has no column: {@link #written} counts it. Not safe for use by many threads.
 *
 * <table>
 *   <caption>The columns</caption>
 *   <tr><td>{@code source}, {@code id}</td><td>name the event</td></tr>
 *   <tr><td>{@code at}</td><td>when it happened, such as {@code 2026-07-01T10:00:00Z}</td></tr>
 *   <tr><td>{@code type}</td><td>{@code recorded}, {@code advanced}, …</td></tr>
 *   <tr><td>{@code trigger}</td><td>{@code AUTOMATED}, {@code MANUAL} or {@code UNKNOWN}</td></tr>
 *   <tr><td>{@code loop}</td><td>empty for a fact that belongs to no single loop</td></tr>
 *   <tr><td>{@code kind}, {@code artifact}, {@code artifact_at}</td><td>what was recorded</td></tr>
 *   <tr><td>{@code outcome}</td><td>how it ended; of an incident {@code OPEN} or {@code RESOLVED}</td></tr>
 *   <tr><td>{@code stage}, {@code entered}</td><td>the stage of the artifact, or that was left; the one entered</td></tr>
 *   <tr><td>{@code derived_from}</td><td>{@code kind:id} of what it was made from, with spaces between</td></tr>
 *   <tr><td>{@code service}, {@code team}, {@code repository}, {@code environment}</td><td>these labels</td></tr>
 *   <tr><td>{@code labels}</td><td>the others, {@code key=value} with {@code "; "} between</td></tr>
 * </table>
 *
 * @since 0.1
 */
public final class CsvWriter {
    private static final List<String> OWN_COLUMNS =
            List.of(Labels.SERVICE, Labels.TEAM, Labels.REPOSITORY, Labels.ENVIRONMENT);

    private static final String HEADER = "source,id,at,type,trigger,loop,kind,artifact,artifact_at,outcome,stage,"
            + "entered,derived_from,service,team,repository,environment,labels\r\n";

    private static final String OF_ARTIFACTS = "of artifacts, what is beyond outcome, lineage and labels";
    private static final String OF_LOOPS = "of loops, when a stage was entered, causes, and what was handed over";

    private final OutputStream out;
    private final SortedMap<String, Long> rows = new TreeMap<>();
    private final SortedMap<String, Long> less = new TreeMap<>();
    private long events;

    private CsvWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Begins a table.
     *
     * @param out where to; it is neither flushed nor closed
     * @return the writer, which has written the header
     * @throws IOException if writing fails
     */
    public static CsvWriter to(OutputStream out) throws IOException {
        requireNonNull(out, "out").write(HEADER.getBytes(StandardCharsets.UTF_8));
        return new CsvWriter(out);
    }

    /**
     * Writes an event.
     *
     * @param event the event
     * @throws IOException if writing fails
     */
    public void write(LoopEvent event) throws IOException {
        List<String> cells = new ArrayList<>(List.of(
                event.source(),
                event.id(),
                event.at().toString(),
                Cells.type(event),
                event.trigger().name()));
        LoopId loop = event.loop();
        cells.add(loop == null ? "" : loop.toString());
        Artifact artifact = event instanceof Recorded recorded ? recorded.artifact() : null;
        cells.add(artifact == null ? "" : artifact.kind().name());
        cells.add(artifact == null ? "" : artifact.id());
        cells.add(artifact == null ? "" : artifact.at().toString());
        cells.add(Cells.outcome(event));
        cells.add(Cells.stage(event));
        cells.add(Cells.entered(event));
        cells.add(artifact == null ? "" : lineage(artifact));
        labels(Cells.labels(event), cells);
        out.write((cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",")) + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        events++;
        rows.merge(Cells.type(event), 1L, Long::sum);
        less.merge(artifact == null ? OF_LOOPS : OF_ARTIFACTS, 1L, Long::sum);
    }

    private static String lineage(Artifact artifact) {
        return artifact.derivedFrom().stream().map(ArtifactRef::toString).collect(Collectors.joining(" "));
    }

    private static void labels(Labels labels, List<String> cells) {
        OWN_COLUMNS.forEach(key -> cells.add(labels.get(key).orElse("")));
        Set<Map.Entry<String, String>> all = labels.asMap().entrySet();
        cells.add(all.stream()
                .filter(label -> !OWN_COLUMNS.contains(label.getKey()))
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining("; ")));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** {@return what was written so far, the rows by the type of their event, and what was not} */
    public Written written() {
        return new Written(events, rows, 0, new TreeMap<>(), less);
    }
}
