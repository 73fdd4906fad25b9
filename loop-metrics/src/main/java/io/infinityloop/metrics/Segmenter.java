package io.infinityloop.metrics;

import io.infinityloop.Labels;
import io.infinityloop.metrics.link.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts each subject into exactly one segment, by the values of labels. A person is never a segment.
 *
 * <p>Source: requirements MET-15 and MET-35.
 *
 * @since 0.1
 */
public final class Segmenter {
    /** What a subject without the label is put under. */
    public static final String UNKNOWN = "(unknown)";

    private static final Set<String> PERSONS =
            Set.of("assignee", "author", "committer", "developer", "email", "owner", "person", "reviewer", "user");

    private final List<String> keys;

    private Segmenter(List<String> keys) {
        this.keys = keys;
    }

    /** {@return a segmenter that puts all subjects into one segment} */
    public static Segmenter none() {
        return new Segmenter(List.of());
    }

    /**
     * Returns a segmenter by the values of labels.
     *
     * @param keys the keys of the labels, for example {@link Labels#SERVICE}
     * @return the segmenter
     * @throws IllegalArgumentException if a key is blank or means a person
     */
    public static Segmenter by(String... keys) {
        for (String key : keys) {
            if (key.isBlank()) {
                throw new IllegalArgumentException("the key of a label must not be blank");
            }
            if (PERSONS.contains(key.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("no number of this library is about a person: '" + key
                        + "' cannot be a segment; use the service or the team");
            }
        }
        return new Segmenter(List.of(keys));
    }

    /** {@return whether subjects are told apart at all} */
    public boolean isTrivial() {
        return keys.isEmpty();
    }

    /**
     * Returns the one segment of a subject.
     *
     * @param subject the subject
     * @return its segment; {@link Segment#ALL} if subjects are not told apart
     */
    public Segment of(Subject subject) {
        SortedMap<String, String> values = new TreeMap<>();
        keys.forEach(key -> values.put(key, subject.labels().get(key).orElse(UNKNOWN)));
        return new Segment(values);
    }
}
