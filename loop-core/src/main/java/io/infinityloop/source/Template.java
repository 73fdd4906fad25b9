package io.infinityloop.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands: a pointer, or a text with pointers in braces such as {@code {/repository/full_name}@{/tag}}. If
 * one of the pointers leads nowhere, there is no value. {@code /ref after refs/heads/} is what follows a text within a
 * value, and no value if the text is not in it.
 *
 * @param text as it was written
 * @param parts texts and spots in turn, a text first
 */
record Template(String text, List<Object> parts) {
    /**
     * A pointer, and what must come before the value within the text that stands there.
     *
     * @param pointer where the text stands
     * @param mark what comes before the value; empty if the text is the value
     */
    private record Spot(Pointer pointer, String mark) {
        private static final String AFTER = " after ";

        static Spot of(String text) {
            int after = text.indexOf(AFTER);
            return after < 0
                    ? new Spot(Pointer.of(text), "")
                    : new Spot(Pointer.of(text.substring(0, after)), text.substring(after + AFTER.length()));
        }

        List<String> values(Payload record) {
            List<String> texts = record.texts(pointer);
            return mark.isEmpty()
                    ? texts
                    : texts.stream()
                            .filter(text -> text.contains(mark) && !text.endsWith(mark))
                            .map(text -> text.substring(text.indexOf(mark) + mark.length()))
                            .toList();
        }
    }

    static Template of(String text) {
        if (text.startsWith("/") || text.startsWith("^")) {
            return new Template(text, List.of("", Spot.of(text)));
        }
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("'" + text + "' has a brace that is not closed");
            }
            parts.add(text.substring(from, open));
            parts.add(Spot.of(text.substring(open + 1, close)));
            from = close + 1;
        }
        parts.add(text.substring(from));
        return new Template(text, List.copyOf(parts));
    }

    /** {@return each value that is there; more than one if pointers lead to more} */
    List<String> values(Payload record) {
        List<String> values = List.of("");
        for (Object part : parts) {
            values = part instanceof Spot spot
                    ? each(values, spot.values(record))
                    : each(values, List.of((String) part));
        }
        return values;
    }

    private static List<String> each(List<String> beginnings, List<String> ends) {
        if (ends.size() == 1 && beginnings.size() == 1) {
            return beginnings.get(0).isEmpty() ? ends : List.of(beginnings.get(0) + ends.get(0));
        }
        List<String> all = new ArrayList<>(beginnings.size() * ends.size());
        for (String beginning : beginnings) {
            ends.forEach(end -> all.add(beginning + end));
        }
        return all;
    }
}
