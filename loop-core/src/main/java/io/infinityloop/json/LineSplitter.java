package io.infinityloop.json;

import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines and holds one at a time. Of a line above {@link Limits#LINE_BYTES} it keeps the
 * beginning and passes over the rest, so that an endless line costs no more than a long one.
 */
final class LineSplitter {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int MOST_BYTES = Limits.LINE_BYTES + ExportFormat.BYTES;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int chunkStart;
    private int chunkEnd;

    private byte[] line = new byte[1 << 13];
    private int length;
    private boolean tooLong;
    private boolean ended;
    private long number;
    private long bytes;

    LineSplitter(InputStream in) {
        this.in = in;
    }

    /** Moves on to the next line and tells whether there was one. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        ended = false;
        boolean begun = false;
        while (chunkStart < chunkEnd || refill()) {
            begun = true;
            int lineEnd = chunkStart;
            while (lineEnd < chunkEnd && chunk[lineEnd] != '\n') {
                lineEnd++;
            }
            append(chunkStart, lineEnd);
            ended = lineEnd < chunkEnd;
            bytes += lineEnd - chunkStart + (ended ? 1 : 0);
            chunkStart = lineEnd + 1;
            if (ended) {
                break;
            }
        }
        if (begun) {
            number++;
        }
        return begun;
    }

    /** {@return the place of the line, 1 for the first} */
    long number() {
        return number;
    }

    /** {@return whether the line was ended by a line feed} */
    boolean isEnded() {
        return ended;
    }

    /** {@return how many bytes there were up to the end of the line, its line feed included} */
    long bytes() {
        return bytes;
    }

    /**
     * Returns the line without byte order mark and line break.
     *
     * @throws FieldException if it is not UTF-8, or longer than the format allows
     */
    String lineText() throws FieldException {
        if (tooLong || (length > Limits.LINE_BYTES && !isExport())) {
            throw new FieldException(
                    "", "the line has more than " + Limits.LINE_BYTES + " bytes: expected one event a line");
        }
        ByteBuffer bytes = content();
        int start = bytes.position();
        CharBuffer characters = CharBuffer.allocate(bytes.remaining());
        boolean isUtf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, characters, true)
                .isError();
        if (!isUtf8) {
            throw new FieldException(
                    "", "byte " + (bytes.position() - start + 1) + " of the line is not UTF-8: write the log as UTF-8");
        }
        return characters.flip().toString();
    }

    /** {@return the first 200 characters, safe to print, whatever the bytes are} */
    String excerpt() {
        ByteBuffer bytes = content();
        bytes.limit(bytes.position() + Math.min(bytes.remaining(), 1_000));
        return Excerpt.of(StandardCharsets.UTF_8.decode(bytes).toString());
    }

    /** What a journal holds, its export holds too, with some bytes more. */
    private boolean isExport() {
        return length >= ExportFormat.BEGINNING.length() && mayBeExport();
    }

    /** {@return whether the line begins as one of an export does, as far as it goes} */
    boolean mayBeExport() {
        byte[] beginning = ExportFormat.BEGINNING.getBytes(StandardCharsets.US_ASCII);
        int compared = Math.min(length, beginning.length);
        return Arrays.equals(line, 0, compared, beginning, 0, compared);
    }

    private ByteBuffer content() {
        boolean hasMark = number == 1
                && length >= 3
                && line[0] == (byte) 0xEF
                && line[1] == (byte) 0xBB
                && line[2] == (byte) 0xBF;
        int start = hasMark ? 3 : 0;
        int end = length > start && line[length - 1] == '\r' ? length - 1 : length;
        return ByteBuffer.wrap(line, start, end - start);
    }

    private boolean refill() throws IOException {
        chunkStart = 0;
        chunkEnd = Math.max(0, in.read(chunk));
        return chunkEnd > 0;
    }

    private void append(int from, int to) {
        int count = to - from;
        tooLong |= count > MOST_BYTES - length;
        if (tooLong) {
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.min(MOST_BYTES, Math.max(length + count, 2 * line.length)));
        }
        System.arraycopy(chunk, from, line, length, count);
        length += count;
    }
}
