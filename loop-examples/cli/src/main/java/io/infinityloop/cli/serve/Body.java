package io.infinityloop.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.concurrent.Semaphore;

/** Reads the bodies of requests, few long ones at a time. Safe for use by many threads. */
final class Body {
    /** Answers a request whose body is not read. */
    static final class RefusedException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        RefusedException(Answer answer) {
            super(answer.text());
            this.answer = answer.with("Connection", "close");
        }

        Answer answer() {
            return answer;
        }
    }

    private static final int PART = 1 << 14;
    private static final int SHORT = 1 << 18;
    private static final int LONG_ONES = 4;

    private final int most;
    private final Semaphore longOnes = new Semaphore(LONG_ONES);

    Body(int most) {
        this.most = most;
    }

    /**
     * Reads a body to its end.
     *
     * @throws RefusedException if it is too long, of which no more than one byte is read, or there are too many long
     *     ones
     * @throws IOException if the client is gone, or too slow, before all is there
     */
    byte[] read(HttpExchange exchange) throws IOException, RefusedException {
        long told = told(exchange);
        if (told > most) {
            throw tooLong();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean isWhole = read(exchange.getRequestBody(), SHORT, all);
        if (!isWhole) {
            isWhole = readLong(exchange.getRequestBody(), all);
        }
        if (told >= 0 && all.size() < told) {
            throw new EOFException("the client was gone after " + all.size() + " of " + told + " bytes");
        }
        if (!isWhole) {
            throw tooLong();
        }
        return all.toByteArray();
    }

    private RefusedException tooLong() {
        return new RefusedException(Answer.of(413, "the body has more than " + most + " bytes"));
    }

    private boolean readLong(InputStream in, ByteArrayOutputStream all) throws IOException, RefusedException {
        if (!longOnes.tryAcquire()) {
            throw new RefusedException(Answer.of(503, "too many long deliveries at a time: send it again later")
                    .with("Retry-After", Desk.AGAIN_SECONDS));
        }
        try {
            return read(in, most, all);
        } finally {
            longOnes.release();
        }
    }

    /**
     * Reads on to the end, or to the first byte after a length. Not left to readNBytes, which would wait for the next
     * chunk of what is long enough already.
     */
    private static boolean read(InputStream in, int most, ByteArrayOutputStream all) throws IOException {
        byte[] part = new byte[PART];
        while (all.size() <= most) {
            int length = in.read(part, 0, Math.min(PART, most + 1 - all.size()));
            if (length < 0) {
                return true;
            }
            all.write(part, 0, length);
        }
        return false;
    }

    /** How long the client says it is; -1 if it does not. The server has refused what is no number. */
    private static long told(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }
}
