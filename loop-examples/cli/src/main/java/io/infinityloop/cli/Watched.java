package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.json.JournalLine;
import io.infinityloop.json.JournalLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whoever watches how far the way through a journal has come. Not safe for use by many threads. */
final class Watched implements AutoCloseable {
    private final @Nullable ProgressLine line;

    private Watched(@Nullable ProgressLine line) {
        this.line = line;
    }

    static Watched of(Surroundings surroundings, String what) {
        return new Watched(
                surroundings.terminal()
                        ? new ProgressLine(surroundings.err(), surroundings.clock()::millis, what)
                        : null);
    }

    /** Returns the same lines, watched. */
    JournalLines over(JournalLines lines) {
        return new JournalLines() {
            @Override
            public List<JournalLine> read(long afterPosition, int limit) {
                List<JournalLine> page = lines.read(afterPosition, limit);
                at(afterPosition + page.size());
                return page;
            }

            @Override
            public Taken append(List<Incoming> batch) {
                Taken taken = lines.append(batch);
                at(batch.get(0).line().position() + taken.count() - 1);
                return taken;
            }
        };
    }

    /** Tells that the way has come to a position. */
    void at(long position) {
        if (line != null) {
            line.read(position);
        }
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
    }
}
