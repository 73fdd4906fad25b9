package io.infinityloop.source;

import io.infinityloop.internal.json.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by its beginning how a stream is cut into records: JSON, XML, or a table with a header. What gzip has
 * packed is unpacked on the way; as no more than one record is held at a time, a small file that becomes a large one
 * costs time, in proportion to what comes out, but no memory.
 */
final class Cutter implements Records {
    private static final int BEGINNING = 1 << 13;
    private static final int GZIP = 0x1F8B;

    /** At least two names; what is no name can not be told from a log. */
    private static final Pattern HEADER =
            Pattern.compile("\"?[\\p{L}_][^,;\\t{}<>=]{0,99}([,;\\t][^,;\\t{}<>=]{1,100})+");

    private final InputStream in;
    private final boolean isLazy;
    private @Nullable Records records;
    private @Nullable Unpacked unpacked;
    private long number;

    private byte[] bytes = new byte[BEGINNING];
    private int first;
    private int length;
    private long line = 1;

    private Cutter(InputStream in, boolean isLazy) {
        this.in = in;
        this.isLazy = isLazy;
    }

    /** {@return the records of a stream; they are parsed} */
    static Records of(InputStream in) {
        return new Cutter(in, false);
    }

    /** {@return the records of a stream; whoever takes one begins with {@link Payload#open}, or passes it over} */
    static Records lazy(InputStream in) {
        return new Cutter(in, true);
    }

    @Override
    public @Nullable Cut next() throws IOException {
        Records known = records;
        if (known == null) {
            known = opened(in);
            records = known;
            bytes = new byte[0];
        }
        Cut cut = known.next();
        number++;
        if (cut == null && unpacked != null && unpacked.problem() != null) {
            String problem = String.valueOf(unpacked.problem());
            records = () -> null;
            unpacked = null;
            return broken(problem, new byte[0]);
        }
        return cut;
    }

    private Records opened(InputStream from) throws IOException {
        while (!isEnough()) {
            if (first == length) {
                first = 0;
                length = 0;
            }
            int count = length < bytes.length ? from.read(bytes, length, bytes.length - length) : -1;
            if (count <= 0) {
                break;
            }
            length += count;
            passSpace();
        }
        InputStream rest = new Resumed(Arrays.copyOfRange(bytes, first, length), from);
        if (pair() == GZIP && unpacked == null) {
            Unpacked content = new Unpacked(rest);
            unpacked = content;
            first = 0;
            length = 0;
            return opened(content);
        }
        return length == first ? () -> null : sniffed(rest);
    }

    private Records sniffed(InputStream rest) {
        if (bytes[first] == 0
                || pair() == 0xFFFE
                || pair() == 0xFEFF
                || (length > first + 1 && bytes[first + 1] == 0)) {
            return unknown("UTF-16 or no text");
        }
        if (bytes[first] == '{' || bytes[first] == '[') {
            return isLazy ? JsonRecords.lazy(rest, line) : JsonRecords.of(rest, line);
        }
        if (bytes[first] == '<') {
            return JUnitRecords.of(rest, line);
        }
        String begin = new String(bytes, first, length - first, StandardCharsets.UTF_8);
        String header = begin.lines().findFirst().orElse("");
        return HEADER.matcher(header).matches() ? CsvRecords.of(rest, line) : json(rest, header);
    }

    /** A log may begin with what is no record, and go on with records: that is for {@link JsonRecords} to tell. */
    private Records json(InputStream rest, String header) {
        String begin = new String(bytes, first, length - first, StandardCharsets.ISO_8859_1);
        boolean hasRecords = begin.contains("\n{") || begin.contains("\n[");
        return hasRecords
                ? isLazy ? JsonRecords.lazy(rest, line) : JsonRecords.of(rest, line)
                : unknown("'" + Excerpt.of(header) + "'");
    }

    private Records unknown(String what) {
        Cut cut = broken(
                "the stream begins with " + what
                        + ": expected JSON, which begins with { or [, the XML of a test report,"
                        + " or a table whose first line has the names of its columns; in UTF-8, or packed with gzip",
                Arrays.copyOfRange(bytes, first, Math.min(length, first + 1_000)));
        boolean[] isTold = new boolean[1];
        return () -> {
            boolean wasTold = isTold[0];
            isTold[0] = true;
            return wasTold ? null : cut;
        };
    }

    private Cut broken(String problem, byte[] raw) {
        return new Cut.Broken(new Leftover(Leftover.Cause.REJECTED, Math.max(1, number), line, "", "", problem, raw));
    }

    /** {@return whether enough was read to tell what it is} */
    private boolean isEnough() {
        if (first == length) {
            return false;
        }
        byte next = bytes[first];
        if (next == '{' || next == '[' || next == '<') {
            return length > first + 1;
        }
        for (int i = first; i < length; i++) {
            if (bytes[i] == '\n') {
                return length > i + 1;
            }
        }
        return pair() == GZIP;
    }

    private int pair() {
        return length < first + 2 ? -1 : ((bytes[first] & 0xFF) << 8) | (bytes[first + 1] & 0xFF);
    }

    /** Passes over white space and a byte order mark. */
    private void passSpace() {
        while (first < length) {
            byte next = bytes[first];
            boolean isMark =
                    next == (byte) 0xEF && length >= first + 3 && pair() == 0xEFBB && bytes[first + 2] == (byte) 0xBF;
            if (!isMark && next != ' ' && next != '\t' && next != '\r' && next != '\n') {
                return;
            }
            line += next == '\n' ? 1 : 0;
            first += isMark ? 3 : 1;
        }
    }
}
