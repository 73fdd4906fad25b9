package io.infinityloop.export;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventOrder;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.internal.json.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * Writes events for process mining: XES, IEEE 1849-2016. Equal events give equal bytes, whatever their order. Persons
 * are never written.
 *
 * <p>A trace is a loop. A fact without one belongs to the pull request or commit that it leads back to by what it was
 * made from, the first where there are several, a commit to its pull request if that is known; else to its service,
 * else to its source. Traces are sorted by name, events by instant.
 *
 * <table>
 *   <caption>What becomes of what</caption>
 *   <tr><th>event</th><th>{@code concept:name}</th><th>{@code lifecycle:transition}</th></tr>
 *   <tr><td>a loop was started</td><td>the stage</td><td>{@code start}</td></tr>
 *   <tr><td>it advanced</td><td>the stage left, then the one entered</td><td>{@code complete}, {@code start}</td></tr>
 *   <tr><td>it returned</td><td>the stage left, then the one entered</td><td>{@code ate_abort}, {@code start}</td></tr>
 *   <tr><td>it was retired, or migrated</td><td>{@code retired}, {@code migrated}</td><td>{@code complete}</td></tr>
 *   <tr><td>something was recorded</td><td>its kind, such as {@code build}</td><td>{@code start} if it has not ended,
 *       {@code ate_abort} if it was cancelled, {@code autoskip} if it was not run, else {@code complete}</td></tr>
 * </table>
 *
 * <p>An event whose instant is before 1970 or after 2200 is not written; what an artifact says beyond id, outcome and
 * labels is not written either.
 *
 * @since 0.1
 */
public final class XesWriter {
    private static final Comparator<LoopEvent> ORDER =
            Comparator.comparing(LoopEvent::at).thenComparing(LoopEvent::key);

    private final XesText text;
    private final SortedMap<String, Long> records = new TreeMap<>();
    private final SortedMap<String, Long> untold = new TreeMap<>();
    private final SortedMap<String, Long> less = new TreeMap<>();

    private XesWriter(XesText text) {
        this.text = text;
    }

    /**
     * Writes a whole log.
     *
     * @param events the events, in any order; of those with one source and id the one that counts is written
     * @param out where to; it is flushed at the end and not closed
     * @return what was written, by the name of the activity, and what was not
     * @throws IOException if writing fails
     */
    public static Written write(Collection<? extends LoopEvent> events, OutputStream out) throws IOException {
        List<LoopEvent> counting = EventOrder.counting(events);
        try {
            XesWriter writer = new XesWriter(XesText.to(requireNonNull(out, "out")));
            writer.log(counting);
            return new Written(
                    events.size(), writer.records, (long) events.size() - counting.size(), writer.untold, writer.less);
        } catch (XMLStreamException failed) {
            throw failed.getNestedException() instanceof IOException cause ? cause : new IOException(failed);
        }
    }

    private void log(List<LoopEvent> events) throws XMLStreamException {
        Cases cases = Cases.of(events);
        SortedMap<String, List<LoopEvent>> traces = new TreeMap<>();
        for (LoopEvent event : events) {
            if (Limits.accept(event.at())) {
                traces.computeIfAbsent(cases.of(event), name -> new ArrayList<>())
                        .add(event);
            } else {
                untold.merge(Cells.type(event) + ": before 1970 or after 2200", 1L, Long::sum);
            }
        }
        for (String name : traces.keySet()) {
            List<LoopEvent> trace = traces.getOrDefault(name, List.of());
            trace.sort(ORDER);
            text.beginTrace(name);
            for (LoopEvent event : trace) {
                tell(event);
            }
            text.endTrace();
        }
        text.end();
    }

    private void tell(LoopEvent event) throws XMLStreamException {
        if (event instanceof Recorded recorded) {
            String kind = recorded.artifact().kind().name();
            activity(event, kind, transition(Cells.outcome(event)));
            less.merge("of artifacts, what is beyond outcome and labels", 1L, Long::sum);
        } else if (event instanceof Started) {
            activity(event, Cells.stage(event), "start");
        } else if (event instanceof Advanced || event instanceof Returned) {
            activity(event, Cells.stage(event), event instanceof Advanced ? "complete" : "ate_abort");
            activity(event, Cells.entered(event), "start");
            less.merge("of loops, causes, and what was handed over", 1L, Long::sum);
        } else {
            activity(event, Cells.type(event), "complete");
        }
    }

    private static String transition(String outcome) {
        if (outcome.equals("OPEN") || outcome.equals(Outcome.RUNNING.name())) {
            return "start";
        }
        if (outcome.equals(Outcome.CANCELLED.name())) {
            return "ate_abort";
        }
        return outcome.equals(Outcome.SKIPPED.name()) ? "autoskip" : "complete";
    }

    private void activity(LoopEvent event, String name, String transition) throws XMLStreamException {
        records.merge(name, 1L, Long::sum);
        text.beginEvent(name, event.at(), transition);
        text.attribute("source", event.source());
        text.attribute("id", event.id());
        if (event instanceof Recorded recorded) {
            text.attribute("artifact", recorded.artifact().id());
            text.attribute("stage", Cells.stage(event));
            text.attribute("outcome", Cells.outcome(event));
        }
        Labels labels = Cells.labels(event);
        for (String key : labels.asMap().keySet()) {
            text.attribute("label." + key, labels.get(key).orElse(""));
        }
        text.endEvent();
    }
}
