package io.infinityloop.metrics.link;

import java.util.Arrays;

/** Gives pairs of small numbers, none below zero, a number of their own. Open addressing, without objects. */
final class PairTable {
    private static final int NONE = -1;
    private static final long FREE = -1;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    PairTable() {
        Arrays.fill(keys, FREE);
    }

    /** {@return the value of a pair, -1 if it has none} */
    int get(int one, int other) {
        int slot = slot(keys, key(one, other));
        return keys[slot] == FREE ? NONE : values[slot];
    }

    /** Gives a pair a value unless it has one; returns whether it had none. */
    boolean putIfAbsent(int one, int other, int value) {
        long key = key(one, other);
        int slot = slot(keys, key);
        if (keys[slot] != FREE) {
            return false;
        }
        keys[slot] = key;
        values[slot] = value;
        size++;
        if (size > keys.length / 2) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[keys.length * 2];
        Arrays.fill(larger, FREE);
        int[] moved = new int[larger.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                int slot = slot(larger, keys[i]);
                larger[slot] = keys[i];
                moved[slot] = values[i];
            }
        }
        keys = larger;
        values = moved;
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = keys.length - 1;
        int slot = (int) (mixed >>> 32) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int one, int other) {
        return (long) one << 32 | other;
    }
}
