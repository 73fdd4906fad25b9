package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Subjects to add, sorted by type once for all metrics, each with the number of its segment. */
final class Batch {
    private final Map<Class<?>, Group> groups = new LinkedHashMap<>();

    Batch(Collection<? extends Subject> subjects, SegmentTable segments) {
        for (Subject subject : subjects) {
            groups.computeIfAbsent(subject.getClass(), type -> new Group()).add(subject, segments.number(subject));
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

        Subject subject(int index) {
            return subjects.get(index);
        }

        int segment(int index) {
            return segments[index];
        }
    }
}
