package io.infinityloop.cli.config;

import java.util.List;
import java.util.Map;

/** A part of a YAML document, in which every scalar is a text. */
sealed interface Node {
    /** {@return where it begins, from 1} */
    int line();

    /** {@return what it is, for people} */
    String what();

    /**
     * A text, as it is written: {@code no} and {@code 1.10} are themselves.
     *
     * @param line where it begins
     * @param text the text
     * @param isPlain whether it stands without quotes
     */
    record Text(int line, String text, boolean isPlain) implements Node {
        /** {@return whether nothing is written} */
        boolean isNothing() {
            return isPlain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String what() {
            return isNothing() ? "nothing" : "a text";
        }
    }

    /**
     * A list.
     *
     * @param line where it begins
     * @param nodes what is on it
     */
    record Items(int line, List<Node> nodes) implements Node {
        @Override
        public String what() {
            return "a list";
        }
    }

    /**
     * Keys and values.
     *
     * @param line where they begin
     * @param entries the values by key, in the order of the file
     */
    record Entries(int line, Map<String, Entry> entries) implements Node {
        @Override
        public String what() {
            return "keys and values";
        }
    }

    /**
     * The value of a key.
     *
     * @param line where the key stands
     * @param value the value
     */
    record Entry(int line, Node value) {}
}
