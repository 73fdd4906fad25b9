package io.infinityloop.machine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A definition cannot be built. Says everything that is wrong with it, not only the first thing.
 *
 * @since 0.1
 */
public final class InvalidDefinitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    InvalidDefinitionException(String definition, List<Finding> findings) {
        super("the definition '" + definition + "' has " + findings.size() + " "
                + (findings.size() == 1 ? "fault" : "faults") + ": "
                + findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    /** {@return what is wrong, in the order of the stages; at least one} */
    public List<Finding> findings() {
        return findings;
    }
}
