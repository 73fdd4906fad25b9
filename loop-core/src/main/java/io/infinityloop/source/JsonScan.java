package io.infinityloop.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for the end of a JSON value by its brackets and quotes, without decoding anything. It can be given the bytes in
 * any number of pieces.
 */
final class JsonScan {
    /** Why the scan stopped. */
    enum Stop {
        /** All bytes were seen. */
        MORE,
        /** The value is complete. */
        END,
        /** A line ended within the value. */
        LINE,
        /** A line ended within a text, which is no JSON. */
        BROKEN
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long LINE_FEEDS = ONES * '\n';
    private static final long CLOSED = ONES * '}';

    private Stop stop = Stop.MORE;
    private long depth;
    private boolean isText;
    private boolean isEscaped;

    /** Begins anew, before the first byte of a value. */
    void begin() {
        depth = 0;
        isText = false;
        isEscaped = false;
    }

    /** {@return why the scan stopped} */
    Stop stop() {
        return stop;
    }

    /** {@return the index after the last byte that was looked at} */
    int run(byte[] bytes, int from, int to) {
        stop = Stop.MORE;
        int at = isText ? text(bytes, from, to) : from;
        while (at < to && stop == Stop.MORE) {
            byte next = bytes[at++];
            if (next == '"') {
                at = special(bytes, at, to);
                if (at < to && bytes[at] == '"') {
                    at++;
                } else {
                    isText = true;
                    at = text(bytes, at, to);
                }
            } else if (next == '\n') {
                stop = Stop.LINE;
            } else if ((next | 0x20) == '{') {
                depth++;
            } else if ((next | 0x20) == '}' && --depth <= 0) {
                stop = Stop.END;
            }
        }
        return at;
    }

    /** {@return the index after the quote that ends the text, or where the bytes or the line end} */
    private int text(byte[] bytes, int from, int to) {
        int at = from;
        if (isEscaped && at < to) {
            isEscaped = false;
            at = escaped(bytes, at);
        }
        while (at < to && stop == Stop.MORE) {
            at = special(bytes, at, to);
            if (at == to) {
                return at;
            }
            byte next = bytes[at++];
            if (next == '"') {
                isText = false;
                return at;
            }
            if (next == '\n') {
                stop = Stop.BROKEN;
            } else if (at == to) {
                isEscaped = true;
            } else {
                at = escaped(bytes, at);
            }
        }
        return at;
    }

    private int escaped(byte[] bytes, int at) {
        if (bytes[at] == '\n') {
            stop = Stop.BROKEN;
        }
        return at + 1;
    }

    /** {@return the index of the next quote, backslash or line feed, eight bytes at a time; or the end} */
    static int special(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            long word = (long) LONGS.get(bytes, at);
            long found = (zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | zeros(word ^ LINE_FEEDS)) & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /**
     * Tells at a glance whether a line is one record, as nearly all are in a file of records: it ends with a brace, the
     * next line begins with one, and in between none is closed right before one is opened.
     *
     * @return the index of the line feed; -1 if that can not be said so easily
     */
    static int line(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES < to) {
            long word = (long) LONGS.get(bytes, at);
            long found = (zeros(word ^ CLOSED) | zeros(word ^ LINE_FEEDS)) & HIGH_BITS;
            if (found == 0) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(found) >>> 3;
            if (bytes[at] == '\n') {
                int last = at - 1 > from && bytes[at - 1] == '\r' ? at - 2 : at - 1;
                return last > from && bytes[last] == '}' && bytes[at + 1] == '{' ? at : -1;
            }
            at++;
            int next = at;
            while (next < to && (bytes[next] == ',' || bytes[next] == ' ' || bytes[next] == '\t')) {
                next++;
            }
            if (next == to || bytes[next] == '{') {
                return -1;
            }
        }
        return -1;
    }

    /** {@return a word whose lowest high bit is that of the first byte which is zero; other bits mean nothing} */
    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }
}
