package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Blame;
import io.infinityloop.metrics.link.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Subjects to add, sorted by type once for all metrics, each with the number of its segment. */
final class Batch {
    private final Map<Class<?>, Group> groups = new LinkedHashMap<>();

    Batch(Collection<? extends Subject> subjects, SegmentTable segments) {
        for (Subject subject : subjects) {
            groups.computeIfAbsent(subject.getClass(), type -> new Group()).add(subject, segments);
        }
    }

    /** The subjects of a type and of its subtypes. */
    List<Group> of(Class<?> type) {
        return groups.entrySet().stream()
                .filter(group -> type.isAssignableFrom(group.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Subjects of one class. */
    static final class Group {
        private final List<Subject> subjects = new ArrayList<>();
        private int[] segments = new int[8];
        private @Nullable String failure;

        /** A subject that cannot tell its labels belongs nowhere; the metrics that look at its class fail. */
        private void add(Subject subject, SegmentTable table) {
            try {
                add(subject, table.number(subject));
            } catch (Exception | AssertionError | LinkageError | StackOverflowError thrown) {
                String error = Blame.name(subject) + " has no labels: " + Blame.line(thrown);
                // Of several the first as text, whichever came first in time.
                failure = failure == null || error.compareTo(failure) < 0 ? error : failure;
            }
        }

        private void add(Subject subject, int segment) {
            int size = subjects.size();
            if (size == segments.length) {
                segments = Arrays.copyOf(segments, Math.multiplyExact(size, 2));
            }
            segments[size] = segment;
            subjects.add(subject);
        }

        int size() {
            return subjects.size();
        }

        /** Why there is something wrong with the subjects of this class; null if there is not. */
        @Nullable
        String failure() {
            return failure;
        }

        Subject subject(int index) {
            return subjects.get(index);
        }

        int segment(int index) {
            return segments[index];
        }
    }
}
