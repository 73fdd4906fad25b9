package io.infinityloop.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of a measure: its latest sample, and those that its windows hold. */
final class Remembered {
    final Program.Measure measure;
    private final @Nullable Series series;
    private @Nullable Sample latest;
    /** Whether windows that were full missed the latest sample. */
    private boolean isMissed;

    /** Makes the cells of the measure's operands, too. */
    Remembered(Program program, Program.Measure measure, Cell[] cells) {
        this.measure = measure;
        Series windows = new Series();
        boolean hasWindows = false;
        for (int operand : measure.operands) {
            cells[operand] = Cell.of(program.watched[operand], windows);
            hasWindows |= cells[operand] instanceof WindowCell;
        }
        series = hasWindows ? windows : null;
    }

    boolean hasWindows() {
        return series != null;
    }

    /** {@return by how many the samples in windows became more} */
    int add(Sample sample, Cell[] cells) {
        latest = sample;
        isMissed = false;
        long at = Ticks.of(sample.at());
        if (series != null) {
            series.add(at, sample.value());
        }
        for (int operand : measure.operands) {
            cells[operand].add(at, sample.value());
        }
        return series == null ? 0 : 1;
    }

    /** Takes a sample as the latest one only. */
    void miss(Sample sample, Cell[] cells) {
        latest = sample;
        isMissed = true;
        for (int operand : measure.operands) {
            if (cells[operand] instanceof LatestCell cell) {
                cell.add(Ticks.of(sample.at()), sample.value());
            }
        }
    }

    /** Drops what is too old for windows as of an instant, and returns how many samples none holds any more. */
    int expire(long now, Cell[] cells) {
        for (int operand : measure.operands) {
            if (cells[operand] instanceof WindowCell window) {
                window.expire(now);
            }
        }
        return forget(cells);
    }

    /** {@return how many samples no window holds any more} */
    int forget(Cell[] cells) {
        if (series == null) {
            return 0;
        }
        long oldest = series.end();
        for (int operand : measure.operands) {
            if (cells[operand] instanceof WindowCell window) {
                oldest = Math.min(oldest, window.from());
            }
        }
        int before = series.size();
        series.forgetBefore(oldest);
        return before - series.size();
    }

    /** {@return the samples that windows hold, and the latest; null if there is none} */
    RuleState.@Nullable Series state() {
        Sample last = latest;
        if (last == null) {
            return null;
        }
        RuleState.Point point = new RuleState.Point(last.at(), last.value());
        if (isMissed && series != null) {
            return new RuleState.Series(measure.name, series.points(), point);
        }
        return series != null && series.size() > 0
                ? new RuleState.Series(measure.name, series.points(), null)
                : new RuleState.Series(measure.name, List.of(point), null);
    }
}
