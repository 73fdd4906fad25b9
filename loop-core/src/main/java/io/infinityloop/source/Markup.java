package io.infinityloop.source;

import io.infinityloop.internal.json.Limits;
import java.io.IOException;
import java.io.InputStream;

/**
 * The tags of an XML document without the text between them, without comments and character data, so that no log in a
 * report costs memory, and nothing in it that is not allowed in XML is in the way. Line feeds stay, for the lines.
 */
final class Markup extends InputStream {
    private static final byte[] COMMENT = {'-', '-', '>'};
    private static final byte[] DATA = {']', ']', '>'};

    private enum In {
        TEXT,
        OPENED,
        DECLARED,
        TAG,
        SKIPPED,
        REFUSED
    }

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 13];
    private final byte[] tags = new byte[chunk.length + 16];
    private int at;
    private int end;

    private In state = In.TEXT;
    private int quote;
    private byte[] closing = COMMENT;
    private int closed;
    private int allowed = Limits.LINE_BYTES;

    Markup(InputStream in) {
        this.in = in;
    }

    /** Allows as many bytes as a record may have, from here on. */
    void allow() {
        allowed = Limits.LINE_BYTES;
    }

    /** {@return whether one tag has more bytes than a record may have} */
    boolean isTooLong() {
        return allowed < 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (at == end) {
            int count = in.read(chunk);
            if (count <= 0) {
                return -1;
            }
            at = 0;
            end = 0;
            for (int i = 0; i < count; i++) {
                pass(chunk[i]);
            }
        }
        int count = Math.min(length, end - at);
        allowed -= count;
        if (isTooLong()) {
            throw new IOException("too long");
        }
        System.arraycopy(tags, at, into, from, count);
        at += count;
        return count;
    }

    private void pass(byte next) {
        switch (state) {
            case TEXT -> {
                state = next == '<' ? In.OPENED : In.TEXT;
                line(next);
            }
            case OPENED -> opened(next);
            case DECLARED -> declared(next);
            case TAG -> tag(next);
            case SKIPPED -> skipped(next);
            case REFUSED -> line(next);
        }
    }

    private void opened(byte next) {
        if (next == '!') {
            state = In.DECLARED;
        } else {
            put('<');
            state = In.TAG;
            tag(next);
        }
    }

    private void declared(byte next) {
        if (next == '-' || next == '[') {
            closing = next == '-' ? COMMENT : DATA;
            closed = 0;
            state = In.SKIPPED;
        } else {
            // Whoever reads this refuses it; what it would define is not looked at.
            "<!DOCTYPE x>".chars().forEach(this::put);
            state = In.REFUSED;
        }
    }

    private void tag(byte next) {
        put(next);
        if (quote != 0) {
            quote = next == quote ? 0 : quote;
        } else if (next == '"' || next == '\'') {
            quote = next;
        } else if (next == '>') {
            state = In.TEXT;
        }
    }

    private void skipped(byte next) {
        line(next);
        if (closed == 2 && next == '>') {
            state = In.TEXT;
        } else if (next == closing[0]) {
            closed = Math.min(2, closed + 1);
        } else {
            closed = 0;
        }
    }

    private void line(byte next) {
        if (next == '\n') {
            put(next);
        }
    }

    private void put(int next) {
        tags[end++] = (byte) next;
    }
}
