package io.infinityloop.cli;

import io.infinityloop.cli.git.ProgressListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that says how far something has come, for whoever waits longer than a second. It is written over
 * itself and gone when the work ends. Not safe for use by many threads.
 */
final class ProgressLine implements ProgressListener, AutoCloseable {
    private static final long PATIENCE_MILLIS = 1_000;
    private static final long STEP_MILLIS = 200;

    private final PrintStream terminal;
    private final LongSupplier millis;
    private final String what;
    private final long begin;
    private long writtenAt;
    private int width;

    /**
     * Starts to wait.
     *
     * @param terminal where to write
     * @param millis a clock, in milliseconds
     * @param what what is counted, such as {@code commits read}
     */
    ProgressLine(PrintStream terminal, LongSupplier millis, String what) {
        this.terminal = terminal;
        this.millis = millis;
        this.what = what;
        this.begin = millis.getAsLong();
        this.writtenAt = begin;
    }

    @Override
    public void read(long count) {
        long now = millis.getAsLong();
        if (now - begin > PATIENCE_MILLIS && now - writtenAt >= STEP_MILLIS) {
            write(String.format(Locale.ROOT, "%,d %s", count, what));
            writtenAt = now;
        }
    }

    private void write(String text) {
        terminal.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.flush();
        width = Math.max(width, text.length());
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
        }
    }
}
