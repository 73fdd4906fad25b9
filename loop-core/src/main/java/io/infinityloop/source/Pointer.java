package io.infinityloop.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to a value: a JSON pointer, in which a step may be {@code *}, and which may begin with {@code ^}.
 *
 * @param text as it was written
 * @param isAbsolute whether it starts at the whole record
 * @param steps the names, unescaped
 */
record Pointer(String text, boolean isAbsolute, List<String> steps) {
    static Pointer of(String text) {
        boolean isAbsolute = text.startsWith("^");
        String path = isAbsolute ? text.substring(1) : text;
        if (!path.isEmpty() && path.charAt(0) != '/') {
            throw new IllegalArgumentException("'" + text
                    + "' is no pointer: expected one such as /deployment/sha, with a slash before each name");
        }
        List<String> steps = new ArrayList<>();
        for (int from = 0; from < path.length(); ) {
            int next = path.indexOf('/', from + 1);
            int to = next < 0 ? path.length() : next;
            steps.add(path.substring(from + 1, to).replace("~1", "/").replace("~0", "~"));
            from = to;
        }
        return new Pointer(text, isAbsolute, List.copyOf(steps));
    }

    /** {@return the pointer to a field of the record} */
    static String to(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** {@return a step as the place in a list; -1 if it is none} */
    int index(int step) {
        String name = steps.get(step);
        return name.matches("\\d{1,9}") ? Integer.parseInt(name) : -1;
    }
}
