package io.infinityloop.jdbc;

import io.infinityloop.internal.Chain;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The form of ids in columns: readable, never ambiguous, short enough for an index, of what every database can hold.
 */
final class KeyText {
    /** Two of them fit into an entry of an index of PostgreSQL, which holds 2,704 bytes. */
    private static final int BYTES = 1_000;

    private static final int DIGEST_DIGITS = 64;

    private KeyText() {}

    static String of(String id) {
        return isPlain(id) ? id : cut(id);
    }

    /** {@return whether it is short, and kept as it is} */
    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '\\' || c < ' ' || c > '~') {
                return false;
            }
        }
        return id.length() <= BYTES;
    }

    private static String cut(String id) {
        String escaped = escaped(id);
        if (bytes(escaped).length <= BYTES) {
            return escaped;
        }
        int end = id.length();
        while (bytes(escaped(id.substring(0, end))).length > BYTES - DIGEST_DIGITS - 2) {
            end = id.offsetByCodePoints(end, -1);
        }
        // Never in the middle of an escape: with half of one before it, the mark would read as another id.
        return escaped(id.substring(0, end)) + "\\#" + Chain.sha256(bytes(escaped));
    }

    private static String escaped(String id) {
        StringBuilder text = new StringBuilder(id.length());
        id.codePoints().forEach(point -> {
            if (point == '\\') {
                text.append("\\\\");
            } else if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                text.append("\\u").append(HexFormat.of().toHexDigits((char) point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
