package io.infinityloop.json;

import io.infinityloop.internal.Escapes;
import io.infinityloop.internal.json.Limits;

/** Makes JSON fit to be a line of a log. */
final class OneLine {
    private OneLine() {}

    /**
     * Escapes what UTF-8 can not hold, half a surrogate pair, and what some tools take for a line break.
     *
     * @throws IllegalArgumentException if the line is longer than the format allows
     */
    static String of(String json) {
        StringBuilder text = new StringBuilder(json.length());
        long bytes = 0;
        for (int i = 0; i < json.length(); i++) {
            int point = json.codePointAt(i);
            if (point == 0x85 || point == 0x2028 || point == 0x2029 || isHalfPair(point)) {
                Escapes.append(text, (char) point);
                bytes += 6;
            } else {
                text.appendCodePoint(point);
                bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                i += Character.charCount(point) - 1;
            }
        }
        if (bytes > Limits.LINE_BYTES) {
            throw new IllegalArgumentException("what is to be written has " + bytes
                    + " bytes as JSON and can not be written: a line holds at most " + Limits.LINE_BYTES);
        }
        return text.toString();
    }

    private static boolean isHalfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
