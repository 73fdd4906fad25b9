package io.infinityloop.cli.config;

import java.io.Serial;
import java.util.List;

/** A configuration cannot be used. */
public final class ConfigException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return everything that is wrong, a sentence each, that names file, line and key; at least one} */
    public List<String> problems() {
        return problems;
    }
}
