package io.infinityloop.benchmarks;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events of one loop after the other, of about 400 bytes each. */
final class Events {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");
    private static final String NOTE = "the queue was longer than usual after the sale began. ".repeat(4);

    private final LoopId loop;
    private long revision;

    Events(String loop) {
        this.loop = LoopId.of(loop);
    }

    LoopId loop() {
        return loop;
    }

    /** {@return how many events were made} */
    long revision() {
        return revision;
    }

    Stream<LoopEvent> next(int count) {
        return IntStream.range(0, count).mapToObj(i -> next());
    }

    LoopEvent next() {
        revision++;
        String id = loop.value() + "-" + revision;
        return new Recorded(EventMetadata.of(id, "benchmark", AT), loop, OperationRecord.of(id, AT, NOTE));
    }
}
