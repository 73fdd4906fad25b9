package io.infinityloop.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the bytes of a JSON object for a text that one of some pointers leads to, without decoding anything else.
 * It is a quick glance: it does not see what is wrong with a record, nor names and texts with escapes. Immutable.
 */
final class Peek {
    private final byte[][][] ways;

    private Peek(byte[][][] ways) {
        this.ways = ways;
    }

    /** {@return a glance at no more than thirty pointers whose steps are the names of fields} */
    static Peek at(String... pointers) {
        return new Peek(Arrays.stream(pointers)
                .map(pointer -> Pointer.of(pointer).steps().stream()
                        .map(step -> step.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new))
                .toArray(byte[][][]::new));
    }

    /**
     * {@return the text that is first of all in the bytes; null if there is none, or it can not be said at a glance}
     */
    @Nullable
    String text(byte[] bytes, int from, int to) {
        return new Glance(ways, bytes, to).object(from, 0, -1);
    }

    /** One look at one record. Sets of ways are bits. */
    private static final class Glance {
        private final byte[][][] ways;
        private final byte[] bytes;
        private final int to;
        private int at;

        Glance(byte[][][] ways, byte[] bytes, int to) {
            this.ways = ways;
            this.bytes = bytes;
            this.to = to;
        }

        /** {@return the first text within the object that begins here; the place is after the object, if it is null} */
        @Nullable
        String object(int from, int step, int within) {
            at = from + 1;
            while (at < to && bytes[at] != '}') {
                if (bytes[at] != '"') {
                    at++;
                    continue;
                }
                int name = at + 1;
                int nameEnd = textEnd(name);
                at = nameEnd + 1;
                while (at < to && (bytes[at] <= ' ' || bytes[at] == ':')) {
                    at++;
                }
                String found = at < to ? value(ways(within, step, name, nameEnd), step) : null;
                if (found != null) {
                    return found;
                }
            }
            at++;
            return null;
        }

        private @Nullable String value(int on, int step) {
            byte first = bytes[at];
            if (first == '{' && reach(on, step + 1, false)) {
                return object(at, step + 1, on);
            }
            if (first == '"') {
                int from = at + 1;
                int end = textEnd(from);
                at = end + 1;
                return reach(on, step + 1, true) ? plain(from, Math.min(end, to)) : null;
            }
            if (first == '{' || first == '[') {
                skip();
            } else {
                at++;
            }
            return null;
        }

        private @Nullable String plain(int from, int end) {
            for (int i = from; i < end; i++) {
                if (bytes[i] == '\\' || bytes[i] < ' ') {
                    return null;
                }
            }
            String text = new String(bytes, from, end - from, StandardCharsets.US_ASCII);
            return text.isBlank() || end == to ? null : text;
        }

        private void skip() {
            JsonScan scan = new JsonScan();
            do {
                at = scan.run(bytes, at, to);
            } while (scan.stop() == JsonScan.Stop.LINE);
        }

        /** {@return the index of the quote that ends a text, or of where the bytes end} */
        private int textEnd(int from) {
            int end = JsonScan.special(bytes, from, to);
            while (end < to && bytes[end] != '"') {
                end = JsonScan.special(bytes, Math.min(to, end + (bytes[end] == '\\' ? 2 : 1)), to);
            }
            return end;
        }

        /** {@return those of some ways whose step is a name} */
        private int ways(int within, int step, int name, int nameEnd) {
            int on = 0;
            for (int i = 0; i < ways.length; i++) {
                if ((within & 1 << i) != 0 && isStep(ways[i], step, name, nameEnd)) {
                    on |= 1 << i;
                }
            }
            return on;
        }

        /** {@return whether one of some ways ends after as many steps, or goes on} */
        private boolean reach(int on, int steps, boolean isEnd) {
            for (int i = 0; i < ways.length; i++) {
                if ((on & 1 << i) != 0 && (isEnd ? ways[i].length == steps : ways[i].length > steps)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isStep(byte[][] way, int step, int name, int nameEnd) {
            return way.length > step
                    && nameEnd - name == way[step].length
                    && nameEnd <= to
                    && Arrays.equals(bytes, name, nameEnd, way[step], 0, way[step].length);
        }
    }
}
