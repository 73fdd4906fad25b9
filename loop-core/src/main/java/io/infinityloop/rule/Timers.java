package io.infinityloop.rule;

import java.util.Arrays;

/** When something is due next: a heap of at most one instant for each id, in nanoseconds from the beginning of 1970. */
final class Timers {
    /** What is due never. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int ABSENT = -1;

    private final int[] heap;
    private final int[] placeOf;
    private final long[] due;
    private int size;

    Timers(int ids) {
        heap = new int[ids];
        placeOf = new int[ids];
        due = new long[ids];
        Arrays.fill(placeOf, ABSENT);
    }

    /** {@return when the first is due} */
    long first() {
        return size == 0 ? NEVER : due[heap[0]];
    }

    /** {@return the id that is due first, which then no longer is} */
    int take() {
        int id = heap[0];
        cancel(id);
        return id;
    }

    /** Sets when an id is due, instead of when it was before. */
    void set(int id, long instant) {
        if (instant == NEVER) {
            cancel(id);
            return;
        }
        int place = placeOf[id];
        if (place == ABSENT) {
            due[id] = instant;
            up(size++, id);
        } else if (instant != due[id]) {
            boolean isSooner = instant < due[id];
            due[id] = instant;
            if (isSooner) {
                up(place, id);
            } else {
                down(place, id);
            }
        }
    }

    void cancel(int id) {
        int place = placeOf[id];
        if (place == ABSENT) {
            return;
        }
        placeOf[id] = ABSENT;
        int last = heap[--size];
        if (last != id) {
            if (due[last] < due[id]) {
                up(place, last);
            } else {
                down(place, last);
            }
        }
    }

    private void up(int from, int id) {
        int place = from;
        while (place > 0 && due[id] < due[heap[(place - 1) / 2]]) {
            put(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, id);
    }

    private void down(int from, int id) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && due[heap[child + 1]] < due[heap[child]]) {
                child++;
            }
            if (due[id] <= due[heap[child]]) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, id);
    }

    private void put(int place, int id) {
        heap[place] = id;
        placeOf[id] = place;
    }
}
