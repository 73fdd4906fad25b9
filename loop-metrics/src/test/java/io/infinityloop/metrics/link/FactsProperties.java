package io.infinityloop.metrics.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.Window;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

/** Facts are a set, and what is derived from them depends on that set alone. */
@Domain(Events.class)
class FactsProperties {
    @Property(tries = 300)
    void union_is_associative(@ForAll List<LoopEvent> a, @ForAll List<LoopEvent> b, @ForAll List<LoopEvent> c) {
        Facts left = Facts.of(a).union(Facts.of(b)).union(Facts.of(c));
        assertThat(left).isEqualTo(Facts.of(a).union(Facts.of(b).union(Facts.of(c))));
    }

    @Property(tries = 300)
    void union_is_commutative_and_idempotent(@ForAll List<LoopEvent> a, @ForAll List<LoopEvent> b) {
        Facts united = Facts.of(a).union(Facts.of(b));
        assertThat(united).isEqualTo(Facts.of(b).union(Facts.of(a)));
        assertThat(united.upTo(Instant.MAX))
                .isEqualTo(Facts.of(b).union(Facts.of(a)).upTo(Instant.MAX));
        assertThat(united.union(united)).isEqualTo(united).hasSameHashCodeAs(united);
        assertThat(united.union(Facts.empty())).isEqualTo(united);
    }

    @Property(tries = 300)
    void shuffling_duplicating_and_splitting_changes_no_bit(
            @ForAll List<LoopEvent> events, @ForAll long seed, @ForAll @IntRange(max = 60) int asOf) {
        Instant known = Log.at(asOf);
        Derived expected = Linker.derive(Facts.of(events), known);
        List<LoopEvent> mixed = new ArrayList<>(events);
        mixed.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(mixed, new Random(seed));
        int half = mixed.size() / 3;
        Facts parts = Facts.of(mixed.subList(half, mixed.size())).union(Facts.of(mixed.subList(0, half)));
        Derived derived = Linker.derive(parts, known);
        assertThat(derived).isEqualTo(expected);
        assertThat(scorecard(derived, known)).isEqualTo(scorecard(expected, known));
    }

    @Property(tries = 300)
    void what_comes_later_does_not_change_what_was_known(
            @ForAll List<LoopEvent> events, @ForAll @IntRange(max = 60) int asOf) {
        Instant known = Log.at(asOf);
        List<LoopEvent> until =
                events.stream().filter(event -> !event.at().isAfter(known)).toList();
        assertThat(Linker.derive(Facts.of(events), known)).isEqualTo(Linker.derive(Facts.of(until), known));
    }

    @Property(tries = 300)
    void every_commit_has_a_change_and_is_counted_by_one_release_of_a_scope(@ForAll List<LoopEvent> events) {
        Derived derived = Linker.derive(Facts.of(events), Instant.MAX);
        long counted = derived.subjects(Released.class).stream()
                .mapToLong(Released::changes)
                .sum();
        long released = derived.subjects(Change.class).stream()
                .filter(change -> !change.merge() && change.released() != null)
                .count();
        assertThat(released).isEqualTo(counted);
    }

    private static Scorecard scorecard(Derived derived, Instant asOf) {
        return Analysis.builder(asOf, ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(Facts.class.getClassLoader()))
                .window(new Window(Log.at(0), Log.at(40)))
                .windows(Window.weeks(new Window(Log.at(0), Log.at(400)), ZoneOffset.UTC))
                .segmentBy(Segmenter.by("service"))
                .build()
                .run(derived);
    }
}
