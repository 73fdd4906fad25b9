package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import java.util.List;

/**
 * A rule over several artifacts that is broken.
 *
 * @since 0.1
 */
public sealed interface Problem {
    /** {@return one sentence for people: what, which rule, and what would be accepted} */
    String message();

    /**
     * Two artifacts have one kind and id and do not say the same: only one of them can be the owner's record.
     *
     * <p>Source: requirement ART-32.
     *
     * @param first the one that came first
     * @param second the other
     * @since 0.1
     */
    record DifferingCopies(Artifact first, Artifact second) implements Problem {
        /** Creates the problem. */
        public DifferingCopies {
            requireNonNull(first, "first");
            requireNonNull(second, "second");
        }

        @Override
        public String message() {
            return "two copies of " + first.ref() + " differ: expected one record, or equal copies";
        }
    }

    /**
     * An item is a part of one that is not larger.
     *
     * <p>Source: requirement ART-07.
     *
     * @param item the item
     * @param parent what it says that it is a part of
     * @since 0.1
     */
    record WrongNesting(PlanItem item, PlanItem parent) implements Problem {
        /** Creates the problem. */
        public WrongNesting {
            requireNonNull(item, "item");
            requireNonNull(parent, "parent");
        }

        @Override
        public String message() {
            return item.place().level() + " " + item.id() + " cannot be a part of "
                    + parent.place().level() + " " + parent.id()
                    + ": expected a parent further left in ROADMAP > EPIC > FEATURE > STORY > TASK";
        }
    }

    /**
     * Items are parts of each other in a circle.
     *
     * @param items the ids, each a part of the next and the last of the first; begins with the least
     * @since 0.1
     */
    record Circle(List<String> items) implements Problem {
        /** Creates the problem. */
        public Circle {
            items = List.copyOf(requireNonNull(items, "items"));
        }

        @Override
        public String message() {
            return "plan items are parts of each other in a circle: " + String.join(", ", items)
                    + "; expected one of them without a parent";
        }
    }

    /**
     * An item is in two iterations.
     *
     * <p>Source: requirement ART-33.
     *
     * @param item the item's id
     * @param first the iteration that begins first
     * @param second the other
     * @since 0.1
     */
    record TwoIterations(String item, Iteration first, Iteration second) implements Problem {
        /** Creates the problem. */
        public TwoIterations {
            requireNonNull(item, "item");
            requireNonNull(first, "first");
            requireNonNull(second, "second");
        }

        @Override
        public String message() {
            return "plan item " + item + " is in the iterations " + first.id() + " and " + second.id()
                    + ": expected one of them";
        }
    }

    /**
     * Two iterations have one id.
     *
     * @param first the iteration that begins first
     * @param second the other
     * @since 0.1
     */
    record IterationTwice(Iteration first, Iteration second) implements Problem {
        /** Creates the problem. */
        public IterationTwice {
            requireNonNull(first, "first");
            requireNonNull(second, "second");
        }

        @Override
        public String message() {
            return "two iterations have the id " + first.id() + ": expected one";
        }
    }

    /**
     * The tag or the version of a release belongs to another one, or is not what it was.
     *
     * <p>Source: requirement REL-18.
     *
     * @param product the product of both
     * @param present the release that has it, and keeps it
     * @param refused the release that was to have it
     * @since 0.1
     */
    record TagTaken(String product, Release present, Release refused) implements Problem {
        /** Creates the problem. */
        public TagTaken {
            requireNonNull(product, "product");
            requireNonNull(present, "present");
            requireNonNull(refused, "refused");
        }

        @Override
        public String message() {
            return Releases.taken(product, present, refused);
        }
    }
}
