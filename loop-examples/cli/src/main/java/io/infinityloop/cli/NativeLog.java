package io.infinityloop.cli;

import java.util.regex.Pattern;

/** Tells the library's own log from others. */
final class NativeLog {
    private static final Pattern TYPE =
            Pattern.compile("\"type\"\\s*:\\s*\"(started|recorded|advanced|returned|migrated|retired)\"");
    private static final Pattern VERSION = Pattern.compile("\\{\\s*\"v\"\\s*:\\s*\\d");

    private NativeLog() {}

    /** Whether it begins as one of our own does, or as nothing that another tool would write. */
    static boolean begins(String beginning) {
        String text = beginning.strip();
        return text.isEmpty()
                || VERSION.matcher(text).find()
                || TYPE.matcher(text).find()
                || !(text.startsWith("{") || text.startsWith("[") || text.startsWith("<") || text.contains(","));
    }
}
