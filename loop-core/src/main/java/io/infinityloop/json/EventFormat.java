package io.infinityloop.json;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Migrated;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The six event types of version 1, each with the fields that it is read from and written to. */
enum EventFormat {
    STARTED("started") {
        @Override
        LoopEvent read(EventMetadata metadata, Fields fields) throws FieldException {
            return new Started(
                    metadata,
                    loop(fields),
                    fields.word("stage", Stage.class),
                    fields.has("definition") ? DefinitionRefFormat.read("definition", fields) : null);
        }
    },
    RECORDED("recorded") {
        @Override
        LoopEvent read(EventMetadata metadata, Fields fields) throws FieldException {
            LoopId loop = fields.has("loop") ? loop(fields) : null;
            return new Recorded(metadata, loop, ArtifactFormats.read(fields.object("artifact")));
        }
    },
    ADVANCED("advanced") {
        @Override
        LoopEvent read(EventMetadata metadata, Fields fields) throws FieldException {
            LoopId loop = loop(fields);
            Transition transition = new Transition(fields.word("from", Stage.class), fields.word("to", Stage.class));
            Instant entered = fields.instant("entered");
            List<ArtifactRef> artifacts = fields.list("artifacts", ArtifactRef::parse);
            return fields.checked("entered", () -> new Advanced(metadata, loop, transition, entered, artifacts));
        }
    },
    RETURNED("returned") {
        @Override
        LoopEvent read(EventMetadata metadata, Fields fields) throws FieldException {
            LoopId loop = loop(fields);
            Stage from = fields.word("from", Stage.class);
            Stage to = fields.word("to", Stage.class);
            Instant entered = fields.instant("entered");
            String cause = fields.words("cause");
            String suspect = to.isBefore(from) ? "entered" : "to";
            return fields.checked(suspect, () -> new Returned(metadata, loop, from, to, entered, cause));
        }
    },
    MIGRATED("migrated") {
        @Override
        LoopEvent read(EventMetadata metadata, Fields fields) throws FieldException {
            return new Migrated(
                    metadata,
                    loop(fields),
                    DefinitionRefFormat.read("from", fields),
                    DefinitionRefFormat.read("to", fields));
        }
    },
    RETIRED("retired") {
        @Override
        LoopEvent read(EventMetadata metadata, Fields fields) throws FieldException {
            return new Retired(metadata, loop(fields), fields.words("reason"));
        }
    };

    private final String word;

    EventFormat(String word) {
        this.word = word;
    }

    /** {@return the type as it is written} */
    String word() {
        return word;
    }

    /** {@return the event with these metadata and fields} */
    abstract LoopEvent read(EventMetadata metadata, Fields fields) throws FieldException;

    /** {@return the metadata that events of every type have} */
    static EventMetadata metadata(Fields fields) throws FieldException {
        return new EventMetadata(
                fields.id("id"),
                fields.id("source"),
                fields.instant("at"),
                fields.labels("labels"),
                fields.word("trigger", Trigger.class, Trigger.UNKNOWN));
    }

    /** {@return the format of an event} */
    static EventFormat of(LoopEvent event) {
        if (event instanceof Recorded) {
            return RECORDED;
        }
        if (event instanceof Advanced) {
            return ADVANCED;
        }
        if (event instanceof Returned) {
            return RETURNED;
        }
        if (event instanceof Migrated) {
            return MIGRATED;
        }
        return event instanceof Started ? STARTED : RETIRED;
    }

    /** Writes the fields that only events of this type have. */
    static void writeOwn(LoopEvent event, FieldWriter out) throws IOException {
        if (event instanceof Started started) {
            out.word("stage", started.stage());
            if (started.definition() != null) {
                DefinitionRefFormat.write("definition", started.definition(), out);
            }
        } else if (event instanceof Recorded recorded) {
            write(recorded.artifact(), out);
        } else if (event instanceof Advanced advanced) {
            out.word("from", advanced.transition().from());
            out.word("to", advanced.transition().to());
            out.instant("entered", advanced.entered());
            out.list("artifacts", advanced.artifacts());
        } else if (event instanceof Returned returned) {
            out.word("from", returned.from());
            out.word("to", returned.to());
            out.instant("entered", returned.entered());
            out.text("cause", returned.cause());
        } else if (event instanceof Migrated migrated) {
            DefinitionRefFormat.write("from", migrated.from(), out);
            DefinitionRefFormat.write("to", migrated.to(), out);
        } else if (event instanceof Retired retired) {
            out.text("reason", retired.reason());
        }
    }

    private static void write(Artifact artifact, FieldWriter out) throws IOException {
        out.open("artifact");
        ArtifactFormats.write(artifact, out);
        out.close();
    }

    private static LoopId loop(Fields fields) throws FieldException {
        return fields.value("loop", LoopId::of);
    }
}
