package io.infinityloop.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands: a pointer, or a text with pointers in braces such as {@code {/repository/full_name}@{/tag}}. If
 * one of the pointers leads nowhere, there is no value.
 *
 * @param text as it was written
 * @param parts texts and pointers in turn, a text first
 */
record Template(String text, List<Object> parts) {
    static Template of(String text) {
        if (text.startsWith("/") || text.startsWith("^")) {
            return new Template(text, List.of("", Pointer.of(text)));
        }
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("'" + text + "' has a brace that is not closed");
            }
            parts.add(text.substring(from, open));
            parts.add(Pointer.of(text.substring(open + 1, close)));
            from = close + 1;
        }
        parts.add(text.substring(from));
        return new Template(text, List.copyOf(parts));
    }

    /** {@return each value that is there; more than one if pointers lead to more} */
    List<String> values(Payload record) {
        List<String> values = List.of("");
        for (Object part : parts) {
            values = part instanceof Pointer pointer
                    ? each(values, record.texts(pointer))
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
