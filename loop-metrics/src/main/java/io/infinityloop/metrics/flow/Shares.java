package io.infinityloop.metrics.flow;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of what has a property, by part and altogether. A state; not safe for use by many threads. */
final class Shares {
    private final SortedMap<String, long[]> parts = new TreeMap<>();

    /** Adds one thing. */
    void add(String part, boolean has) {
        long[] counts = parts.computeIfAbsent(part, same -> new long[2]);
        counts[0] += has ? 1 : 0;
        counts[1]++;
    }

    /** Adds the counts of others. */
    Shares merge(Shares others) {
        others.parts.forEach((part, counts) -> {
            long[] own = parts.computeIfAbsent(part, same -> new long[2]);
            own[0] += counts[0];
            own[1] += counts[1];
        });
        return this;
    }

    /** {@return how many have the property} */
    long with() {
        return parts.values().stream().mapToLong(counts -> counts[0]).sum();
    }

    /** {@return how many there are} */
    long all() {
        return parts.values().stream().mapToLong(counts -> counts[1]).sum();
    }

    /** {@return the counts of a part: with the property, and all; zeros if there is none} */
    long[] of(String part) {
        return parts.getOrDefault(part, new long[2]).clone();
    }

    /** {@return the share of each part that has things} */
    SortedMap<String, Amount> shares() {
        SortedMap<String, Amount> shares = new TreeMap<>();
        parts.forEach((part, counts) -> shares.put(part, ratio(counts[0], counts[1])));
        return shares;
    }

    /** {@return how many of each part have the property} */
    SortedMap<String, Amount> counts() {
        SortedMap<String, Amount> shown = new TreeMap<>();
        parts.forEach((part, counts) -> shown.put(part, Amount.count(counts[0])));
        return shown;
    }

    /** The share of all, with further numbers; undefined if there is nothing. */
    MetricResult result(MetricDefinition definition, String property, SortedMap<String, Amount> shown) {
        if (all() == 0) {
            return MetricResult.Undefined.inWindow(definition);
        }
        SortedMap<String, Amount> more = new TreeMap<>(shown);
        more.put("all", Amount.count(all()));
        more.put(property, Amount.count(with()));
        return MetricResult.Value.of(definition, ratio(with(), all()), more, all());
    }

    static Amount ratio(long with, long all) {
        return new Amount(
                BigDecimal.valueOf(with).divide(BigDecimal.valueOf(all), 9, RoundingMode.HALF_EVEN), Unit.RATIO);
    }
}
