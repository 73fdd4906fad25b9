package io.infinityloop.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the windows of an instant or a span by binary search. Windows that overlap lie in different lanes, so that
 * within a lane at most one contains an instant.
 */
final class WindowIndex {
    private final Lane[] lanes;

    WindowIndex(List<Window> windows) {
        List<List<Integer>> lanes = new ArrayList<>();
        IntStream.range(0, windows.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer number) -> windows.get(number).from())
                        .thenComparing(number -> windows.get(number).to()))
                .forEach(number -> free(lanes, windows, windows.get(number)).add(number));
        this.lanes = lanes.stream().map(lane -> new Lane(windows, lane)).toArray(Lane[]::new);
    }

    private static List<Integer> free(List<List<Integer>> lanes, List<Window> windows, Window next) {
        for (List<Integer> lane : lanes) {
            Window last = windows.get(lane.get(lane.size() - 1));
            if (!next.from().isBefore(last.to())) {
                return lane;
            }
        }
        List<Integer> lane = new ArrayList<>();
        lanes.add(lane);
        return lane;
    }

    int lanes() {
        return lanes.length;
    }

    /** The number of the window in a lane that contains an instant, or -1. */
    int at(int lane, Instant instant) {
        return lanes[lane].at(instant);
    }

    /** The numbers of the windows in a lane that share time with a span; one without an end lasts. */
    int[] over(int lane, Instant from, @Nullable Instant to) {
        return lanes[lane].over(from, to);
    }

    /** Windows without overlap, in order. */
    private static final class Lane {
        private final int[] numbers;
        private final Instant[] begins;
        private final Instant[] ends;
        private final long[] seconds;

        Lane(List<Window> windows, List<Integer> lane) {
            numbers = lane.stream().mapToInt(Integer::intValue).toArray();
            begins = lane.stream().map(number -> windows.get(number).from()).toArray(Instant[]::new);
            ends = lane.stream().map(number -> windows.get(number).to()).toArray(Instant[]::new);
            seconds = lane.stream()
                    .mapToLong(number -> windows.get(number).from().getEpochSecond())
                    .toArray();
        }

        int at(Instant instant) {
            int index = begun(instant);
            return index >= 0 && instant.isBefore(ends[index]) ? numbers[index] : -1;
        }

        /** The index of the last window that begins at or before an instant, or -1. */
        private int begun(Instant instant) {
            long second = instant.getEpochSecond();
            int low = 0;
            int high = seconds.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (seconds[middle] <= second) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            int index = low - 1;
            while (index >= 0 && begins[index].isAfter(instant)) {
                index--;
            }
            return index;
        }

        int[] over(Instant from, @Nullable Instant to) {
            int first = Math.max(0, begun(from));
            if (!ends[first].isAfter(from)) {
                first++;
            }
            int next = first;
            while (next < numbers.length && (to == null || begins[next].isBefore(to))) {
                next++;
            }
            int[] found = new int[next - first];
            System.arraycopy(numbers, first, found, 0, found.length);
            return found;
        }
    }
}
