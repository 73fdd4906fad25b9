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
        int at = from;
        stop = Stop.MORE;
        while (at < to) {
            if (isText) {
                at = text(bytes, at, to);
                if (stop == Stop.BROKEN) {
                    return at;
                }
                continue;
            }
            byte next = bytes[at++];
            if (next == '"') {
                isText = true;
            } else if (next == '\n') {
                stop = Stop.LINE;
                return at;
            } else if ((next | 0x20) == '{') {
                depth++;
            } else if ((next | 0x20) == '}' && --depth <= 0) {
                stop = Stop.END;
                return at;
            }
        }
        return at;
    }

    /** {@return the index after the quote that ends the text, or where the bytes or the line end} */
    private int text(byte[] bytes, int from, int to) {
        int at = from;
        if (isEscaped) {
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

    /** {@return a word whose lowest high bit is that of the first byte which is zero; other bits mean nothing} */
    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }
}
