package io.infinityloop.source;

import java.util.List;
import java.util.Optional;

/**
 * The formats that this library reads.
 *
 * @since 0.1
 */
public final class Formats {
    private static final List<Format> ALL = List.of(
            new CdEvents(),
            new Tekton(),
            GitHub.standard(),
            new GitLab(),
            new PagerDuty(),
            Jira.standard(),
            JUnit.standard(),
            new ArgoCd(),
            new PlainFormat());

    private Formats() {}

    /** {@return all formats, in the order in which they are asked whether a record is theirs} */
    public static List<Format> all() {
        return ALL;
    }

    /**
     * Returns the format of a name.
     *
     * @param name the name, such as {@code github}
     * @return the format; empty if there is none of that name
     */
    public static Optional<Format> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
