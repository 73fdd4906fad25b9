package io.infinityloop.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the library's own log from others. */
final class NativeLog {
    private static final Pattern TYPE =
            Pattern.compile("\"type\"\\s*:\\s*\"(started|recorded|advanced|returned|migrated|retired)\"");
    private static final List<Pattern> FIELDS = Stream.of("type", "id", "source", "at")
            .map(name -> Pattern.compile("\"" + name + "\"\\s*:"))
            .toList();
    private static final Pattern VERSION = Pattern.compile("\\{\\s*\"v\"\\s*:\\s*\\d");

    private NativeLog() {}

    /** Whether it begins as one of our own does, or as nothing that another tool would write. */
    static boolean begins(String beginning) {
        String text = beginning.strip();
        return text.isEmpty()
                || VERSION.matcher(text).find()
                || TYPE.matcher(text).find()
                || hasFields(text)
                || !(text.startsWith("{") || text.startsWith("[") || text.startsWith("<") || text.contains(","));
    }

    /** Whether the first line has what every event of ours has, whatever its type. */
    private static boolean hasFields(String text) {
        String first = text.lines().findFirst().orElse("");
        return FIELDS.stream().allMatch(field -> field.matcher(first).find());
    }
}
