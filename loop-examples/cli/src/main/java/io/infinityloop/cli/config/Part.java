package io.infinityloop.cli.config;

import io.infinityloop.cli.config.Node.Entries;
import io.infinityloop.cli.config.Node.Items;
import io.infinityloop.cli.config.Node.Text;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value in the file and the keys that lead to it. What is asked of it and not there becomes a problem, and the
 * reading goes on.
 *
 * @param path the keys, for people
 * @param line where it begins
 * @param node the value
 * @param problems is told what is wrong
 */
record Part(String path, int line, Node node, Problems problems) {
    private static final int LONGEST = 60;
    private static final int LONGEST_REASON = 300;

    /** What can be made of a text, or why it can not. */
    interface Parser<T> {
        T parse(String text) throws IllegalArgumentException, DateTimeException;
    }

    void wrong(String sentence) {
        problems.add(line, path, sentence);
    }

    boolean isNothing() {
        return node instanceof Text text && text.isNothing();
    }

    /** A text that is not blank. */
    Optional<String> text(String expected) {
        if (node instanceof Text text && !text.isNothing() && !text.text().isBlank()) {
            return Optional.of(text.text().strip());
        }
        wrong((node instanceof Text ? "nothing" : node.what()) + " stands here, expected " + expected);
        return Optional.empty();
    }

    /** What a parser makes of a text. */
    <T> Optional<T> parsed(String expected, Parser<T> parser) {
        return text(expected).flatMap(text -> {
            try {
                return Optional.of(parser.parse(text));
            } catch (IllegalArgumentException | DateTimeException refused) {
                String reason = shortened(String.valueOf(refused.getMessage()), LONGEST_REASON);
                String end = reason.contains("expected") ? "" : "; expected " + expected;
                wrong("'" + shortened(text) + "' is not accepted: " + reason + end);
                return Optional.empty();
            }
        });
    }

    /** One text or a list of them, at least one; a list without any if something is wrong. */
    List<String> texts(String expected) {
        if (!(node instanceof Items items)) {
            return text(expected + ", or a list of them").stream().toList();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items.nodes()) {
            new Part(path, item.line(), item, problems).text(expected).ifPresent(texts::add);
        }
        if (items.nodes().isEmpty()) {
            wrong("the list is empty, expected " + expected + ", or a list of them");
        }
        return List.copyOf(texts);
    }

    /** The values by key, in the order of the file; none if nothing stands here, or something is wrong. */
    Map<String, Part> entries(String expected) {
        Map<String, Part> parts = new LinkedHashMap<>();
        if (node instanceof Entries entries) {
            entries.entries().forEach((key, entry) -> parts.put(key.strip(), child(key, entry)));
        } else if (!isNothing()) {
            wrong(node.what() + " stands here, expected " + expected);
        }
        return parts;
    }

    private Part child(String key, Node.Entry entry) {
        String name = shortened(key);
        return new Part(path.isEmpty() ? name : path + " > " + name, entry.line(), entry.value(), problems);
    }

    /** The values by key as they are made of the values in the file; those that are wrong are left out. */
    <T> Map<String, T> all(String expected, Function<Part, Optional<T>> made) {
        Map<String, T> all = new LinkedHashMap<>();
        entries(expected).forEach((key, part) -> {
            if (key.isEmpty()) {
                part.wrong("a key is empty, expected " + expected);
            }
            made.apply(part).ifPresent(value -> all.put(key, value));
        });
        return all;
    }

    static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
