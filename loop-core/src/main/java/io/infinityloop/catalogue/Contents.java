package io.infinityloop.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the resource holds: the cards without their words, and the words in English.
 *
 * @param outlines the cards
 * @param english the words by their keys, in the order of the resource
 */
record Contents(List<Outline> outlines, Map<String, String> english) {
    /**
     * Creates the contents.
     *
     * @throws IllegalArgumentException if an id is there twice, a text is missing or one is used by no card
     */
    Contents {
        Set<String> ids = new HashSet<>();
        outlines.stream().flatMap(Outline::all).forEach(outline -> {
            if (!ids.add(outline.id())) {
                throw new IllegalArgumentException("two cards have the id '" + outline.id() + "': each needs its own");
            }
        });
        Set<String> missing = new TreeSet<>(keys(outlines));
        missing.removeAll(english.keySet());
        refuse(missing, "there is no text with the key ", ": every card and every kind needs its texts");
        Set<String> unused = new TreeSet<>(english.keySet());
        unused.removeAll(keys(outlines));
        refuse(unused, "no card uses the text with the key ", ": remove it, or the card is missing");
    }

    private static Set<String> keys(List<Outline> outlines) {
        Set<String> keys = new HashSet<>();
        outlines.stream().flatMap(Outline::all).flatMap(Outline::keys).forEach(keys::add);
        Stream.of(CardKind.values()).map(CardKind::key).forEach(keys::add);
        return keys;
    }

    private static void refuse(Set<String> keys, String before, String after) {
        if (!keys.isEmpty()) {
            List<String> quoted = new ArrayList<>();
            keys.forEach(key -> quoted.add("'" + key + "'"));
            throw new IllegalArgumentException(before + String.join(", ", quoted) + after);
        }
    }
}
