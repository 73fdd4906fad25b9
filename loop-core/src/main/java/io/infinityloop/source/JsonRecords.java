package io.infinityloop.source;

import io.infinityloop.internal.json.Limits;
import io.infinityloop.internal.json.RecordText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into JSON objects: one a line, one after the other over many lines, or the elements of lists. Nothing
 * stops the reading. What is broken goes on to the next line that begins with a bracket and is indented no deeper, and
 * costs nothing else; of what has more than {@link Limits#LINE_BYTES} bytes the beginning is kept.
 *
 * <p>A line that begins like that may also be a part of a record over many lines. So it is taken for one at first, if
 * it can be one; if the record then does not end well, the stream is read again from that line, and up to where it went
 * wrong no line is doubted a second time. So every byte is looked at twice at most.
 */
final class JsonRecords implements Records {
    private static final int BEGINNING = 1_000;
    private static final int LOOK_AHEAD = 1_000;

    private final Window window;
    private final JsonScan scan = new JsonScan();
    private final RecordText text = new RecordText();
    private final boolean isLazy;

    private long number;
    private long line;
    private int indent;
    private boolean isFresh = true;

    private long listLine;
    private boolean isListWhole = true;

    private long firstLine;
    private int firstIndent;
    private byte @Nullable [] beginning;
    private int doubt;
    private long doubtLine;
    private int doubtIndent;
    private long believedUntil;

    private JsonRecords(InputStream in, long line, boolean isLazy) {
        this.window = new Window(in);
        this.line = line;
        this.isLazy = isLazy;
    }

    /** {@return records that are parsed} */
    static JsonRecords of(InputStream in, long firstLine) {
        return new JsonRecords(in, firstLine, false);
    }

    /** {@return records that are parsed when somebody asks; whoever does so, begins with {@link Payload#open}} */
    static JsonRecords lazy(InputStream in, long firstLine) {
        return new JsonRecords(in, firstLine, true);
    }

    @Override
    public @Nullable Cut next() throws IOException {
        int next = significant();
        if (next < 0) {
            return end();
        }
        number++;
        firstLine = line;
        firstIndent = indent;
        beginning = null;
        doubt = -1;
        return next == '{' || next == '[' ? value() : stray(next);
    }

    /** {@return the next byte that is neither white space nor between records; -1 at the end} */
    private int significant() throws IOException {
        while (true) {
            window.kept = window.at;
            int next = window.peek();
            if (isMark(next)) {
                continue;
            }
            if (next == '[' && (listLine == 0 || (isFresh && indent == 0))) {
                listLine = line;
                isListWhole = true;
                isFresh = false;
            } else if (next == ']' && (listLine > 0 || !isListWhole)) {
                listLine = 0;
            } else if (next == '\n') {
                line++;
                indent = 0;
                isFresh = true;
            } else if (next == ' ' || next == '\t') {
                indent += isFresh ? 1 : 0;
            } else if (next != '\r' && next != ',') {
                return next;
            }
            window.at++;
        }
    }

    /** Passes over a byte order mark, which stands where files were put together, too. */
    private boolean isMark(int next) throws IOException {
        if (next != 0xEF || !isFresh) {
            return false;
        }
        while (window.end - window.at < 3 && window.more()) {
            // Three bytes are needed.
        }
        boolean isMark = window.end - window.at >= 3
                && window.bytes[window.at + 1] == (byte) 0xBB
                && window.bytes[window.at + 2] == (byte) 0xBF;
        window.at += isMark ? 3 : 0;
        return isMark;
    }

    private @Nullable Cut end() {
        if (listLine == 0 || !isListWhole) {
            return null;
        }
        number++;
        firstLine = line;
        String problem = "the list that begins in line " + listLine + " does not end: the file was cut off";
        listLine = 0;
        return rejected(problem, new byte[0]);
    }

    private Cut value() throws IOException {
        if (isFresh && indent == 0) {
            int lineEnd = JsonScan.line(window.bytes, window.at, window.end);
            if (lineEnd >= 0) {
                window.at = window.bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
                isFresh = false;
                return whole();
            }
        }
        return scanned();
    }

    private Cut scanned() throws IOException {
        scan.begin();
        isFresh = false;
        while (true) {
            window.at = scan.run(window.bytes, window.at, window.end);
            switch (scan.stop()) {
                case END -> {
                    return whole();
                }
                case LINE -> {
                    int ahead = nextLine(false);
                    if (ahead >= 0 && indent <= firstIndent && isNextRecord(ahead)) {
                        return doubt < 0 ? brokenBefore(ahead) : again();
                    }
                }
                case BROKEN -> {
                    window.at--;
                    return doubt < 0 ? skipped(false) : again();
                }
                case MORE -> {
                    boolean isEnd = (doubt >= 0 && window.length() > Limits.LINE_BYTES) || !more();
                    if (isEnd) {
                        return doubt < 0 ? broken() : again();
                    }
                }
            }
        }
    }

    /** Reads on within a record. Of one that is too long, only the beginning stays in memory. */
    private boolean more() throws IOException {
        if (beginning == null && window.length() > Limits.LINE_BYTES) {
            beginning = window.copy(BEGINNING);
        }
        if (beginning != null) {
            window.kept = window.at;
        }
        return window.more();
    }

    private Cut whole() {
        if (beginning != null || window.length() > Limits.LINE_BYTES) {
            return broken();
        }
        Payload payload = new Payload(
                new Payload.Place(number, firstLine, window.bytes, window.kept, window.length(), Map.of()), text);
        if (isLazy && doubt < 0) {
            window.lend();
            return new Cut.Whole(payload);
        }
        try {
            payload.open();
        } catch (RejectedRecordException problem) {
            return doubt < 0 ? broken() : again();
        }
        window.lend();
        return new Cut.Whole(payload);
    }

    /** Tells whether a line certainly begins the next record; remembers if it may. */
    private boolean isNextRecord(int ahead) {
        if (beginning != null || believedUntil > window.position() || !canGoOn(window.at + ahead)) {
            return true;
        }
        if (doubt < 0) {
            doubt = window.length() + ahead;
            doubtLine = line;
            doubtIndent = indent;
        }
        return false;
    }

    private Cut brokenBefore(int ahead) {
        window.at += ahead;
        isFresh = true;
        return broken();
    }

    /** Looks at the line that begins here: its indent, and how far off a bracket is that a record may begin with. */
    private int nextLine(boolean isStray) throws IOException {
        line++;
        indent = 0;
        boolean isBlank = true;
        for (int ahead = 0; ahead < LOOK_AHEAD && (window.at + ahead < window.end || window.more()); ahead++) {
            byte next = window.bytes[window.at + ahead];
            boolean isSpace = next == ' ' || next == '\t';
            if (next == '{' || next == '[') {
                return ahead;
            }
            if (!isSpace && next != '}' && next != ']' && next != ',') {
                return isStray && next > ' ' ? ahead : -1;
            }
            isBlank &= isSpace;
            indent += isBlank ? 1 : 0;
        }
        return -1;
    }

    /** {@return whether what stands before a bracket allows it there} */
    private boolean canGoOn(int bracket) {
        int before = bracket - 1;
        while (window.bytes[before] <= ' ' && window.bytes[before] >= 0) {
            before--;
        }
        byte last = window.bytes[before];
        return last == ',' || last == ':' || last == '[';
    }

    /** Ends the record where it was doubted, and goes back to there. */
    private Cut again() {
        believedUntil = window.position();
        window.at = window.kept + doubt;
        line = doubtLine;
        indent = doubtIndent;
        isFresh = true;
        return broken();
    }

    /** Passes over all lines that can not begin a record. */
    private Cut skipped(boolean isStray) throws IOException {
        while (true) {
            while (window.at < window.end && window.bytes[window.at] != '\n') {
                window.at++;
            }
            if (window.at < window.end) {
                window.at++;
                int ahead = nextLine(isStray);
                if (ahead >= 0 && indent <= firstIndent) {
                    window.at += ahead;
                    break;
                }
            } else if (!more()) {
                break;
            }
        }
        isFresh = true;
        return broken();
    }

    /** Something that is no object: up to the end of its line, or of its place in a list. */
    private Cut stray(int first) throws IOException {
        isFresh = false;
        return listLine > 0 && first != ']' && first != '}' ? element() : skipped(true);
    }

    private Cut element() throws IOException {
        boolean isText = false;
        int before = 0;
        while (window.peek() >= 0) {
            byte next = window.bytes[window.at];
            boolean isMore = !isText && (next == ':' || next == '{' || next == '[' || next == '}');
            if (next == '\n' || isMore || beginning != null) {
                return skipped(true);
            }
            if (!isText && (next == ',' || next == ']')) {
                return broken();
            }
            isText ^= next == '"' && before != '\\';
            before = next;
            window.at++;
            if (window.at == window.end) {
                more();
            }
        }
        return broken();
    }

    private Cut broken() {
        isListWhole = false;
        byte @Nullable [] known = beginning;
        if (known != null || window.length() > Limits.LINE_BYTES) {
            String problem = "the record has more than " + Limits.LINE_BYTES + " bytes: expected one thing a record";
            return rejected(problem, known != null ? known : window.copy(BEGINNING));
        }
        byte[] raw = window.copy(lengthWithoutSpace());
        Payload payload = new Payload(new Payload.Place(number, firstLine, raw, Map.of()), text);
        try {
            payload.open();
        } catch (RejectedRecordException problem) {
            return new Cut.Broken(payload.rejected("", problem));
        }
        return rejected("more text follows the JSON object", raw);
    }

    private Cut rejected(String problem, byte[] raw) {
        return new Cut.Broken(new Leftover(Leftover.Cause.REJECTED, number, firstLine, "", "", problem, raw));
    }

    /** {@return how many bytes are kept, without white space and commas at their end} */
    private int lengthWithoutSpace() {
        int length = window.length();
        while (length > 0 && " \t\r\n,".indexOf(window.bytes[window.kept + length - 1]) >= 0) {
            length--;
        }
        return length;
    }
}
