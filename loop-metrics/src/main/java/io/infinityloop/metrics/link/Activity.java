package io.infinityloop.metrics.link;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something ran for a loop: the builds, test runs and deployments that were recorded with it and say when they
 * began and ended. What runs at the same time counts once.
 */
final class Activity {
    private static final Comparator<Busy> BY_BEGINNING =
            Comparator.comparing(one -> one.span().from());

    private final List<Busy> busy;

    private Activity(List<Busy> busy) {
        this.busy = busy;
    }

    /** A span in which at least one thing ran without a break, and the events that tell so. */
    record Busy(Span span, List<EventKey> evidence) {}

    /** Takes the events of one loop, sorted by instant. */
    static Activity of(List<LoopEvent> events, Derivation derivation) {
        Map<Snapshot.Key, Snapshot<?>> latest = new LinkedHashMap<>();
        for (LoopEvent event : events) {
            if (event instanceof Recorded recorded && runs(recorded.artifact())) {
                Snapshot<?> snapshot = new Snapshot<>(recorded.artifact(), recorded);
                latest.put(snapshot.key(), snapshot);
            }
        }
        List<Busy> all = new ArrayList<>();
        latest.forEach((key, snapshot) -> {
            Snapshot<?> known = derivation.find(key.ref(), key.source()).stream()
                    .filter(other -> other.key().equals(key))
                    .findFirst()
                    .orElse(snapshot);
            span(known.artifact()).ifPresent(span -> all.add(new Busy(span, List.of(known.evidence()))));
        });
        return new Activity(united(all));
    }

    private static boolean runs(Artifact artifact) {
        return artifact instanceof Build || artifact instanceof TestRun || artifact instanceof Deployment;
    }

    /** When it ran; empty if it has ended and nobody said when. */
    private static Optional<Span> span(Artifact artifact) {
        if (artifact instanceof Build build) {
            return span(build.at(), build.finishedAt(), build.outcome() == Outcome.RUNNING);
        }
        if (artifact instanceof TestRun run) {
            return span(run.at(), run.finishedAt(), run.outcome() == Outcome.RUNNING);
        }
        return artifact instanceof Deployment deployment
                ? span(deployment.at(), deployment.finishedAt(), deployment.status() == DeploymentStatus.IN_PROGRESS)
                : Optional.empty();
    }

    private static Optional<Span> span(Instant from, @Nullable Instant to, boolean running) {
        return (to == null && !running) || from.equals(to) ? Optional.empty() : Optional.of(new Span(from, to));
    }

    private static List<Busy> united(List<Busy> all) {
        List<Busy> united = new ArrayList<>();
        List<EventKey> evidence = new ArrayList<>();
        Span open = null;
        for (Busy next : all.stream().sorted(BY_BEGINNING).toList()) {
            List<Span> both = open == null ? List.of() : Span.union(List.of(open, next.span()));
            if (open != null && both.size() > 1) {
                united.add(new Busy(open, List.copyOf(evidence)));
                evidence.clear();
            }
            open = both.size() == 1 ? both.get(0) : next.span();
            evidence.addAll(next.evidence());
        }
        if (open != null) {
            united.add(new Busy(open, List.copyOf(evidence)));
        }
        return united;
    }

    /** {@return what ran in a span, cut to it, in the order of time} */
    List<Busy> within(Span span) {
        List<Busy> within = new ArrayList<>();
        for (int i = firstAfter(span.from()); i < busy.size(); i++) {
            Busy one = busy.get(i);
            if (span.to() != null && !one.span().from().isBefore(span.to())) {
                break;
            }
            one.span().within(span).ifPresent(cut -> within.add(new Busy(cut, one.evidence())));
        }
        return within;
    }

    /** The index of the first that ends after an instant; they do not overlap, so their ends are in order too. */
    private int firstAfter(Instant instant) {
        int low = 0;
        int high = busy.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Instant to = busy.get(middle).span().to();
            if (to != null && !to.isAfter(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
