package io.infinityloop.cli.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client is told.
 *
 * @param status the status code
 * @param text the body, without anything that the client must not know
 * @param headers further headers
 */
public record Answer(int status, String text, Map<String, String> headers) {
    /** Creates an answer. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /**
     * Returns an answer of one sentence.
     *
     * @param status the status code
     * @param sentence the sentence, without a line feed at its end
     * @return the answer
     */
    public static Answer of(int status, String sentence) {
        return new Answer(status, sentence + "\n", Map.of());
    }

    /**
     * Returns this answer with one more header.
     *
     * @param name its name
     * @param value its value
     * @return the answer
     */
    public Answer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, text, more);
    }

    /** Sends it; what is left of the request is not read. */
    void send(HttpExchange exchange) throws IOException {
        Headers all = exchange.getResponseHeaders();
        all.set("Content-Type", "text/plain; charset=utf-8");
        all.set("Cache-Control", "no-store");
        all.set("X-Content-Type-Options", "nosniff");
        all.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.forEach(all::set);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            OutputStream out = exchange.getResponseBody();
            out.write(body);
            // Newer JDKs keep it until the exchange is closed, which waits for the rest of the request.
            out.flush();
        }
    }
}
