package io.infinityloop.jdbc;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of SQLite. */
final class SqliteVersion {
    /** Versions before it can corrupt a file in WAL mode, when two connections write and check point at once. */
    static final String LEAST = "3.51.3";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})(?:[^0-9].*)?");

    private SqliteVersion() {}

    /**
     * Checks the version that a driver brings.
     *
     * @throws Database.Unfit if it is too old, or says nothing
     */
    static void check(String version) {
        if (isOlder(version)) {
            throw new Database.Unfit("SQLite " + version + " can corrupt a journal: a driver with SQLite " + LEAST
                    + " or later is needed");
        }
    }

    /** {@return whether a version is before the least one; one that can not be read counts as such} */
    static boolean isOlder(String version) {
        return Arrays.compare(numbers(version), numbers(LEAST)) < 0;
    }

    private static int[] numbers(String version) {
        Matcher matcher = FORM.matcher(version);
        return matcher.matches()
                ? new int[] {
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))
                }
                : new int[0];
    }
}
