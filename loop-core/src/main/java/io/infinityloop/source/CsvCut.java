package io.infinityloop.source;

import io.infinityloop.internal.json.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into the rows of a table. Line breaks within quotes are a part of the row; if the quotes then do not
 * end well, the row is broken, ends with its first line, and the lines after it are read again, as rows.
 */
final class CsvCut {
    private static final int BEGINNING = 1_000;
    private static final String BAD_QUOTES =
            "the quotes of a field are not closed, or text follows them: expected \"\" for a quote within quotes";

    private enum At {
        FIELD,
        PLAIN,
        QUOTED,
        QUOTE,
        BROKEN
    }

    private final Window window;
    private byte separator;
    private long line;
    private long rowLine;
    private At state = At.FIELD;
    private int secondLine;
    private long believedUntil;
    private @Nullable String problem;
    private byte @Nullable [] beginning;

    CsvCut(InputStream in, long line) {
        this.window = new Window(in);
        this.line = line;
    }

    /** Says what stands between fields; any of comma, semicolon and tab, until this is called. */
    void separate(byte by) {
        separator = by;
    }

    byte separator() {
        return separator;
    }

    /** {@return the line where the row begins} */
    long line() {
        return rowLine;
    }

    /** {@return what is wrong with the row; null if nothing is} */
    @Nullable
    String problem() {
        return problem;
    }

    /** Moves on to the next row, which may be empty, and tells whether there was one. */
    boolean next() throws IOException {
        window.kept = window.at;
        rowLine = line;
        state = At.FIELD;
        secondLine = -1;
        problem = null;
        beginning = null;
        while (window.at < window.end || more()) {
            byte next = window.bytes[window.at++];
            if (next == '\n') {
                line++;
                if (isRowEnd()) {
                    return true;
                }
            } else if (next != '\r' || state == At.PLAIN) {
                step(next);
            }
            if (state == At.BROKEN && secondLine >= 0) {
                return again();
            }
        }
        return rest();
    }

    private void step(byte next) {
        boolean isBetween = separator == 0 ? next == ',' || next == ';' || next == '\t' : next == separator;
        switch (state) {
            case FIELD -> state = next == '"' ? At.QUOTED : isBetween ? At.FIELD : At.PLAIN;
            case PLAIN -> state = isBetween ? At.FIELD : At.PLAIN;
            case QUOTED -> state = next == '"' ? At.QUOTE : At.QUOTED;
            case QUOTE -> state = next == '"' ? At.QUOTED : isBetween ? At.FIELD : At.BROKEN;
            case BROKEN -> {}
        }
    }

    private boolean isRowEnd() {
        if (state == At.QUOTED && beginning == null && believedUntil <= window.position()) {
            secondLine = secondLine < 0 ? window.length() : secondLine;
            return false;
        }
        if (state == At.QUOTED || state == At.BROKEN) {
            problem = BAD_QUOTES;
        }
        return true;
    }

    private boolean rest() {
        boolean isQuoted = state == At.QUOTED || state == At.BROKEN;
        if (isQuoted && secondLine >= 0) {
            return again();
        }
        problem = isQuoted ? BAD_QUOTES : null;
        return window.length() > 0 || beginning != null;
    }

    private boolean again() {
        problem = BAD_QUOTES;
        believedUntil = window.position();
        window.at = window.kept + secondLine;
        line = rowLine + 1;
        return true;
    }

    /** Reads on within a row. Of one that is too long, only the beginning stays in memory. */
    private boolean more() throws IOException {
        if (window.length() > Limits.LINE_BYTES && secondLine >= 0) {
            return false;
        }
        if (beginning == null && window.length() > Limits.LINE_BYTES) {
            beginning = window.copy(BEGINNING);
        }
        if (beginning != null) {
            window.kept = window.at;
        }
        return window.more();
    }

    /** {@return the row without its line break; of one that is too long, its beginning} */
    byte[] row() {
        byte @Nullable [] known = beginning;
        if (known != null || window.length() > Limits.LINE_BYTES) {
            problem = "the row has more than " + Limits.LINE_BYTES + " bytes";
            return known != null ? known : window.copy(BEGINNING);
        }
        int length = window.length();
        length -= length > 0 && window.bytes[window.kept + length - 1] == '\n' ? 1 : 0;
        length -= length > 0 && window.bytes[window.kept + length - 1] == '\r' ? 1 : 0;
        return window.copy(length);
    }
}
