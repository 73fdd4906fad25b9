package io.infinityloop.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The iterations of a team. A plan item is in one of them at most. They may overlap in time.
 *
 * <p>Source: requirement ART-33.
 *
 * @since 0.1
 */
public final class Iterations {
    private static final Comparator<Iteration> BY_START =
            Comparator.comparing(Iteration::start).thenComparing(Iteration::end).thenComparing(Iteration::id);

    private final List<Iteration> all;
    private final Map<String, Iteration> byItem;

    private Iterations(List<Iteration> all, Map<String, Iteration> byItem) {
        this.all = all;
        this.byItem = byItem;
    }

    /**
     * Puts iterations together.
     *
     * @param iterations the iterations, in any order
     * @return them together; rejected if two have one id or one item
     */
    public static Admission<Iterations> of(Collection<Iteration> iterations) {
        List<Iteration> sorted = iterations.stream().sorted(BY_START).toList();
        List<Problem> problems = new ArrayList<>();
        Map<String, Iteration> byId = new TreeMap<>();
        Map<String, Iteration> byItem = new TreeMap<>();
        for (Iteration iteration : sorted) {
            Iteration sameId = byId.putIfAbsent(iteration.id(), iteration);
            if (sameId != null) {
                problems.add(new Problem.IterationTwice(sameId, iteration));
            }
            for (String item : iteration.items()) {
                Iteration other = byItem.putIfAbsent(item, iteration);
                if (other != null) {
                    problems.add(new Problem.TwoIterations(item, other, iteration));
                }
            }
        }
        return problems.isEmpty()
                ? new Admission.Admitted<>(new Iterations(sorted, byItem))
                : new Admission.Rejected<>(problems);
    }

    /** {@return all iterations by their start, unmodifiable} */
    public List<Iteration> all() {
        return all;
    }

    /**
     * Returns the iterations that run at an instant.
     *
     * @param at the instant
     * @return the iterations by their start, unmodifiable
     */
    public List<Iteration> at(Instant at) {
        return all.stream().filter(iteration -> iteration.isAt(at)).toList();
    }

    /**
     * Returns the iteration that a plan item is in.
     *
     * @param item the item's id
     * @return the iteration; empty if it is in none
     */
    public Optional<Iteration> of(String item) {
        return Optional.ofNullable(byItem.get(item));
    }
}
