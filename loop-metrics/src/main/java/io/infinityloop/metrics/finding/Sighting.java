package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a detector saw: a {@link Finding} that does not yet say in which segment and window.
 *
 * @param message what was seen and where the limit is, in one sentence; no person is named
 * @param figures the numbers behind it by name, sorted by name, unmodifiable
 * @param evidence the events that show it, sorted, without duplicates, unmodifiable
 * @since 0.1
 */
public record Sighting(String message, SortedMap<String, Amount> figures, List<EventKey> evidence)
        implements Comparable<Sighting> {
    private static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::message)
            .thenComparing(sighting -> sighting.evidence().toString())
            .thenComparing(sighting -> sighting.figures().toString());

    /**
     * Creates a sighting.
     *
     * @throws IllegalArgumentException if the message is blank
     */
    public Sighting {
        if (requireNonNull(message, "message").isBlank()) {
            throw new IllegalArgumentException("the message of a finding must not be blank: expected what was seen");
        }
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        evidence = evidence.stream().distinct().sorted().toList();
    }

    /**
     * Returns a sighting without figures.
     *
     * @param message what was seen, in one sentence
     * @param evidence the events that show it, in any order
     * @return the sighting
     * @throws IllegalArgumentException if the message is blank
     */
    public static Sighting of(String message, Collection<EventKey> evidence) {
        return new Sighting(message, new TreeMap<>(), List.copyOf(evidence));
    }

    /**
     * Returns this with one more figure.
     *
     * @param name what it is: {@code age}, {@code share}
     * @param amount the number
     * @return the sighting
     */
    public Sighting figure(String name, Amount amount) {
        SortedMap<String, Amount> more = new TreeMap<>(figures);
        more.put(requireNonNull(name, "name"), requireNonNull(amount, "amount"));
        return new Sighting(message, more, evidence);
    }

    /** Compares messages, then evidence, then figures. */
    @Override
    public int compareTo(Sighting other) {
        return ORDER.compare(this, other);
    }
}
