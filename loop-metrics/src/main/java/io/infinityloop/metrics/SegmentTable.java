package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The segments that were seen, each with a number. Not safe for use by many threads. */
final class SegmentTable {
    private final Segmenter segmenter;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Segment> segments = new ArrayList<>();

    SegmentTable(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    int number(Subject subject) {
        Object key = segmenter.key(subject);
        Integer number = numbers.get(key);
        return number == null ? add(key) : number;
    }

    private int add(Object key) {
        numbers.put(key, segments.size());
        segments.add(segmenter.segment(key));
        return segments.size() - 1;
    }

    /** The numbers here of all segments of another table of the same segmenter, in its order. */
    int[] numbers(SegmentTable other) {
        int[] here = new int[other.segments.size()];
        other.numbers.forEach((key, number) -> {
            Integer known = numbers.get(key);
            here[number] = known == null ? add(key) : known;
        });
        return here;
    }

    Segment get(int number) {
        return segments.get(number);
    }
}
