package io.infinityloop.metrics.preset;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric that looks at all that is known at once, as a query of a tool with a database does. It keeps every subject
 * that began before the end of the window, and computes when it is asked for the result; the order of the subjects
 * changes nothing, because what is computed sorts them.
 */
final class Recount implements MetricCalculator<Subject, List<Subject>> {
    private final MetricDefinition definition;
    private final Rules rules;
    private final Query query;

    /** Computes a result from all that is known. */
    interface Query {
        MetricResult of(MetricDefinition definition, Rules rules, Known known, Frame frame);
    }

    Recount(MetricDefinition definition, Rules rules, Query query) {
        this.definition = definition;
        this.rules = rules;
        this.query = query;
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Class<Subject> subject() {
        return Subject.class;
    }

    @Override
    public Place place(Subject one, Instant asOf) {
        Instant from = beginning(one);
        return from == null ? new Place.NotConcerned() : new Place.Over(from, null);
    }

    private static @Nullable Instant beginning(Subject one) {
        if (one instanceof Deployed deployed) {
            return deployed.startedAt();
        }
        if (one instanceof Change change) {
            return change.authoredAt().isBefore(change.committedAt()) ? change.authoredAt() : change.committedAt();
        }
        if (one instanceof IncidentCase incident) {
            return incident.incident().at();
        }
        if (one instanceof PipelineRun run) {
            return run.startedAt();
        }
        if (one instanceof DeployedHeads heads) {
            return heads.at();
        }
        return one instanceof MergedRequest request ? request.openedAt() : null;
    }

    @Override
    public List<Subject> newState() {
        return new ArrayList<>();
    }

    @Override
    public Use add(List<Subject> state, Subject one, Frame frame) {
        state.add(one);
        return Use.counted();
    }

    @Override
    public List<Subject> merge(List<Subject> into, List<Subject> from) {
        into.addAll(from);
        return into;
    }

    @Override
    public MetricResult result(List<Subject> state, Frame frame) {
        return frame.observed().isZero()
                ? MetricResult.Undefined.notYet(definition)
                : query.of(definition, rules, new Known(state), frame);
    }
}
