package io.infinityloop.source;

import io.infinityloop.artifact.ArtifactRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts together what several records tell of one thing, such as its beginning and its end. What the later record says
 * counts, whichever came first, and a record that comes again changes nothing: the outcome depends on the records
 * alone.
 *
 * <p>Remembers a number of things, those last heard of; costs about a kilobyte each. Not safe for use by many threads.
 */
final class Lives {
    private final int most;
    private final Map<Key, SortedMap<Stamp, Draft>> lives = new LinkedHashMap<>(16, 0.75f, true);
    private long forgotten;

    Lives(int most) {
        this.most = most;
    }

    private record Key(String source, ArtifactRef thing) {}

    /** At one instant the end comes after the beginning, whatever the events are called. */
    private record Stamp(Instant happened, boolean isEnd, String eventId) implements Comparable<Stamp> {
        private static final Comparator<Stamp> ORDER = Comparator.comparing(Stamp::happened)
                .thenComparing(Stamp::isEnd)
                .thenComparing(Stamp::eventId);

        @Override
        public int compareTo(Stamp other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Adds what a record tells.
     *
     * @return all that is known of the thing now, named after the last that happened; empty if a record that is not the
     *     last tells nothing new. The last one is told again: whoever keeps the events may have failed to.
     */
    Optional<Draft> add(Draft draft, Instant happened) {
        Key key = new Key(draft.source(), ArtifactRef.of(draft.kind(), draft.id()));
        SortedMap<Stamp, Draft> life = lives.computeIfAbsent(key, same -> new TreeMap<>());
        Stamp stamp = new Stamp(happened, draft.instantOrNull(Field.FINISHED) != null, draft.eventId());
        Draft before = life.get(stamp);
        boolean isLast = life.isEmpty() || stamp.compareTo(life.lastKey()) >= 0;
        if (!isLast && before != null && before.and(draft).tellsAs(before)) {
            return Optional.empty();
        }
        life.merge(stamp, draft, Draft::and);
        forget();
        return Optional.of(whole(life, stamp));
    }

    /** A late record gives its name to the event as well, after the name of what happened last: both are told of. */
    private static Draft whole(SortedMap<Stamp, Draft> life, Stamp added) {
        Draft whole = life.values().stream().reduce(Draft::and).orElseThrow();
        Stamp last = life.lastKey();
        whole.put(Field.HAPPENED, last.happened);
        return last.equals(added) ? whole : whole.event(last.eventId + "+" + added.eventId);
    }

    private void forget() {
        if (lives.size() > most) {
            Iterator<Key> eldest = lives.keySet().iterator();
            eldest.next();
            eldest.remove();
            forgotten++;
        }
    }

    /** {@return how many things were forgotten to make room} */
    long forgotten() {
        return forgotten;
    }
}
