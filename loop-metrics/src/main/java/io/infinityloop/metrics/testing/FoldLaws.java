package io.infinityloop.metrics.testing;

import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.link.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The laws of a {@link Fold}, checked on some subjects; what is broken is added to a list. */
final class FoldLaws<F extends Subject, S> {
    private static final int SHUFFLES = 3;

    private final Fold<F, S> fold;
    private final Violations violations;
    private final List<F> subjects = new ArrayList<>();

    FoldLaws(Fold<F, S> fold, Violations violations) {
        this.fold = fold;
        this.violations = violations;
    }

    /** Checks all laws. {@return how many of the samples the fold is about} */
    int check(Collection<? extends Subject> samples) {
        violations.unless("does not throw when asked where a subject is", () -> {
            Class<F> type = Objects.requireNonNull(fold.subject(), "subject() gives null");
            for (Subject sample : samples) {
                if (type.isInstance(sample)) {
                    take(type.cast(sample));
                }
            }
        });
        same("a new state is empty, whatever was added to others", this::empty, () -> {
            fold.fold(subjects);
            return empty();
        });
        List<F> none = List.of();
        splits(subjects, none, none);
        for (int step = 2; step < 2 + SHUFFLES; step++) {
            List<F> order = everyNth(step);
            same("the order of subjects changes nothing", () -> result(subjects), () -> result(order));
            int third = order.size() / 3;
            splits(
                    order.subList(0, third),
                    order.subList(third, order.size() - third),
                    order.subList(order.size() - third, order.size()));
        }
        splits(subjects, subjects, none);
        return subjects.size();
    }

    /** Every nth from the last on, then those before each: a card shuffle that is the same each time. */
    private List<F> everyNth(int step) {
        List<F> order = new ArrayList<>();
        for (int first = 0; first < step; first++) {
            for (int i = subjects.size() - 1 - first; i >= 0; i -= step) {
                order.add(subjects.get(i));
            }
        }
        return order;
    }

    private void take(F subject) {
        Place place = fold.place(subject);
        if (!Objects.equals(place, fold.place(subject))) {
            violations.add("place() gives the same for the same subject: " + subject);
        }
        Objects.requireNonNull(place, "place() gives null");
        if (fold.isInWindow(place)) {
            subjects.add(subject);
        }
    }

    private Object empty() {
        return fold.result(fold.newState());
    }

    private Object result(Collection<F> some) {
        return fold.result(fold.fold(some));
    }

    private S merged(Collection<F> into, Collection<F> from) {
        return Objects.requireNonNull(fold.merge(fold.fold(into), fold.fold(from)), "merge() gives null");
    }

    private void splits(List<F> a, List<F> b, List<F> c) {
        List<F> both = new ArrayList<>(a);
        both.addAll(b);
        same("add() and result() do not throw and are the same each time", () -> result(a), () -> result(a));
        same("a new state is neutral", () -> result(a), () -> fold.result(fold.merge(fold.fold(a), fold.newState())));
        same("a new state is neutral", () -> result(a), () -> fold.result(fold.merge(fold.newState(), fold.fold(a))));
        same("merge is the fold of both", () -> result(both), () -> fold.result(merged(a, b)));
        same("merge is commutative", () -> fold.result(merged(a, b)), () -> fold.result(merged(b, a)));
        same(
                "merge is associative",
                () -> fold.result(fold.merge(merged(a, b), fold.fold(c))),
                () -> fold.result(fold.merge(fold.fold(a), merged(b, c))));
        same("merge does not change the state that is added", () -> result(b), () -> {
            S from = fold.fold(b);
            S into = fold.merge(fold.newState(), from);
            a.forEach(subject -> fold.add(into, subject));
            return fold.result(from);
        });
        same("result() does not change the state", () -> result(both), () -> {
            S state = fold.fold(a);
            fold.result(state);
            b.forEach(subject -> fold.add(state, subject));
            return fold.result(state);
        });
    }

    private void same(String law, Supplier<Object> expected, Supplier<Object> actual) {
        violations.unless(law, () -> {
            Object one = Objects.requireNonNull(expected.get(), "the result is null");
            Object other = Objects.requireNonNull(actual.get(), "the result is null");
            if (!one.equals(other)) {
                violations.add(law + ": " + one + " against " + other);
            }
        });
    }
}
