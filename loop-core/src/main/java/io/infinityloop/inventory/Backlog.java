package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.NaturalOrder;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanLevel;
import io.infinityloop.artifact.PlanPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All planned work as a tree: roadmap &gt; epic &gt; feature &gt; story &gt; task. Work of operations stands in it like
 * all other.
 *
 * <p>Everywhere items are in the order of their priority, 1 first; those without one come last. Where it is the same,
 * the ids decide, as people count. An item whose parent is not here stands at the top.
 *
 * <p>Source: requirements ART-07, ART-30, ART-32 and FBK-13.
 *
 * @since 0.1
 */
public final class Backlog {
    private static final Comparator<PlanItem> BY_PRIORITY = Comparator.comparing(
                    (PlanItem item) -> item.place().priority(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PlanItem::id, NaturalOrder.INSTANCE);

    private final Map<String, PlanItem> byId;
    private final Map<String, List<PlanItem>> children = new TreeMap<>();
    private final List<PlanItem> sorted;

    private Backlog(Map<String, PlanItem> byId) {
        this.byId = byId;
        this.sorted = byId.values().stream().sorted(BY_PRIORITY).toList();
        for (PlanItem item : sorted) {
            String parent = item.place().parent();
            children.computeIfAbsent(byId.containsKey(parent) ? parent : "", any -> new ArrayList<>())
                    .add(item);
        }
    }

    /** {@return a backlog without items} */
    public static Backlog empty() {
        return new Backlog(Map.of());
    }

    /**
     * Puts plan items together.
     *
     * @param items the items, in any order; equal copies count once
     * @return the backlog; rejected if two items have one id and differ, or an item is in a wrong place
     */
    public static Admission<Backlog> of(Collection<PlanItem> items) {
        Map<String, PlanItem> byId = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (PlanItem item : items) {
            PlanItem other = byId.putIfAbsent(item.id(), item);
            if (other != null && !other.equals(item)) {
                problems.add(new Problem.DifferingCopies(other, item));
            }
        }
        problems.addAll(Nesting.problems(byId));
        return problems.isEmpty() ? new Admission.Admitted<>(new Backlog(byId)) : new Admission.Rejected<>(problems);
    }

    /**
     * Adds an item.
     *
     * @param item the item
     * @return the backlog with it; rejected if another with its id says something else, or it is in a wrong place
     */
    public Admission<Backlog> with(PlanItem item) {
        List<PlanItem> all = new ArrayList<>(byId.values());
        all.add(requireNonNull(item, "item"));
        return of(all);
    }

    /**
     * Puts a fuller snapshot of an item in the place of the one that is here; adds it if there is none.
     *
     * @param snapshot the snapshot
     * @return the backlog with it; rejected if it is in a wrong place
     */
    public Admission<Backlog> replaced(PlanItem snapshot) {
        Map<String, PlanItem> all = new TreeMap<>(byId);
        all.put(snapshot.id(), snapshot);
        return of(all.values());
    }

    /**
     * Closes items, for example those of which the machine says that they are done.
     *
     * @param done references to items; what is not here is passed over
     * @return the backlog in which they are closed
     */
    public Backlog closed(Set<ArtifactRef> done) {
        Map<String, PlanItem> all = new TreeMap<>(byId);
        all.replaceAll((id, item) -> done.contains(item.ref())
                ? item.toBuilder().status(PlanPlace.Status.CLOSED).build()
                : item);
        return new Backlog(all);
    }

    /**
     * Returns an item.
     *
     * @param id its id
     * @return the item; empty if it is not here
     */
    public Optional<PlanItem> item(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return all items, the most urgent first, unmodifiable} */
    public List<PlanItem> items() {
        return sorted;
    }

    /** {@return the items that are no part of another one here, the most urgent first, unmodifiable} */
    public List<PlanItem> roots() {
        return partsOf("");
    }

    /**
     * Returns what an item is directly made of.
     *
     * @param id the item's id
     * @return its parts, the most urgent first, unmodifiable; empty if it has none or is not here
     */
    public List<PlanItem> children(String id) {
        return byId.containsKey(id) ? partsOf(id) : List.of();
    }

    /**
     * Returns what to do next: the most urgent task that is open. A task is open unless it, or something that it is a
     * part of, is closed.
     *
     * @return the task; empty if no {@link PlanLevel#TASK} is open
     */
    public Optional<PlanItem> next() {
        return sorted.stream()
                .filter(item -> item.place().level() == PlanLevel.TASK && isOpen(item))
                .findFirst();
    }

    /** {@return the items of which nobody said how much work they are, the most urgent first, unmodifiable} */
    public List<PlanItem> withoutEstimate() {
        return sorted.stream().filter(item -> item.place().estimate() == null).toList();
    }

    /**
     * Returns the items that serve none of some value statements.
     *
     * @param statements what there is to be served
     * @return the items that name no statement or one that is not among these, the most urgent first, unmodifiable
     */
    public List<PlanItem> withoutValue(Collection<ValueStatement> statements) {
        Set<String> known = new TreeSet<>();
        statements.forEach(statement -> known.add(statement.id()));
        return sorted.stream()
                .filter(item -> !known.contains(item.brief().value()))
                .toList();
    }

    private List<PlanItem> partsOf(String parent) {
        return List.copyOf(children.getOrDefault(parent, List.of()));
    }

    private boolean isOpen(PlanItem item) {
        for (PlanItem at = item; at != null; at = byId.get(at.place().parent())) {
            if (at.place().status() == PlanPlace.Status.CLOSED) {
                return false;
            }
        }
        return true;
    }
}
