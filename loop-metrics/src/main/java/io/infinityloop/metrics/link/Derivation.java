package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known at an instant, as a {@link SubjectProducer} sees it, and where its subjects go. Used by one thread.
 *
 * @since 0.1
 */
public final class Derivation {
    private final Instant asOf;
    private final List<LoopEvent> events;
    private final Snapshots snapshots;
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<Class<?>, List<Subject>> byType = new HashMap<>();
    private final SortedMap<String, Set<String>> unjoined;
    private @Nullable SortedMap<LoopId, List<LoopEvent>> loops;

    Derivation(Instant asOf, List<LoopEvent> events, Snapshots snapshots, SortedMap<String, Set<String>> unjoined) {
        this.asOf = asOf;
        this.events = events;
        this.snapshots = snapshots;
        this.unjoined = unjoined;
    }

    /** {@return the last instant whose events count} */
    public Instant asOf() {
        return asOf;
    }

    /** {@return every event that is known, sorted by instant and key, unmodifiable} */
    public List<LoopEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** {@return the events of each loop, sorted by instant and key, unmodifiable; facts without a loop are left out} */
    public SortedMap<LoopId, List<LoopEvent>> loops() {
        if (loops == null) {
            SortedMap<LoopId, List<LoopEvent>> found = new TreeMap<>();
            for (LoopEvent event : events) {
                LoopId loop = event.loop();
                if (loop != null) {
                    found.computeIfAbsent(loop, id -> new ArrayList<>()).add(event);
                }
            }
            found.replaceAll((loop, ofLoop) -> Collections.unmodifiableList(ofLoop));
            loops = Collections.unmodifiableSortedMap(found);
        }
        return loops;
    }

    /**
     * Returns the latest snapshot of each artifact of a type.
     *
     * @param type the type
     * @param <A> the type
     * @return the snapshots, in the order in which they were delivered
     */
    public <A extends Artifact> List<Snapshot<A>> latest(Class<A> type) {
        return snapshots.of(type);
    }

    /**
     * Returns every snapshot of each artifact of a type, also those that later ones replace.
     *
     * @param type the type
     * @param <A> the type
     * @return the snapshots, in the order of their events
     */
    public <A extends Artifact> List<Snapshot<A>> all(Class<A> type) {
        if (snapshots.of(type).isEmpty()) {
            return List.of();
        }
        List<Snapshot<A>> all = new ArrayList<>();
        for (LoopEvent event : events) {
            if (event instanceof Recorded recorded && type.isInstance(recorded.artifact())) {
                for (Snapshot<?> snapshot : snapshots.counting(new Snapshot<>(recorded.artifact(), recorded))) {
                    all.add(snapshot.as(type));
                }
            }
        }
        return Collections.unmodifiableList(all);
    }

    /**
     * Finds what is known of an artifact.
     *
     * @param ref the artifact
     * @param source the source whose artifact is meant, where many have one of this name
     * @return the latest snapshots; empty if it was never recorded
     */
    public List<Snapshot<?>> find(ArtifactRef ref, String source) {
        return List.copyOf(snapshots.find(ref, source));
    }

    /**
     * Emits a subject.
     *
     * @param subject the subject
     */
    public void emit(Subject subject) {
        subjects.add(requireNonNull(subject, "subject"));
        index(subject);
    }

    private void index(Subject subject) {
        byType.computeIfAbsent(subject.getClass(), type -> new ArrayList<>()).add(subject);
    }

    /**
     * Returns what was emitted before: releases, deployments, incidents and changes come first, then what the producers
     * emit, in their order.
     *
     * @param type the type
     * @param <F> the type
     * @return the subjects, in the order in which they were emitted
     */
    public <F extends Subject> Stream<F> emitted(Class<F> type) {
        List<List<Subject>> found = byType.entrySet().stream()
                .filter(own -> type.isAssignableFrom(own.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<Subject> searched = found.size() > 1 ? subjects : found.isEmpty() ? List.of() : found.get(0);
        return IntStream.range(0, searched.size())
                .mapToObj(searched::get)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /**
     * Lists something that could not be put together.
     *
     * @param reason why, in a few words: {@code deployment not recorded}
     * @param reference what it is about, such as {@code incident:INC-1 names deployment:d7}
     */
    public void unjoined(String reason, String reference) {
        unjoined.computeIfAbsent(requireNonNull(reason, "reason"), same -> new TreeSet<>())
                .add(requireNonNull(reference, "reference"));
    }

    /** Lets a plug-in emit its subjects: all of them, or none if it throws. */
    void emitFrom(SubjectProducer plugIn) {
        int before = subjects.size();
        try {
            plugIn.produce(this);
        } catch (Exception | AssertionError | LinkageError | StackOverflowError failure) {
            subjects.subList(before, subjects.size()).clear();
            byType.clear();
            subjects.forEach(this::index);
            unjoined("a producer of subjects failed", Blame.of(plugIn, failure));
        }
    }

    List<Subject> subjects() {
        return subjects;
    }
}
