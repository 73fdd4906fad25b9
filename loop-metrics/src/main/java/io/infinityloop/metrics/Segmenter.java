package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.metrics.link.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Words for persons, without the s of the plural. */
    private static final Set<String> PERSONS = Set.of(
            "actor",
            "approver",
            "assignee",
            "author",
            "committer",
            "contributor",
            "creator",
            "developer",
            "email",
            "employee",
            "login",
            "mail",
            "merger",
            "owner",
            "person",
            "reporter",
            "requester",
            "responder",
            "reviewer",
            "submitter",
            "user",
            "username");

    /** What lies between the words of a key such as {@code commit.author} or {@code commitAuthor}. */
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

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
            if (isPerson(key)) {
                throw new IllegalArgumentException("no number of this library is about a person: '" + key
                        + "' cannot be a segment; use the service or the team");
            }
        }
        return new Segmenter(List.of(keys));
    }

    /** Whoever did something is a person, too: {@code merged_by}, {@code approvedBy}. */
    private static boolean isPerson(String key) {
        List<String> words = Stream.of(WORDS.split(key))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        boolean doer = words.size() > 1 && words.get(words.size() - 1).equals("by");
        return doer
                || words.stream()
                        .anyMatch(word -> PERSONS.contains(word)
                                || (word.endsWith("s") && PERSONS.contains(word.substring(0, word.length() - 1))));
    }

    /** {@return whether subjects are told apart at all} */
    public boolean isTrivial() {
        return keys.isEmpty();
    }

    /** What tells the segment of a subject from others: the only value, or all of them. */
    Object key(Subject subject) {
        if (keys.isEmpty()) {
            return "";
        }
        Labels labels = requireNonNull(subject.labels(), "labels() gave null");
        return switch (keys.size()) {
            case 1 -> labels.get(keys.get(0)).orElse(UNKNOWN);
            default -> keys.stream().map(key -> labels.get(key).orElse(UNKNOWN)).toList();
        };
    }

    /** The segment that a key stands for. */
    Segment segment(Object key) {
        SortedMap<String, String> values = new TreeMap<>();
        if (key instanceof List<?> all) {
            for (int i = 0; i < keys.size(); i++) {
                values.put(keys.get(i), (String) all.get(i));
            }
        } else if (!keys.isEmpty()) {
            values.put(keys.get(0), (String) key);
        }
        return new Segment(values);
    }

    /**
     * Returns the one segment of a subject.
     *
     * @param subject the subject
     * @return its segment; {@link Segment#ALL} if subjects are not told apart
     */
    public Segment of(Subject subject) {
        return segment(key(subject));
    }
}
