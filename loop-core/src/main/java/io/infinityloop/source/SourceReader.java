package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads foreign records and turns them into events. The formats are told apart by what the records look like, unless
 * one is chosen.
 *
 * <p>Nothing in the input stops the reading: each record is mapped, passed over or rejected, and the next one is read
 * whatever became of this one. No more than one record is held at a time; besides, what several records tell of one
 * thing is remembered for the {@linkplain Builder#remembering things last heard of}.
 *
 * <p>One reader may read several streams one after another, and goes on counting. Not safe for use by many threads:
 * give each its own.
 *
 * @since 0.1
 */
public final class SourceReader {
    private final List<Format> formats;
    private final Assembly assembly;
    private final Lives lives;
    private final @Nullable Instant undated;
    private final Consumer<? super Leftover> leftovers;
    private final Counting counting = new Counting();
    private @Nullable Format last;

    private SourceReader(Builder builder) {
        this.formats = builder.formats.isEmpty() ? Formats.all() : List.copyOf(builder.formats);
        this.assembly = new Assembly(builder.environments, builder.services);
        this.lives = new Lives(builder.remembered);
        this.undated = builder.undated;
        this.leftovers = builder.leftovers;
    }

    /** {@return a builder of a reader of all formats} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a stream to its end.
     *
     * @param in the records; it is not closed
     * @param events is given the events, record by record; what it throws ends the reading and comes out of this method
     * @return what became of all records that this reader has read so far
     * @throws IOException if the stream can not be read
     */
    public Reading read(InputStream in, Consumer<? super LoopEvent> events) throws IOException {
        return read(in, Map.of(), events);
    }

    /**
     * Reads records that came with headers, as the body of a request does.
     *
     * @param in the records; it is not closed
     * @param headers the headers, their names in lower case
     * @param events is given the events, record by record; what it throws ends the reading and comes out of this method
     * @return what became of all records that this reader has read so far
     * @throws IOException if the stream can not be read
     */
    public Reading read(InputStream in, Map<String, String> headers, Consumer<? super LoopEvent> events)
            throws IOException {
        requireNonNull(events, "events");
        Map<String, String> kept = Map.copyOf(headers);
        Records records = Cutter.of(requireNonNull(in, "in"));
        for (Cut cut = records.next(); cut != null; cut = records.next()) {
            counting.record();
            if (cut instanceof Cut.Whole whole) {
                record(kept.isEmpty() ? whole.payload() : whole.payload().with(kept))
                        .forEach(events);
            } else if (cut instanceof Cut.Broken broken) {
                leave(broken.leftover(), "");
            }
        }
        return reading();
    }

    /** {@return what became of all records so far} */
    public Reading reading() {
        return counting.reading(lives.forgotten());
    }

    private List<LoopEvent> record(Payload payload) {
        Taken taken = taken(payload);
        if (taken == null) {
            leave(leftover(Leftover.Cause.UNKNOWN, payload, "", "no format that is known takes the record"), "");
            return List.of();
        }
        Format format = taken.format;
        String type = taken.type;
        counting.taken(format.name());
        if (format.table().ignores(type)) {
            leave(leftover(Leftover.Cause.IGNORED, payload, type, "says nothing about the loop"), format.name());
            return List.of();
        }
        try {
            List<Draft> drafts = new ArrayList<>(1);
            format.read(type, payload, drafts::add);
            return events(format, type, payload, drafts);
        } catch (RejectedRecordException rejected) {
            leave(payload.rejected(type, rejected), format.name());
            return List.of();
        }
    }

    private List<LoopEvent> events(Format format, String type, Payload payload, List<Draft> drafts)
            throws RejectedRecordException {
        if (drafts.isEmpty() && !format.table().reads(type)) {
            leave(
                    leftover(Leftover.Cause.UNKNOWN, payload, type, "the type is not known to " + format.name()),
                    format.name());
            return List.of();
        }
        List<LoopEvent> events = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            date(draft, format);
            Optional<Draft> whole = whole(format, type, draft, drafts.size() > 1);
            if (whole.isPresent()) {
                Recorded event = assembly.event(whole.get());
                guess(whole.get());
                events.add(event);
            }
        }
        counting.mapped(events.size());
        format.untold(type, payload).forEach((what, number) -> counting.untold(format.name(), what, number));
        return events;
    }

    private void date(Draft draft, Format format) {
        if (undated != null && draft.happened() == null) {
            draft.put(Field.HAPPENED, undated);
            counting.untold(format.name(), "instants", 1);
        }
    }

    /** Puts a fragment to what is known; of several things in a record each event needs a name of its own. */
    private Optional<Draft> whole(Format format, String type, Draft draft, boolean isOneOfMany)
            throws RejectedRecordException {
        Instant happened = Assembly.happened(draft);
        if (!draft.eventId().isEmpty() && isOneOfMany) {
            draft.event(draft.eventId() + "/" + draft.kind() + "/" + draft.id());
        }
        draft.event(Assembly.eventId(draft, happened));
        return format.table().isFragment(type, draft.kind()) ? lives.add(draft, happened) : Optional.of(draft);
    }

    private void guess(Draft draft) {
        Environments.Verdict verdict = assembly.environment(draft);
        if (verdict.isGuess()) {
            counting.guess(draft.text(Field.ENVIRONMENT, "") + ": " + verdict.environment());
        }
    }

    /** Records of one stream are mostly of one format: the last one is asked first. */
    private @Nullable Taken taken(Payload payload) {
        Taken again = last == null ? null : taken(last, payload);
        if (again != null) {
            return again;
        }
        for (Format format : formats) {
            Taken taken = taken(format, payload);
            if (taken != null) {
                last = format;
                return taken;
            }
        }
        return null;
    }

    private static @Nullable Taken taken(Format format, Payload payload) {
        return format.type(payload).map(type -> new Taken(format, type)).orElse(null);
    }

    /**
     * Whose a record is.
     *
     * @param format the format that takes it
     * @param type its type there
     */
    private record Taken(Format format, String type) {}

    private static Leftover leftover(Leftover.Cause cause, Payload payload, String type, String problem) {
        return new Leftover(cause, payload.number(), payload.line(), type, "", problem, payload.raw());
    }

    private void leave(Leftover leftover, String format) {
        counting.leftover(leftover, format);
        leftovers.accept(leftover);
    }

    /** Builds readers. Not safe for use by many threads. */
    public static final class Builder {
        private final List<Format> formats = new ArrayList<>();
        private Environments environments = Environments.byName();
        private Function<String, Optional<String>> services = Optional::of;
        private Consumer<? super Leftover> leftovers = leftover -> {};
        private @Nullable Instant undated;
        private int remembered = 100_000;

        private Builder() {}

        /**
         * Adds a format that is read; without any, all that are known are.
         *
         * @param format the format
         * @return this
         */
        public Builder format(Format format) {
            formats.add(requireNonNull(format, "format"));
            return this;
        }

        /**
         * Says what the names of environments mean; tiers and names unless said.
         *
         * @param rules the rules
         * @return this
         */
        public Builder environments(Environments rules) {
            environments = requireNonNull(rules, "rules");
            return this;
        }

        /**
         * Says which service comes from a repository where a record names none; one of the same name unless said.
         *
         * @param rule given the repository, returns the service; empty where several come from it or nobody knows
         * @return this
         */
        public Builder services(Function<String, Optional<String>> rule) {
            services = requireNonNull(rule, "rule");
            return this;
        }

        /**
         * Says when that happened of which the records do not tell when: the time of the file, or of the receipt.
         * Without it such records are rejected. How many there were is among what is {@linkplain Reading#untold
         * untold}.
         *
         * @param instant when; how long something took does not follow from it
         * @return this
         */
        public Builder undated(Instant instant) {
            undated = requireNonNull(instant, "instant");
            return this;
        }

        /**
         * Says who is given the records of which no event was made, as they came.
         *
         * @param sink is called for each, in the order of the records
         * @return this
         */
        public Builder leftovers(Consumer<? super Leftover> sink) {
            leftovers = requireNonNull(sink, "sink");
            return this;
        }

        /**
         * Says how many things are remembered of which records tell one part each; 100,000 unless said. Each costs
         * about a kilobyte.
         *
         * @param things the number, at least 1
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder remembering(int things) {
            if (things < 1) {
                throw new IllegalArgumentException(things + " things can not be remembered: expected at least 1");
            }
            remembered = things;
            return this;
        }

        /** {@return the reader} */
        public SourceReader build() {
            return new SourceReader(this);
        }
    }
}
