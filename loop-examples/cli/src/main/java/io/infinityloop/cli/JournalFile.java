package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.jdbc.JournalException;
import io.infinityloop.journal.Journal;
import io.infinityloop.json.JournalLine;
import io.infinityloop.json.JournalLines;
import java.util.List;

/** Reads a journal as if it were a log. */
final class JournalFile {
    private JournalFile() {}

    static EventFile read(String url, Surroundings surroundings) {
        try (JdbcJournal journal = JournalUrl.open(url, surroundings)) {
            return read(journal, surroundings);
        } catch (JournalException failed) {
            throw JournalUrl.told(failed);
        }
    }

    private static EventFile read(JdbcJournal journal, Surroundings surroundings) {
        try (Watched watched = Watched.of(surroundings, "events read")) {
            JournalLines lines = watched.over(journal.lines());
            EventFile file = EventFile.empty(journal.place());
            List<JournalLine> page = lines.read(0, Journal.PAGE);
            while (!page.isEmpty()) {
                page.forEach(line -> file.add("position", line.read()));
                page = lines.read(page.get(page.size() - 1).position(), Journal.PAGE);
            }
            return file;
        } catch (IllegalStateException broken) {
            throw JournalUrl.told(journal, broken);
        }
    }
}
