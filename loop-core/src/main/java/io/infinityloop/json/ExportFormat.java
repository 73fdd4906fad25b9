package io.infinityloop.json;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.internal.json.FieldException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first member of each line of an export. Not read as JSON: the bytes of the event are to come out as they were.
 */
final class ExportFormat {
    /** What the member takes at most, besides the event. */
    static final int BYTES = 200;

    /** What a line of an export begins with. */
    static final String BEGINNING = "{\"journal\":{";

    private static final Pattern MEMBER =
            Pattern.compile("\\{\"journal\":\\{\"position\":([1-9][0-9]{0,17}),\"revision\":(0|[1-9][0-9]{0,17}),"
                    + "\"hash\":\"([0-9a-f]{64})\"\\},");

    private ExportFormat() {}

    static String write(JournalLine line) {
        return BEGINNING + "\"position\":" + line.position() + ",\"revision\":" + line.revision() + ",\"hash\":\""
                + line.hash() + "\"}," + line.text().substring(1);
    }

    static JournalLine read(String line) throws FieldException {
        Matcher member = MEMBER.matcher(line);
        if (!member.lookingAt()) {
            throw new FieldException(
                    "",
                    "it is no line of an export, which begins with " + BEGINNING
                            + "\"position\":1,\"revision\":1,\"hash\":\"…\"}, in exactly this form");
        }
        return new JournalLine(
                Long.parseLong(member.group(1)),
                Long.parseLong(member.group(2)),
                member.group(3),
                "{" + line.substring(member.end()));
    }

    /** Puts together a line and what was read from its text. */
    static JournalLines.Incoming incoming(JournalLine line, Line read) throws FieldException {
        LoopEvent event = read instanceof Line.Known known ? known.event() : null;
        EventKey key = event == null ? EventLine.key(line.text()) : event.key();
        LoopId loop = event == null ? EventLine.loop(line.text()) : event.loop();
        if ((loop == null) != (line.revision() == 0)) {
            throw new FieldException(
                    "journal.revision",
                    loop == null
                            ? line.revision() + " was given: expected 0 for an event without a loop"
                            : "0 was given: expected a revision from 1 on for an event of a loop");
        }
        return new JournalLines.Incoming(line, key, loop, event);
    }
}
