package io.infinityloop.picture;

import static java.util.Objects.requireNonNull;

/**
 * A state in a picture.
 *
 * @param name what it is called; unique in its graph, any text but a blank one
 * @param group the half or part that it is drawn in; empty if there are none
 * @param note a short text to be shown with it, such as a dwell time or a count; empty for none
 * @param health the mark that it gets
 * @param standing whether something stands there
 * @since 0.1
 */
public record Node(String name, String group, String note, Health health, Standing standing) {
    /** Whether something stands in a state. */
    public enum Standing {
        /** Nothing does. */
        EMPTY(""),
        /** This is the current state. */
        HERE("here"),
        /** What stood here was given up. */
        RETIRED("retired");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** {@return what the picture says, in English; empty for {@code EMPTY}} */
        public String words() {
            return words;
        }
    }

    /**
     * Creates a node.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Node {
        requireNonNull(name, "name");
        requireNonNull(group, "group");
        requireNonNull(note, "note");
        requireNonNull(health, "health");
        requireNonNull(standing, "standing");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a node needs a name that is not blank");
        }
    }

    /**
     * Returns a node of no group, with nothing to be said of it.
     *
     * @param name what it is called
     * @return the node
     */
    public static Node of(String name) {
        return new Node(name, "", "", Health.UNKNOWN, Standing.EMPTY);
    }

    /**
     * Returns this node in a group.
     *
     * @param newGroup the group, empty for none
     * @return the changed copy
     */
    public Node withGroup(String newGroup) {
        return new Node(name, newGroup, note, health, standing);
    }

    /**
     * Returns this node with a short text.
     *
     * @param newNote the text, empty for none
     * @return the changed copy
     */
    public Node withNote(String newNote) {
        return new Node(name, group, newNote, health, standing);
    }

    /**
     * Returns this node with a mark.
     *
     * @param newHealth the mark
     * @return the changed copy
     */
    public Node withHealth(Health newHealth) {
        return new Node(name, group, note, newHealth, standing);
    }

    /**
     * Returns this node as one where something stands, or nothing.
     *
     * @param newStanding what stands there
     * @return the changed copy
     */
    public Node withStanding(Standing newStanding) {
        return new Node(name, group, note, health, newStanding);
    }
}
