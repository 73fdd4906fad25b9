package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.serve.Answer;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What {@code loop report} says of a journal that grows: made again if there is something new, and by one at a time.
 * Safe for use by many threads.
 */
final class CurrentReport {
    private final Journal journal;
    private final Surroundings surroundings;
    private final String[] command;
    private final Consumer<String> complaints;
    private final ReentrantLock making = new ReentrantLock();
    private volatile Answer last =
            Answer.of(503, "the report is being made: ask again").with("Retry-After", "5");
    private long end = -1;

    CurrentReport(
            Journal journal, String url, List<String> options, Surroundings surroundings, Consumer<String> complaints) {
        this.journal = journal;
        this.surroundings = surroundings;
        this.complaints = complaints;
        List<String> words = new ArrayList<>(List.of("report", "--journal", url));
        words.addAll(options);
        this.command = words.toArray(String[]::new);
    }

    /** The report as it is now; as it was before, if somebody else is having it made. */
    Answer get() {
        if (!making.tryLock()) {
            return last;
        }
        try {
            long now = end();
            if (now != end) {
                last = now == 0 ? Answer.of(200, "The journal is empty: no events were received yet.") : made();
                end = last.status() == 200 ? now : -1;
            }
            return last;
        } finally {
            making.unlock();
        }
    }

    private long end() {
        long position = Math.max(end, 0);
        List<Entry> page = journal.readAll(position, Journal.PAGE);
        while (!page.isEmpty()) {
            position = page.get(page.size() - 1).position();
            page = journal.readAll(position, Journal.PAGE);
        }
        return position;
    }

    private Answer made() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings quiet = new Surroundings(
                surroundings.directory(),
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                surroundings.clock(),
                false);
        LoopTool.run(quiet, command);
        err.toString(StandardCharsets.UTF_8).lines().limit(1).forEach(complaints);
        String text = out.toString(StandardCharsets.UTF_8);
        return text.isEmpty()
                ? Answer.of(503, "the report can not be made: what the server wrote to its standard error says why")
                : Answer.of(200, text.stripTrailing());
    }
}
