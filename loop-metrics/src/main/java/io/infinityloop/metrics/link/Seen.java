package io.infinityloop.metrics.link;

import java.util.Arrays;

/**
 * Which numbers were seen in which scope. Most are seen in one scope only: the first is kept in an array, the others in
 * a table with open addressing, without objects.
 */
final class Seen {
    private static final long FREE = -1;
    private static final int NONE = -1;

    private final int[] first;
    private long[] others = {};
    private int size;

    /** Numbers and scopes are not below zero, numbers are below the bound. */
    Seen(int numbers) {
        this.first = new int[numbers];
        Arrays.fill(first, NONE);
    }

    boolean has(int scope, int number) {
        return first[number] == scope || (size > 0 && others[slot(others, key(scope, number))] != FREE);
    }

    /** {@return whether it was not seen before} */
    boolean add(int scope, int number) {
        if (first[number] == NONE) {
            first[number] = scope;
            return true;
        }
        if (first[number] == scope) {
            return false;
        }
        if (size * 2 >= others.length) {
            grow();
        }
        long key = key(scope, number);
        int slot = slot(others, key);
        if (others[slot] != FREE) {
            return false;
        }
        others[slot] = key;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[Math.max(64, others.length * 2)];
        Arrays.fill(larger, FREE);
        for (long key : others) {
            if (key != FREE) {
                larger[slot(larger, key)] = key;
            }
        }
        others = larger;
    }

    private static int slot(long[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (table[slot] != FREE && table[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int scope, int number) {
        return (long) scope << 32 | number;
    }
}
