package io.infinityloop.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that is in memory: what is kept because a record goes on, and what was read ahead. Bytes that
 * were lent to somebody never change: a new array takes their place.
 */
final class Window {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int LEAST_ROOM = CHUNK_BYTES >> 3;

    private final InputStream in;

    /** What is in memory. */
    byte[] bytes = new byte[CHUNK_BYTES];

    /** Where that begins which is kept. */
    int kept;

    /** What comes next. */
    int at;

    /** Where the bytes end that were read. */
    int end;

    private boolean isLent;
    private long dropped;

    Window(InputStream in) {
        this.in = in;
    }

    /** Lends what is in memory now. */
    void lend() {
        isLent = true;
    }

    /** {@return how many bytes are kept, up to what comes next} */
    int length() {
        return at - kept;
    }

    /** {@return how many bytes came before what comes next} */
    long position() {
        return dropped + at;
    }

    /** {@return the next byte, which stays the next; -1 at the end} */
    int peek() throws IOException {
        return at < end || more() ? bytes[at] & 0xFF : -1;
    }

    /**
     * Reads on, and drops what is not kept. Changes all places, and maybe the array.
     *
     * @return whether there was more
     */
    boolean more() throws IOException {
        if (bytes.length - end < LEAST_ROOM) {
            makeRoom();
        }
        int count = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, count);
        return count > 0;
    }

    private void makeRoom() {
        int held = end - kept;
        byte[] next = bytes;
        if (isLent || held > bytes.length / 2) {
            next = new byte[Math.max(CHUNK_BYTES, Math.min(2 * held, held + (CHUNK_BYTES << 4)))];
        }
        System.arraycopy(bytes, kept, next, 0, held);
        bytes = next;
        isLent = false;
        dropped += kept;
        at -= kept;
        end = held;
        kept = 0;
    }

    /** {@return a copy of some of the bytes that are kept} */
    byte[] copy(int length) {
        return Arrays.copyOfRange(bytes, kept, kept + Math.min(length, end - kept));
    }
}
