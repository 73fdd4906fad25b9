package io.infinityloop.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.JsonText;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line: finds out whether this release knows what it holds, and if so, turns it into an event. */
final class EventLine {
    /** The version of the format that this release writes, and the highest that it reads. */
    static final int VERSION = 1;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String NAME_RULE =
            "' is not a name: expected letters, digits, dots, dashes and underscores, at most 100";

    private EventLine() {}

    /** {@return the line as an event, or as one of a type that is not known} */
    static Line read(long number, String text) throws FieldException {
        Fields fields = Fields.of(JsonText.parse(text));
        BigInteger version = version(fields);
        if (isLater(version)) {
            return new Line.Unknown(number, typeOfLaterVersion(fields) + "v" + version, text);
        }
        String type = name(fields, "type");
        Optional<EventFormat> format = format(type);
        if (format.isEmpty()) {
            return new Line.Unknown(number, type, text);
        }
        if (format.get() == EventFormat.RECORDED) {
            Fields artifact = fields.object("artifact");
            String kind = name(artifact, "kind");
            if (!ArtifactFormats.knows(artifact, kind)) {
                return new Line.Unknown(number, type + "/" + kind, text);
            }
        }
        return new Line.Known(number, format.get().read(EventFormat.metadata(fields), fields));
    }

    /** {@return source and id, which events of a type that is not known have as well} */
    static EventKey key(String text) throws FieldException {
        Fields fields = Fields.of(JsonText.parse(text));
        return new EventKey(fields.id("source"), fields.id("id"));
    }

    /** {@return the loop, null for an event without one} */
    static @Nullable LoopId loop(String text) throws FieldException {
        Fields fields = Fields.of(JsonText.parse(text));
        return fields.has("loop") ? fields.value("loop", LoopId::of) : null;
    }

    /** {@return the event that an object holds which must not be of a type that is not known} */
    static LoopEvent event(Fields fields) throws FieldException {
        requireKnown(fields);
        String type = fields.id("type");
        EventFormat format =
                format(type).orElseThrow(() -> fields.problem("type", "'" + Excerpt.of(type) + "' is not known"));
        return format.read(EventFormat.metadata(fields), fields);
    }

    /** Refuses what a later version of the format may mean otherwise. */
    static void requireKnown(Fields fields) throws FieldException {
        BigInteger version = version(fields);
        if (isLater(version)) {
            throw fields.problem("v", "a later release wrote version " + version + ": this one reads up to " + VERSION);
        }
    }

    private static boolean isLater(BigInteger version) {
        return version.compareTo(BigInteger.valueOf(VERSION)) > 0;
    }

    private static Optional<EventFormat> format(String type) {
        return Arrays.stream(EventFormat.values())
                .filter(known -> known.word().equals(type))
                .findFirst();
    }

    /** {@return the type and a slash; empty if there is none: a later version may put things otherwise} */
    private static String typeOfLaterVersion(Fields fields) {
        JsonNode type = fields.raw("type");
        return type != null && NAME.matcher(type.asText()).matches() ? type.asText() + "/" : "";
    }

    /** A type or kind that no release could have written is a mistake and not merely unknown. */
    private static String name(Fields fields, String field) throws FieldException {
        String name = fields.id(field);
        if (!NAME.matcher(name).matches()) {
            throw fields.problem(field, "'" + Excerpt.of(name) + NAME_RULE);
        }
        return name;
    }

    private static BigInteger version(Fields fields) throws FieldException {
        JsonNode version = fields.raw("v");
        if (version == null || version.isNull()) {
            return BigInteger.ONE;
        }
        if (!version.isIntegralNumber() || version.bigIntegerValue().signum() <= 0) {
            throw fields.problem("v", "not a version of the format: expected a whole number from 1");
        }
        return version.bigIntegerValue();
    }
}
