package io.infinityloop.webhook;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.internal.Chain;
import io.infinityloop.source.Format;
import io.infinityloop.source.Formats;
import io.infinityloop.source.Leftover;
import io.infinityloop.source.SourceReader;
import io.infinityloop.webhook.Received.Accepted;
import io.infinityloop.webhook.Received.Reason;
import io.infinityloop.webhook.Received.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Receives webhooks. A delivery is taken if it shows that it comes from a sender whose secret is known, is not too long
 * and was not received before; its events are then given to whoever keeps them, and only then is it acknowledged. If
 * keeping them fails, the exception comes out of {@link #receive}, the delivery is not remembered, and the sender may
 * try again.
 *
 * <p>Who sends something again under another id gains nothing: the events bear ids of their own, made from what they
 * say, and a journal passes over what it has.
 *
 * <p>Safe for use by many threads; deliveries are taken one at a time.
 *
 * @since 0.1
 */
public final class WebhookReceiver {
    private static final int MOST_OWED = 1_000;

    private final Consumer<? super List<LoopEvent>> keeper;
    private final Map<Sender, List<String>> secrets;
    private final boolean takesUnsigned;
    private final int mostBytes;
    private final InstantSource clock;
    private final Remembered remembered;
    private final Function<? super List<Format>, SourceReader.Builder> readers;
    private final Map<String, SourceReader> byFormat = new TreeMap<>();
    private final List<Leftover> leftovers = new ArrayList<>();

    /** The events that could not be kept, by the id of their delivery. */
    private final Map<String, List<LoopEvent>> owed = new LinkedHashMap<>();

    private WebhookReceiver(Builder builder) {
        this.keeper = builder.keeper;
        this.secrets = builder.secrets;
        this.takesUnsigned = builder.takesUnsigned;
        this.mostBytes = builder.mostBytes;
        this.clock = builder.clock;
        this.remembered = new Remembered(builder.remembered);
        this.readers = builder.readers;
    }

    /**
     * Begins a receiver.
     *
     * @param keeper is given the events of a delivery, at least one; when it returns, they are kept for good. A journal
     *     is one: {@code events -> journal.observe(…)}
     * @param clock tells how old a signed delivery is
     * @return the builder
     */
    public static Builder builder(Consumer<? super List<LoopEvent>> keeper, InstantSource clock) {
        return new Builder(requireNonNull(keeper, "keeper"), requireNonNull(clock, "clock"));
    }

    /**
     * Receives a delivery.
     *
     * @param headers the headers as they came, their names in any case
     * @param body the bytes as they came
     * @return what became of it; if it is accepted, its events are kept
     */
    public Received receive(Map<String, List<String>> headers, byte[] body) {
        if (body.length > mostBytes) {
            return new Refused(Reason.TOO_LARGE, "the body has more than " + mostBytes + " bytes");
        }
        Headers known = Headers.of(headers);
        Sender sender = sender(known);
        if (sender == null) {
            if (!takesUnsigned) {
                return new Refused(
                        Reason.NOT_SIGNED,
                        "the delivery bears no signature for which a secret is set: set the secret at the sender");
            }
        } else {
            Refused refused =
                    Signature.check(sender, secrets.getOrDefault(sender, List.of()), known, body, clock.instant());
            if (refused != null) {
                return refused;
            }
        }
        return take(sender == null ? "" : sender.format(), known, body);
    }

    /** A delivery that could be signed is not taken for one that only holds a token. */
    private @Nullable Sender sender(Headers headers) {
        return secrets.keySet().stream()
                .filter(sender -> headers.has(header(sender)))
                .findFirst()
                .filter(sender -> sender != Sender.GITLAB || !secrets.containsKey(Sender.GITLAB_SIGNED))
                .orElse(null);
    }

    private static String header(Sender sender) {
        return switch (sender) {
            case GITHUB -> "x-hub-signature-256";
            case GITLAB_SIGNED -> "webhook-signature";
            case GITLAB -> "x-gitlab-token";
            case PAGERDUTY -> "x-pagerduty-signature";
            case BEARER -> "authorization";
        };
    }

    private synchronized Received take(String format, Headers headers, byte[] body) {
        String id = id(format, headers, body);
        if (remembered.has(id)) {
            return new Refused(Reason.REPLAYED, "the delivery was received before");
        }
        Set<LoopEvent> events = new LinkedHashSet<>(owed.getOrDefault(id, List.of()));
        leftovers.clear();
        read(format, headers, content(headers, body), events);
        List<Leftover> rejected = leftovers.stream()
                .filter(leftover -> leftover.cause() == Leftover.Cause.REJECTED)
                .toList();
        if (events.isEmpty() && !rejected.isEmpty()) {
            return unreadable(rejected.get(0));
        }
        if (!events.isEmpty()) {
            keep(id, List.copyOf(events));
        }
        remembered.add(id);
        return new Accepted(events.size(), leftovers.size() - rejected.size(), rejected.size());
    }

    /** When the delivery comes again, its records may tell the reader nothing new. */
    private void keep(String id, List<LoopEvent> events) {
        owed.remove(id);
        boolean isKept = false;
        try {
            keeper.accept(events);
            isKept = true;
        } finally {
            if (!isKept) {
                owe(id, events);
            }
        }
    }

    private void owe(String id, List<LoopEvent> events) {
        owed.put(id, events);
        if (owed.size() > MOST_OWED) {
            owed.remove(owed.keySet().iterator().next());
        }
    }

    private static Refused unreadable(Leftover broken) {
        String field = broken.field().isEmpty() ? "" : "field " + broken.field() + ": ";
        return new Refused(Reason.UNREADABLE, field + broken.problem());
    }

    private void read(String format, Headers headers, byte[] content, Set<LoopEvent> events) {
        SourceReader reader = byFormat.computeIfAbsent(format, this::reader);
        try {
            reader.read(new ByteArrayInputStream(content), headers.values(), events::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private SourceReader reader(String format) {
        List<Format> formats =
                format.isEmpty() ? Formats.all() : List.of(Formats.named(format).orElseThrow());
        return readers.apply(formats).leftovers(leftovers::add).build();
    }

    /** Without an id of the sender's the bytes themselves are one. */
    private static String id(String format, Headers headers, byte[] body) {
        for (String name : List.of("x-github-delivery", "webhook-id", "idempotency-key")) {
            if (headers.has(name)) {
                return format + ":" + headers.get(name);
            }
        }
        return format + ":" + Chain.sha256(body);
    }

    /** GitHub can send its JSON as the field of a form. */
    private static byte[] content(Headers headers, byte[] body) {
        if (!headers.get("content-type").startsWith("application/x-www-form-urlencoded")) {
            return body;
        }
        String form = new String(body, StandardCharsets.UTF_8);
        for (String field : form.split("&", -1)) {
            if (field.startsWith("payload=")) {
                return decoded(field.substring("payload=".length()));
            }
        }
        return body;
    }

    private static byte[] decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return value.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Builds receivers. Not safe for use by many threads. */
    public static final class Builder {
        private final Consumer<? super List<LoopEvent>> keeper;
        private final InstantSource clock;
        private final Map<Sender, List<String>> secrets = new EnumMap<>(Sender.class);
        private boolean takesUnsigned;
        private int mostBytes = 8 << 20;
        private int remembered = 100_000;
        private Function<? super List<Format>, SourceReader.Builder> readers = Builder::ofAll;

        private Builder(Consumer<? super List<LoopEvent>> keeper, InstantSource clock) {
            this.keeper = keeper;
            this.clock = clock;
        }

        /**
         * Sets a secret of a sender. A sender may have several, so that one can be changed for another without a gap.
         *
         * @param sender the sender
         * @param secret the secret, at least 8 characters; of {@link Sender#GITLAB_SIGNED} in the form {@code whsec_}
         *     and Base64
         * @return this
         * @throws IllegalArgumentException if it is shorter, or of another form
         */
        public Builder secret(Sender sender, String secret) {
            if (sender == Sender.GITLAB_SIGNED && !secret.matches("whsec_[A-Za-z0-9+/]{11,}={0,2}")) {
                throw new IllegalArgumentException(
                        "the signing token is not of the form whsec_ and Base64, as GitLab shows it");
            }
            if (secret.length() < 8) {
                throw new IllegalArgumentException("the secret for " + sender
                        + " has fewer than 8 characters: expected one that can not be guessed");
            }
            secrets.computeIfAbsent(requireNonNull(sender, "sender"), same -> new ArrayList<>())
                    .add(secret);
            return this;
        }

        /**
         * Takes deliveries without a signature too; for a receiver that only trusted programs can reach.
         *
         * @return this
         */
        public Builder unsigned() {
            takesUnsigned = true;
            return this;
        }

        /**
         * Says how many bytes a body may have; 8 MiB unless said.
         *
         * @param bytes the number, at least 1
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder bodyOfAtMost(int bytes) {
            mostBytes = positive("bytes", bytes);
            return this;
        }

        /**
         * Says how many deliveries are remembered, so as to refuse them when they come again; 100,000 unless said.
         *
         * @param deliveries the number, at least 1
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder remembering(int deliveries) {
            remembered = positive("deliveries", deliveries);
            return this;
        }

        /**
         * Says how records are read; as {@link SourceReader#builder()} does unless said. The leftovers are set by the
         * receiver.
         *
         * @param builders given the formats that a sender may send, gives a new builder of a reader of these alone
         * @return this
         */
        public Builder reading(Function<? super List<Format>, SourceReader.Builder> builders) {
            readers = requireNonNull(builders, "builders");
            return this;
        }

        private static SourceReader.Builder ofAll(List<Format> formats) {
            SourceReader.Builder reader = SourceReader.builder();
            formats.forEach(reader::format);
            return reader;
        }

        /** {@return the receiver} */
        public WebhookReceiver build() {
            return new WebhookReceiver(this);
        }

        private static int positive(String what, int number) {
            if (number < 1) {
                throw new IllegalArgumentException(number + " " + what + ": expected at least 1");
            }
            return number;
        }
    }
}
