package io.infinityloop.release;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Releases leave at a fixed time of the week, and what is ready by then is on board.
 *
 * <p>The time is that of the wall clocks in the zone, also in a week in which they are changed. A time that is left out
 * on a day when clocks go forward is as much later; of one that comes twice the first counts.
 *
 * <p>Source: requirement REL-06.
 *
 * @param day the day of the week
 * @param time the time of the day in the zone
 * @param zone where the day and the time are meant
 * @since 0.1
 */
public record ReleaseTrain(DayOfWeek day, LocalTime time, ZoneId zone) {
    /** Creates a train. */
    public ReleaseTrain {
        requireNonNull(day, "day");
        requireNonNull(time, "time");
        requireNonNull(zone, "zone");
    }

    /**
     * Returns the next departure, which is also the one that a change takes that is ready now.
     *
     * @param now the instant
     * @return the first departure that is not before it
     */
    public Instant next(Instant now) {
        LocalDate from = now.atZone(zone).toLocalDate().minusDays(1);
        LocalDate date = from.with(TemporalAdjusters.nextOrSame(day));
        Instant departure = departure(date);
        while (departure.isBefore(now)) {
            date = date.plusWeeks(1);
            departure = departure(date);
        }
        return departure;
    }

    private Instant departure(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    /**
     * Puts changes on the trains that they are in time for.
     *
     * @param <T> the type of the changes
     * @param changes the changes
     * @param ready when a change is ready
     * @return the departures in their order, each with its changes in the order given, unmodifiable
     */
    public <T> SortedMap<Instant, List<T>> board(Collection<T> changes, Function<? super T, Instant> ready) {
        SortedMap<Instant, List<T>> trains = new TreeMap<>();
        for (T change : changes) {
            trains.computeIfAbsent(next(ready.apply(change)), none -> new ArrayList<>())
                    .add(change);
        }
        trains.replaceAll((departure, aboard) -> List.copyOf(aboard));
        return Collections.unmodifiableSortedMap(trains);
    }
}
