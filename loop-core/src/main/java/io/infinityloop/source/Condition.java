package io.infinityloop.source;

import java.util.List;

/**
 * When a row of a table applies.
 *
 * @param place a value
 * @param values what it must be one of; if there are none, it must only be there
 */
record Condition(Template place, List<String> values) {
    static final Condition ALWAYS = new Condition(Template.of("always"), List.of());

    boolean holds(Payload record) {
        List<String> found = place.values(record);
        return values.isEmpty() ? !found.isEmpty() : found.stream().anyMatch(values::contains);
    }

    /** {@return the condition in words; empty if it always holds} */
    String words() {
        if (equals(ALWAYS)) {
            return "";
        }
        return place.text() + (values.isEmpty() ? " is there" : " is " + String.join(" or ", values));
    }
}
