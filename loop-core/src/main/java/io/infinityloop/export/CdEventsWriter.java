package io.infinityloop.export;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.internal.json.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes events as CDEvents of version 0.5.1, one JSON object a line, in ASCII. Equal events give equal bytes, and the
 * id of a CDEvent is made of what it says.
 *
 * <p>An artifact becomes one CDEvent for each moment of its life that it tells of: an incident that is over one for its
 * beginning and one for its end. What was written is not written again when the next snapshot of the artifact comes;
 * the last {@value #REMEMBERED} are remembered, for some 100 bytes each. An event of which a required field is not
 * known is not written, and neither is what CDEvents have no type for: {@link #written} says how many and why.
 *
 * <table>
 *   <caption>What becomes of what</caption>
 *   <tr><th>artifact</th><th>CDEvents</th></tr>
 *   <tr><td>pull request</td><td>{@code change.created}, {@code .reviewed}, {@code .merged}, {@code .abandoned}</td></tr>
 *   <tr><td>commit</td><td>nothing, or on request {@code change.merged}</td></tr>
 *   <tr><td>branch</td><td>{@code branch.created}</td></tr>
 *   <tr><td>build</td><td>{@code taskrun.started}, {@code .finished}: only a task has an outcome</td></tr>
 *   <tr><td>build artifact</td><td>{@code artifact.packaged}, for each change that it names</td></tr>
 *   <tr><td>test run</td><td>{@code testsuiterun.started}, {@code .finished}</td></tr>
 *   <tr><td>release</td><td>{@code artifact.published}, for each artifact that it names</td></tr>
 *   <tr><td>deployment</td><td>{@code service.deployed} or {@code .rolledback}, if it succeeded. One that names one
 *       commit and no artifact is of a generic package whose version is the commit</td></tr>
 *   <tr><td>incident</td><td>{@code incident.detected}, {@code .resolved}</td></tr>
 *   <tr><td>anything else</td><td>nothing</td></tr>
 * </table>
 *
 * <p>The source of an event is written as a URI reference, without the {@code cdevents:} before it, if it was read from
 * there. Not safe for use by many threads.
 *
 * @since 0.1
 */
public final class CdEventsWriter {
    private static final int REMEMBERED = 100_000;

    private static final ObjectWriter JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .writer();

    private final OutputStream out;
    private final Map<String, Boolean> before = new LinkedHashMap<>();
    private final SortedMap<String, Long> records = new TreeMap<>();
    private final SortedMap<String, Long> untold = new TreeMap<>();
    private final SortedMap<String, Long> less = new TreeMap<>();
    private boolean isWrapped;
    private boolean hasCommits;
    private long events;
    private long repeated;

    private CdEventsWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Begins to write.
     *
     * @param out where to; it is neither flushed nor closed
     * @return the writer
     */
    public static CdEventsWriter to(OutputStream out) {
        return new CdEventsWriter(requireNonNull(out, "out"));
    }

    /**
     * Puts each CDEvent into a CloudEvent of version 1.0, in structured mode.
     *
     * @return this
     */
    public CdEventsWriter inCloudEvents() {
        isWrapped = true;
        return this;
    }

    /**
     * Writes commits, too: as changes that were merged when they were committed, and are named by their hash. CDEvents
     * have no other word for a commit. It is true of commits of the main line and of no others; without them, nobody
     * who reads what is written can tell how long a change took that is known by its commit only.
     *
     * @return this
     */
    public CdEventsWriter withCommits() {
        hasCommits = true;
        return this;
    }

    /**
     * Writes what CDEvents can tell of an event.
     *
     * @param event the event
     * @throws IOException if writing fails
     */
    public void write(LoopEvent event) throws IOException {
        events++;
        if (!(requireNonNull(event, "event") instanceof Recorded recorded)) {
            add(untold, event.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": CDEvents know no loop");
            return;
        }
        Telling telling = new Telling(recorded);
        telling.untold("CDEvents have no type for it");
        tell(recorded.artifact(), telling);
        for (CdEvent told : telling.told()) {
            write(told, recorded, telling);
        }
        telling.less().forEach(what -> add(less, what));
        String reason = telling.untold();
        if (reason != null) {
            add(untold, reason);
        }
    }

    private void tell(Artifact artifact, Telling telling) {
        if (artifact instanceof PullRequest change) {
            Things.change(change, telling);
        } else if (artifact instanceof Commit commit && hasCommits) {
            Things.commit(commit, telling);
        } else if (artifact instanceof Branch branch) {
            Things.branch(branch, telling);
        } else if (artifact instanceof Build build) {
            Runs.build(build, telling);
        } else if (artifact instanceof BuildArtifact packaged) {
            Things.artifact(packaged, telling);
        } else if (artifact instanceof TestRun run) {
            Runs.test(run, telling);
        } else if (artifact instanceof Release release) {
            Things.release(release, telling);
        } else if (artifact instanceof Deployment deployment) {
            Things.deployment(deployment, telling);
        } else if (artifact instanceof Incident incident) {
            Things.incident(incident, telling);
        } else if (artifact instanceof PlanItem) {
            telling.untold("no creator and no address are told, and a ticket requires them");
        }
    }

    private void write(CdEvent told, Recorded event, Telling telling) throws IOException {
        if (!Limits.accept(told.at())) {
            add(untold, event.artifact().kind() + ": " + told.type() + " is before 1970 or after 2200");
            return;
        }
        String source = event.source().startsWith("cdevents:")
                ? event.source().substring("cdevents:".length())
                : event.source();
        String chain = telling.label(Labels.CHAIN);
        ObjectNode json = told.json(source.isEmpty() ? "cdevents" : source, chain);
        if (before.put(json.at("/context/id").asText(), true) != null) {
            repeated++;
            return;
        }
        if (before.size() > REMEMBERED) {
            before.remove(before.keySet().iterator().next());
        }
        out.write(JSON.writeValueAsBytes(isWrapped ? CdEvent.wrapped(json) : json));
        out.write('\n');
        add(records, told.type());
    }

    private static void add(SortedMap<String, Long> counts, String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** {@return what was written so far, and what was not} */
    public Written written() {
        return new Written(events, records, repeated, untold, less);
    }
}
