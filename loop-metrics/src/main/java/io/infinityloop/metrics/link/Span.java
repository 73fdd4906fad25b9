package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the time line. The beginning belongs to it, the end does not.
 *
 * @param from the first instant
 * @param to the first instant after it; null while it lasts
 * @since 0.1
 */
public record Span(Instant from, @Nullable Instant to) {
    private static final Comparator<Span> BY_BEGINNING = Comparator.comparing(Span::from);

    /**
     * Creates a span.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Span {
        requireNonNull(from, "from");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a span from " + from + " cannot end before, at " + to);
        }
    }

    /**
     * Unites spans: what two of them share counts once.
     *
     * @param spans the spans, in any order
     * @return spans that do not touch each other, in the order of time, unmodifiable; empty ones are left out
     */
    public static List<Span> union(Collection<Span> spans) {
        List<Span> united = new ArrayList<>();
        for (Span span : spans.stream().sorted(BY_BEGINNING).toList()) {
            if (span.from.equals(span.to)) {
                continue;
            }
            Span last = united.isEmpty() ? null : united.get(united.size() - 1);
            if (last != null && (last.to == null || !last.to.isBefore(span.from))) {
                united.set(united.size() - 1, new Span(last.from, later(last.to, span.to)));
            } else {
                united.add(span);
            }
        }
        return List.copyOf(united);
    }

    /**
     * Returns how long spans are altogether. What they share counts as often as they share it: {@link #union} first.
     *
     * @param spans the spans
     * @param asOf where one that lasts is cut off
     * @return the sum; a span that lasts and begins after {@code asOf} adds nothing
     */
    public static Duration total(Collection<Span> spans, Instant asOf) {
        Duration total = Duration.ZERO;
        for (Span span : spans) {
            Instant to = span.to;
            Duration length = Duration.between(span.from, to == null ? asOf : to);
            total = length.isNegative() ? total : total.plus(length);
        }
        return total;
    }

    /**
     * Returns the part of this span that lies in another.
     *
     * @param other the other
     * @return what both share, or empty if they share no time
     */
    public Optional<Span> within(Span other) {
        Instant begin = from.isAfter(other.from) ? from : other.from;
        Instant end = to == null ? other.to : other.to == null || to.isBefore(other.to) ? to : other.to;
        return end != null && !begin.isBefore(end) ? Optional.empty() : Optional.of(new Span(begin, end));
    }

    /**
     * Tells whether an instant lies in this span.
     *
     * @param instant the instant
     * @return whether it is not before the beginning and before the end
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && (to == null || instant.isBefore(to));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
