package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Subject;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is behind one number: which subjects were used, which were left out and why, and from which events they are
 * known.
 *
 * @param cell the number
 * @param used the subjects that were used, by their events
 * @param excluded the subjects that were left out, by reason; what has no place in time is left out of every window
 * @param inputs the same for each input of a derived metric, which has no subjects of its own; otherwise none
 * @since 0.1
 */
public record Explanation(
        Cell cell, List<Used> used, SortedMap<String, List<Subject>> excluded, List<Explanation> inputs) {
    /** Creates an explanation. */
    public Explanation {
        requireNonNull(cell, "cell");
        used = List.copyOf(used);
        SortedMap<String, List<Subject>> copy = new TreeMap<>(excluded);
        copy.replaceAll((reason, subjects) -> List.copyOf(subjects));
        excluded = Collections.unmodifiableSortedMap(copy);
        inputs = List.copyOf(inputs);
    }

    /**
     * A subject that was used.
     *
     * @param subject the subject; {@link Subject#evidence()} names its events
     * @param alone what the metric says of this subject alone: its duration, its size, whether it counts
     * @since 0.1
     */
    public record Used(Subject subject, MetricResult alone) {
        /** Creates the entry. */
        public Used {
            requireNonNull(subject, "subject");
            requireNonNull(alone, "alone");
        }
    }

    /** {@return the events of what was used, also by inputs, sorted, without duplicates} */
    public List<EventKey> events() {
        TreeSet<EventKey> events = new TreeSet<>();
        used.forEach(one -> events.addAll(one.subject().evidence()));
        inputs.forEach(input -> events.addAll(input.events()));
        return List.copyOf(events);
    }

    /**
     * Returns the events of what was left out for a reason.
     *
     * @param reason the reason
     * @return the events, sorted, without duplicates; none if nothing was left out for it
     */
    public List<EventKey> excludedEvents(String reason) {
        TreeSet<EventKey> events = new TreeSet<>();
        excluded.getOrDefault(reason, List.of()).forEach(subject -> events.addAll(subject.evidence()));
        return List.copyOf(events);
    }
}
