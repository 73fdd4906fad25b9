package io.infinityloop.metrics.dora;

import java.util.List;

/**
 * Where a value stands in the table of a report. A gap of the table stays a gap: what lies in it is between two levels.
 *
 * @since 0.1
 */
public sealed interface Standing {
    /** {@return the cells of the table that this rests on; none if the table says nothing} */
    List<DoraReport.Cell> cells();

    /** {@return whether every cell that this rests on was read in the report itself} */
    default boolean isPrimary() {
        return cells().stream().allMatch(cell -> cell.evidence() == DoraReport.Evidence.PRIMARY);
    }

    /**
     * The value is that of one level, or of several that share a figure.
     *
     * @param levels the levels, the best first
     * @param cells their cells
     */
    record At(List<PerformanceLevel> levels, List<DoraReport.Cell> cells) implements Standing {
        /** Creates the standing. */
        public At {
            levels = List.copyOf(levels);
            cells = List.copyOf(cells);
        }
    }

    /**
     * The value lies in a gap of the table.
     *
     * @param better the level with the nearest better figure
     * @param worse the level with the nearest worse figure; in some years that is the level with the better name
     * @param cells their cells
     */
    record Between(PerformanceLevel better, PerformanceLevel worse, List<DoraReport.Cell> cells) implements Standing {
        /** Creates the standing. */
        public Between {
            cells = List.copyOf(cells);
        }

        /** {@return for example {@code BETWEEN(HIGH, MEDIUM)}} */
        @Override
        public String toString() {
            return "BETWEEN(" + better + ", " + worse + ")";
        }
    }

    /**
     * The value is better than all figures of the table.
     *
     * @param level the level with the best figure
     * @param cells its cell
     */
    record BetterThan(PerformanceLevel level, List<DoraReport.Cell> cells) implements Standing {
        /** Creates the standing. */
        public BetterThan {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The value is worse than all figures of the table.
     *
     * @param level the level with the worst figure
     * @param cells its cell
     */
    record WorseThan(PerformanceLevel level, List<DoraReport.Cell> cells) implements Standing {
        /** Creates the standing. */
        public WorseThan {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Nothing can be said.
     *
     * @param reason why: the year has no table, or there is no value
     */
    record Unknown(String reason) implements Standing {
        @Override
        public List<DoraReport.Cell> cells() {
            return List.of();
        }
    }
}
