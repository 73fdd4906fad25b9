package io.infinityloop.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of which some bytes have been looked at: those first, then the rest. Waits for nothing that is not needed.
 */
final class Resumed extends InputStream {
    private final byte[] begin;
    private final InputStream rest;
    private int at;

    Resumed(byte[] begin, InputStream rest) {
        this.begin = begin;
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        return at < begin.length ? begin[at++] & 0xFF : rest.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (at == begin.length) {
            return rest.read(into, from, length);
        }
        int count = Math.min(length, begin.length - at);
        System.arraycopy(begin, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public int available() throws IOException {
        return begin.length - at + rest.available();
    }
}
