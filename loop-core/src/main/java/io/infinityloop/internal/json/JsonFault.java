package io.infinityloop.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;

/** Says in our words what is wrong with the JSON of a line or of a record. */
enum JsonFault {
    /** One object a line, whose fields are told by paths such as {@code parts[3].name}. */
    LINE("line", ": expected one object a line") {
        @Override
        String place(JsonStreamContext context) {
            JsonStreamContext parent = context.getParent();
            if (parent == null) {
                return "";
            }
            if (context.inArray()) {
                return place(parent) + "[" + context.getCurrentIndex() + "]";
            }
            String before = place(parent);
            return before.isEmpty() ? context.getCurrentName() : before + "." + context.getCurrentName();
        }

        @Override
        String cutOff(JsonStreamContext context) {
            return "";
        }

        @Override
        FieldException malformed(JsonProcessingException broken, String reason, JsonStreamContext context) {
            return new FieldException(
                    "",
                    "not well-formed JSON at character " + broken.getLocation().getColumnNr() + ": " + reason);
        }
    },

    /** A record of one line or many, whose fields are told by pointers such as {@code /parts/3/name}. */
    RECORD("record", "") {
        @Override
        String place(JsonStreamContext context) {
            return context.pathAsPointer().toString();
        }

        @Override
        String cutOff(JsonStreamContext context) {
            return place(context);
        }

        @Override
        FieldException malformed(JsonProcessingException broken, String reason, JsonStreamContext context) {
            int line = broken.getLocation().getLineNr();
            return new FieldException(
                    place(context),
                    "not well-formed JSON " + (line > 1 ? "in line " + line + " of the record, " : "") + "at character "
                            + broken.getLocation().getColumnNr() + ": " + reason);
        }
    };

    private final String unit;
    private final String rule;

    JsonFault(String unit, String rule) {
        this.unit = unit;
        this.rule = rule;
    }

    /** {@return where a parser is} */
    abstract String place(JsonStreamContext context);

    abstract FieldException malformed(JsonProcessingException broken, String reason, JsonStreamContext context);

    /** {@return what is told as the field of what was cut off} */
    abstract String cutOff(JsonStreamContext context);

    FieldException more() {
        return new FieldException("", "more text follows the JSON object" + rule);
    }

    FieldException exponent(JsonStreamContext context) {
        return new FieldException(place(context), "the exponent of the number is too large to be one");
    }

    FieldException beyond(String message, JsonStreamContext context) {
        if (message.contains("nesting depth")) {
            return new FieldException(
                    "", "objects and lists are nested too deep: at most " + Limits.DEPTH + " levels are accepted");
        }
        if (message.startsWith("Token count")) {
            return new FieldException("", "more than " + Limits.TOKENS + " names and values in one " + unit);
        }
        if (message.startsWith("Name")) {
            return new FieldException("", "a field name has more than " + Limits.NAME_CHARACTERS + " characters");
        }
        return new FieldException(
                place(context),
                message.startsWith("Number")
                        ? "the number is too long: at most " + Limits.DIGITS + " digits are accepted"
                        : "the text is too long: at most " + Limits.TEXT_CHARACTERS + " characters are accepted");
    }

    FieldException broken(JsonProcessingException broken, JsonStreamContext context) {
        String message = broken.getOriginalMessage();
        if (message.startsWith("Duplicate")) {
            return new FieldException(place(context), "the field is there twice: expected it once");
        }
        if (message.startsWith("Unexpected end-of-input")) {
            return new FieldException(
                    cutOff(context), "the " + unit + " ends in the middle of its JSON: it was cut off");
        }
        // What follows speaks of the parser's settings, which a reader of the log can not change.
        return malformed(broken, message.replaceFirst("(?s)(: enable| \\(for| \\(start marker) .*", ""), context);
    }
}
