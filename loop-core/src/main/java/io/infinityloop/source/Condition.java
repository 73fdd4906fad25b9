package io.infinityloop.source;

import java.util.List;

/**
 * When a row of a table applies.
 *
 * @param place a value
 * @param values what it must be one of, in upper or lower case; if there are none, it must only be there
 * @param isNegated whether it applies in all other cases instead
 */
record Condition(Template place, List<String> values, boolean isNegated) {
    static final Condition ALWAYS = new Condition(Template.of("always"), List.of(), false);

    boolean holds(Payload record) {
        List<String> found = place.values(record);
        boolean holds = values.isEmpty() ? !found.isEmpty() : found.stream().anyMatch(this::isOne);
        return holds != isNegated;
    }

    private boolean isOne(String value) {
        return values.stream().anyMatch(value::equalsIgnoreCase);
    }

    /** {@return the condition in words; empty if it always holds} */
    String words() {
        if (equals(ALWAYS)) {
            return "";
        }
        String is = isNegated ? " is not " : " is ";
        return place.text() + is + (values.isEmpty() ? "there" : String.join(" or ", values));
    }
}
