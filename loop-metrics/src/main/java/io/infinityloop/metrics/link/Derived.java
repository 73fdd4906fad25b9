package io.infinityloop.metrics.link;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a {@link Linker} made of facts.
 *
 * @param subjects the subjects, in a stable order
 * @param unjoined what pointed to something that is not there: by reason, the references, sorted
 * @since 0.1
 */
public record Derived(List<Subject> subjects, SortedMap<String, List<String>> unjoined) {
    /** Creates the result. */
    public Derived {
        subjects = List.copyOf(subjects);
        SortedMap<String, List<String>> copy = new TreeMap<>();
        unjoined.forEach((reason, references) ->
                copy.put(reason, references.stream().sorted().toList()));
        unjoined = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Returns the subjects of a type.
     *
     * @param type the type
     * @param <F> the type
     * @return the subjects, in a stable order
     */
    public <F extends Subject> List<F> subjects(Class<F> type) {
        return subjects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
