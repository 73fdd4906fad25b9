package io.infinityloop.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** What gzip has packed. Where that is damaged it ends, and says so, so that what was read before is not lost. */
final class Unpacked extends InputStream {
    private static final int CHUNK_BYTES = 1 << 16;

    private final InputStream packed;
    private @Nullable InputStream in;
    private @Nullable String problem;
    private long bytes;

    Unpacked(InputStream packed) {
        this.packed = packed;
    }

    /** {@return what is wrong with it; null if nothing is, or nothing has been met yet} */
    @Nullable
    String problem() {
        return problem;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (problem != null) {
            return -1;
        }
        try {
            if (in == null) {
                in = new GZIPInputStream(packed, CHUNK_BYTES);
            }
            int count = in.read(into, from, length);
            bytes += Math.max(0, count);
            return count;
        } catch (EOFException | ZipException damaged) {
            problem = "the packed file is damaged or cut off after " + bytes + " bytes of its content";
            return -1;
        }
    }
}
