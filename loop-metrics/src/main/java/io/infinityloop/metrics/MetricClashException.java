package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

/**
 * Says that two metrics want to be called the same: by id, or by one of their aliases.
 *
 * @since 0.1
 */
public final class MetricClashException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** What both want to be called. */
    private final String name;
    /** Who had the name. */
    private final String first;
    /** Who wanted it too. */
    private final String second;

    MetricClashException(String name, String first, String second, String message) {
        super(message);
        this.name = requireNonNull(name, "name");
        this.first = first;
        this.second = second;
    }

    /** {@return the id or alias that both want} */
    public String name() {
        return name;
    }

    /** {@return the class of the provider that had it first, in the order of their names} */
    public String first() {
        return first;
    }

    /** {@return the class of the provider that wanted it too; may be the same} */
    public String second() {
        return second;
    }
}
