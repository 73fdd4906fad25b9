package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Subject;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes the usual detectors in one line each.
 *
 * @since 0.1
 */
public final class Detectors {
    private Detectors() {}

    /**
     * Returns a detector with one finding for each subject that has a property. The evidence is that of the subject.
     *
     * @param definition what the detector is
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen
     * @param property the bad habit
     * @param message says of a subject that has it what was seen, in one sentence
     * @param <F> the type of the subjects
     * @return the detector
     */
    public static <F extends Subject> Detector<F, ?> each(
            DetectorDefinition definition,
            Class<F> subject,
            Function<F, Place> place,
            Predicate<F> property,
            Function<F, String> message) {
        return each(
                definition,
                subject,
                (one, asOf) -> place.apply(one),
                (one, frame) -> property.test(one)
                        ? Optional.of(Sighting.of(message.apply(one), one.evidence()))
                        : Optional.empty());
    }

    /**
     * Returns a detector with at most one finding for each subject, with figures.
     *
     * @param definition what the detector is
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen, by subject and the last instant that is known
     * @param look what is to be seen in a subject; empty if nothing is
     * @param <F> the type of the subjects
     * @return the detector
     */
    public static <F extends Subject> Detector<F, ?> each(
            DetectorDefinition definition,
            Class<F> subject,
            BiFunction<F, Instant, Place> place,
            BiFunction<F, Frame, Optional<Sighting>> look) {
        return Detectors.<F, List<Sighting>>fold(
                definition,
                subject,
                place,
                ArrayList::new,
                (seen, one, frame) -> {
                    look.apply(one, frame).ifPresent(seen::add);
                    return Use.counted();
                },
                (into, from) -> {
                    into.addAll(from);
                    return into;
                },
                (seen, frame) -> seen.stream().sorted().toList());
    }

    /**
     * Returns a detector with one finding where too large or too small a part of the subjects has a property. The
     * figures are {@code share}, {@code with} and {@code of}; the evidence is that of the subjects that have it. Where
     * there is no subject, there is no finding.
     *
     * @param definition what the detector is
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen
     * @param property the property
     * @param comparator with the limit: which shares are found
     * @param limit the limit, 0 to 1
     * @param words what the property is, to go behind "8 of 10": {@code alerts led to no action}
     * @param <F> the type of the subjects
     * @return the detector
     * @throws IllegalArgumentException if the limit is not 0 to 1
     */
    public static <F extends Subject> Detector<F, ?> share(
            DetectorDefinition definition,
            Class<F> subject,
            Function<F, Place> place,
            Predicate<F> property,
            Comparator comparator,
            BigDecimal limit,
            String words) {
        if (limit.signum() < 0 || limit.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    definition.id() + ": a share of " + limit.toPlainString() + " is no limit, expected 0 to 1");
        }
        return Detectors.<F, Shared>fold(
                definition,
                subject,
                (one, asOf) -> place.apply(one),
                Shared::new,
                (shared, one, frame) -> shared.add(property.test(one), one),
                Shared::merge,
                (shared, frame) -> shared.findings(comparator, limit, words));
    }

    /**
     * Returns any detector, from the parts of a {@link Detector}.
     *
     * @param definition what the detector is
     * @param subject the type of the subjects
     * @param place where on the time line a subject is seen, by subject and the last instant that is known
     * @param newState makes a state that holds nothing
     * @param add adds a subject to a state, and says whether it was looked at
     * @param merge adds the second state to the first and returns it; associative and commutative
     * @param findings what is to be seen in a state
     * @param <F> the type of the subjects
     * @param <S> the type of the state
     * @return the detector
     */
    public static <F extends Subject, S> Detector<F, S> fold(
            DetectorDefinition definition,
            Class<F> subject,
            BiFunction<F, Instant, Place> place,
            Supplier<S> newState,
            Metrics.Step<F, S> add,
            BinaryOperator<S> merge,
            BiFunction<S, Frame, List<Sighting>> findings) {
        return new FoldDetector<>(definition, subject, place, newState, add, merge, findings);
    }

    /**
     * Returns a detector over results of metrics.
     *
     * @param definition what the detector is
     * @param look what is to be seen in one segment
     * @return the detector
     */
    public static ScorecardDetector results(
            DetectorDefinition definition, Function<ScorecardView, List<Sighting>> look) {
        requireNonNull(definition, "definition");
        requireNonNull(look, "look");
        return new ScorecardDetector() {
            @Override
            public DetectorDefinition definition() {
                return definition;
            }

            @Override
            public List<Sighting> look(ScorecardView view) {
                return look.apply(view);
            }
        };
    }

    /** How many subjects have a property, of how many, and the events of those that have it. */
    private static final class Shared {
        private final TreeSet<EventKey> evidence = new TreeSet<>();
        private long with;
        private long of;

        Use add(boolean hasIt, Subject subject) {
            of++;
            if (hasIt) {
                with++;
                evidence.addAll(subject.evidence());
            }
            return Use.counted();
        }

        Shared merge(Shared other) {
            with += other.with;
            of += other.of;
            evidence.addAll(other.evidence);
            return this;
        }

        List<Sighting> findings(Comparator comparator, BigDecimal limit, String words) {
            if (of == 0
                    || !comparator.accepts(
                            BigDecimal.valueOf(with).compareTo(limit.multiply(BigDecimal.valueOf(of))))) {
                return List.of();
            }
            Amount share = Words.share(with, of);
            String message = with + " of " + of + " " + words + ": " + Words.percent(share) + ", found from "
                    + comparator.symbol() + " " + Words.percent(new Amount(limit, Unit.RATIO));
            return List.of(Sighting.of(message, evidence)
                    .figure("share", share)
                    .figure("with", Amount.count(with))
                    .figure("of", Amount.count(of)));
        }
    }
}
