package io.infinityloop.cli.serve;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import io.infinityloop.webhook.WebhookReceiver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Receives webhooks over HTTP and shows a report. A delivery is answered with 200 after the receiver has kept it, and
 * with 503 if its journal fails.
 */
public final class LoopServer implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpServer server;
    private final ExecutorService threads;
    private final Work work;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private LoopServer(HttpServer server, ExecutorService threads, Work work) {
        this.server = server;
        this.threads = threads;
        this.work = work;
    }

    /**
     * Begins a server.
     *
     * @param receiver takes deliveries of up to 8 MiB
     * @param access who may see and send what
     * @return the builder
     */
    public static Builder builder(WebhookReceiver receiver, Access access) {
        return new Builder(receiver, access);
    }

    /** {@return where it listens} */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /**
     * Stops: nothing new is begun, and what was begun is answered, unless that takes more than 15 seconds. What is not
     * answered by then is broken off, unacknowledged.
     */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            work.stop(PATIENCE);
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /** Builds servers. Not safe for use by many threads. */
    public static final class Builder {
        final WebhookReceiver receiver;
        final Access access;
        Supplier<Answer> report = () -> Answer.of(404, "there is no report");
        Supplier<Answer> health = () -> Answer.of(200, "ok");
        Consumer<String> complaints = sentence -> {};

        private Builder(WebhookReceiver receiver, Access access) {
            this.receiver = requireNonNull(receiver, "receiver");
            this.access = requireNonNull(access, "access");
        }

        /**
         * Says what is shown.
         *
         * @param shown gives the report as it is now
         * @return this
         */
        public Builder report(Supplier<Answer> shown) {
            report = requireNonNull(shown, "shown");
            return this;
        }

        /**
         * Says how the server is.
         *
         * @param told gives an answer of status 200 if all is well
         * @return this
         */
        public Builder health(Supplier<Answer> told) {
            health = requireNonNull(told, "told");
            return this;
        }

        /**
         * Says who hears of what went wrong.
         *
         * @param heard is given a sentence, which is not told to the client
         * @return this
         */
        public Builder complaints(Consumer<String> heard) {
            complaints = requireNonNull(heard, "heard");
            return this;
        }

        /**
         * Starts the server.
         *
         * @param where the address; port 0 takes any that is free
         * @return the server, which listens
         * @throws IOException if the address can not be listened on
         */
        public LoopServer start(InetSocketAddress where) throws IOException {
            HttpLimits.set();
            HttpServer server = HttpServer.create(where, BACKLOG);
            Work work = new Work();
            ExecutorService threads = Executors.newFixedThreadPool(HttpLimits.CONNECTIONS);
            server.setExecutor(threads);
            server.createContext("/", new Desk(work, this));
            server.start();
            return new LoopServer(server, threads, work);
        }
    }
}
