package io.infinityloop.metrics.dora;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricResult;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The levels of performance in DORA's report of one year, as facts with their evidence.
 *
 * <p>The tables are what clusters of answers happened to be, not a scale: they have gaps, two levels may share a
 * figure, and in 2024 high fails more often than medium. Nothing of this is put right here. 2020 had no report, and
 * 2025 has no levels but profiles of teams that no event shows.
 *
 * @param year the year of the report
 * @param source where the figures come from
 * @param cells the figures, by measure, the best level first; none if the year has no levels
 * @since 0.1
 */
public record DoraReport(int year, String source, List<Cell> cells) {
    /** Creates a report. */
    public DoraReport {
        requireNonNull(source, "source");
        cells = List.copyOf(cells);
    }

    /**
     * How sure a figure is.
     *
     * @since 0.1
     */
    public enum Evidence {
        /** Read in the report or in a page of DORA. */
        PRIMARY,
        /** Read in what others write about the report. */
        SECONDARY,
        /** Known by hearsay only. */
        UNVERIFIED
    }

    /**
     * A figure of the table.
     *
     * @param measure what it is of
     * @param level whose it is
     * @param text the figure in words
     * @param evidence how sure it is
     * @since 0.1
     */
    public record Cell(DoraMeasure measure, PerformanceLevel level, String text, Evidence evidence) {
        /** Creates a figure. */
        public Cell {
            requireNonNull(measure, "measure");
            requireNonNull(level, "level");
            requireNonNull(text, "text");
            requireNonNull(evidence, "evidence");
        }
    }

    /** {@return the reports, by year; also those without levels} */
    public static List<DoraReport> all() {
        return DoraTable.REPORTS;
    }

    /**
     * Returns the report of a year.
     *
     * @param year the year
     * @return the report
     * @throws IllegalArgumentException if the year is not known
     */
    public static DoraReport of(int year) {
        return all().stream()
                .filter(report -> report.year == year)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no table of levels is known for " + year + ": expected one of "
                                + all().stream().map(DoraReport::year).toList()));
    }

    /** {@return the levels that this report knows, the best first} */
    public List<PerformanceLevel> levels() {
        return cells.stream()
                .map(Cell::level)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * Returns a figure of the table.
     *
     * @param measure what it is of
     * @param level whose it is
     * @return the figure, or empty if the table has none
     */
    public Optional<Cell> cell(DoraMeasure measure, PerformanceLevel level) {
        return cells.stream()
                .filter(cell -> cell.measure() == measure && cell.level() == level)
                .findFirst();
    }

    /**
     * Returns where a result stands.
     *
     * @param measure what it is of
     * @param result the result
     * @return where it stands; unknown if it is no value
     * @throws IllegalArgumentException if its unit is another
     */
    public Standing standing(DoraMeasure measure, MetricResult result) {
        return result instanceof MetricResult.Value value
                ? standing(measure, value.headline())
                : new Standing.Unknown("there is no value");
    }

    /**
     * Returns where a value stands. Where several levels have a figure that holds for it, those whose figure is wider
     * than another's are left out: half an hour is "less than one hour", and not also "less than one day".
     *
     * @param measure what it is of
     * @param value the value
     * @return where it stands
     * @throws IllegalArgumentException if its unit is another
     */
    public Standing standing(DoraMeasure measure, Amount value) {
        BigDecimal number = measure.number(value);
        List<Cell> row =
                cells.stream().filter(cell -> cell.measure() == measure).toList();
        if (row.isEmpty()) {
            return new Standing.Unknown("the report of " + year + " has no levels");
        }
        List<Cell> holding = row.stream()
                .filter(cell -> DoraTable.extent(cell).contains(number))
                .toList();
        List<Cell> closest = holding.stream()
                .filter(cell -> holding.stream()
                        .noneMatch(other -> DoraTable.extent(cell).isWiderThan(DoraTable.extent(other))))
                .toList();
        return closest.isEmpty()
                ? gap(measure, row, number)
                : new Standing.At(closest.stream().map(Cell::level).toList(), closest);
    }

    private static Standing gap(DoraMeasure measure, List<Cell> row, BigDecimal number) {
        Optional<Cell> below = nearest(row, cell -> DoraTable.extent(cell).isBefore(number), true);
        Optional<Cell> above = nearest(row, cell -> DoraTable.extent(cell).isAfter(number), false);
        Optional<Cell> better = measure.moreIsBetter() ? above : below;
        Optional<Cell> worse = measure.moreIsBetter() ? below : above;
        if (better.isEmpty()) {
            Cell best = worse.orElseThrow();
            return new Standing.BetterThan(best.level(), List.of(best));
        }
        if (worse.isEmpty()) {
            return new Standing.WorseThan(better.get().level(), List.of(better.get()));
        }
        return new Standing.Between(
                better.get().level(),
                worse.get().level(),
                Stream.of(better, worse).flatMap(Optional::stream).toList());
    }

    /** Of figures on one side the one that is nearest; of those that share it the best level. */
    private static Optional<Cell> nearest(List<Cell> row, Predicate<Cell> side, boolean fromBelow) {
        Comparator<Cell> byEnd = (one, other) -> DoraTable.extent(one).compareTo(DoraTable.extent(other));
        return row.stream().filter(side).reduce((one, other) -> {
            int order = byEnd.compare(one, other);
            return (fromBelow ? order >= 0 : order <= 0) ? one : other;
        });
    }
}
