package io.infinityloop.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.infinityloop.jdbc.JournalException;
import io.infinityloop.webhook.Received;
import io.infinityloop.webhook.WebhookReceiver;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers requests: {@code POST} brings a delivery, whatever the path; {@code GET /} shows the report; {@code GET
 * /health} tells whether the journal can be read. Safe for use by many threads.
 */
final class Desk implements HttpHandler {
    /** As the receiver. */
    private static final int MOST_BYTES = 8 << 20;

    static final String AGAIN_SECONDS = "30";

    private final Body bodies = new Body(MOST_BYTES);

    private final Work work;
    private final WebhookReceiver receiver;
    private final Supplier<Answer> report;
    private final Supplier<Answer> health;
    private final Access access;
    private final Consumer<String> complaints;

    Desk(Work work, LoopServer.Builder builder) {
        this.work = work;
        this.receiver = builder.receiver;
        this.report = builder.report;
        this.health = builder.health;
        this.access = builder.access;
        this.complaints = builder.complaints;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!work.begin()) {
            try (exchange) {
                stopping().with("Connection", "close").send(exchange);
            }
            return;
        }
        try (exchange) {
            answer(exchange).send(exchange);
        } finally {
            work.end();
        }
    }

    private static Answer stopping() {
        return Answer.of(503, "the server is stopping: send it again later").with("Retry-After", AGAIN_SECONDS);
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return switch (exchange.getRequestMethod()) {
                case "POST" -> delivery(exchange);
                case "GET" -> page(exchange);
                default ->
                    Answer.of(405, "expected POST with a delivery, or GET for the report")
                            .with("Allow", "GET, POST");
            };
        } catch (JournalException failed) {
            complaints.accept(Objects.requireNonNull(failed.getMessage()));
            return Answer.of(503, "the journal can not be reached: send it again later")
                    .with("Retry-After", AGAIN_SECONDS);
        } catch (RuntimeException fault) {
            complaints.accept(
                    exchange.getRequestMethod() + " was answered with 500, and nothing of it is kept: " + fault);
            return Answer.of(500, "the server failed, and nothing of the request is kept");
        }
    }

    private Answer delivery(HttpExchange exchange) throws IOException {
        Optional<Answer> refused = access.refusedDelivery(exchange.getRequestHeaders());
        if (refused.isPresent()) {
            return refused.get().with("Connection", "close");
        }
        try {
            Received received = receiver.receive(exchange.getRequestHeaders(), bodies.read(exchange));
            return Answer.of(received.status(), received.message());
        } catch (Body.RefusedException unread) {
            return unread.answer();
        }
    }

    private Answer page(HttpExchange exchange) {
        return switch (exchange.getRequestURI().getPath()) {
            case "/" -> access.refusedReport(exchange.getRequestHeaders()).orElseGet(report);
            case "/health" -> health.get();
            default -> Answer.of(404, "there is the report at / and the state of the server at /health");
        };
    }
}
