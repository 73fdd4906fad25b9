package io.infinityloop.source;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the records that were read. Each record is mapped, ignored, unknown, rejected or a duplicate, so that
 * these numbers add up. Immutable.
 *
 * @param records how many records were read
 * @param mapped how many of them became events, or were told before by another record of the same thing
 * @param events how many events were made
 * @param duplicates how many records had been read before; only counted if the reader was asked to keep the ids
 * @param formats how many records each format took
 * @param ignored how many records were passed over, by {@code format:type}: their types say nothing about the loop
 * @param unknown how many records nobody knows, by {@code format:type}; {@code ?} if no format took them
 * @param rejected how many records are broken, or break a rule
 * @param rejections the first {@value #LISTED} of these, without their bytes
 * @param guesses how many things were taken to be in an environment for nothing but its name, by name and environment
 * @param untold what the records do not tell though it is there, or would be expected, by format and what it is:
 *     commits of a push that are only counted, instants that the reader was given
 * @param forgotten how many things were forgotten before all was told of them, to make room
 * @since 0.1
 */
public record Reading(
        long records,
        long mapped,
        long events,
        long duplicates,
        SortedMap<String, Long> formats,
        SortedMap<String, Long> ignored,
        SortedMap<String, Long> unknown,
        long rejected,
        List<Leftover> rejections,
        SortedMap<String, Long> guesses,
        SortedMap<String, Long> untold,
        long forgotten) {
    /** How many rejections are listed. */
    public static final int LISTED = 1_000;

    /** Creates the reading. */
    public Reading {
        formats = copy(formats);
        ignored = copy(ignored);
        unknown = copy(unknown);
        guesses = copy(guesses);
        untold = copy(untold);
        rejections = List.copyOf(rejections);
    }

    private static SortedMap<String, Long> copy(Map<String, Long> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** {@return how many records were passed over or are not known} */
    public long passedOver() {
        return sum(ignored) + sum(unknown);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
