package io.infinityloop.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of an operand as samples come and time passes, and where it stands among its thresholds: the rank is twice
 * the number of thresholds below it, and one more if it is at the next. So a comparison can only change where the rank
 * passes its threshold.
 */
abstract class Cell {
    static final int NO_RANK = -1;
    /** Before the first refresh: what a comparison is then may be from a state that was stored. */
    private static final int NOT_YET = -2;

    final Program.Watched watched;
    /** What it is now; null if unknown. */
    @Nullable
    BigDecimal value;

    int rank = NOT_YET;
    /** Whether something has changed since the last refresh. */
    boolean isDirty;

    Cell(Program.Watched watched) {
        this.watched = watched;
    }

    static Cell of(Program.Watched watched, Series series) {
        return watched.operand instanceof Operand.Latest latest
                ? new LatestCell(watched, latest)
                : WindowCell.of(watched, series);
    }

    /** Takes a sample; one for a window is in its series already. */
    abstract void add(long at, BigDecimal sample);

    /**
     * Computes the value as of an instant.
     *
     * @return when it changes next if no sample comes
     */
    abstract long refresh(long now);

    /** {@return where the value stands among the thresholds} */
    final int newRank() {
        BigDecimal now = value;
        if (now == null) {
            return NO_RANK;
        }
        BigDecimal[] thresholds = watched.thresholds;
        if (isStillBetween(now, thresholds)) {
            return rank;
        }
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = now.compareTo(thresholds[middle]);
            if (order == 0) {
                return 2 * middle + 1;
            }
            if (order > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    /** Most values are where the one before was. */
    private boolean isStillBetween(BigDecimal now, BigDecimal[] thresholds) {
        int next = rank / 2;
        return rank >= 0
                && rank % 2 == 0
                && (next == 0 || now.compareTo(thresholds[next - 1]) > 0)
                && (next == thresholds.length || now.compareTo(thresholds[next]) < 0);
    }
}
