package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.MergeDecision;
import io.infinityloop.artifact.MergeObstacle;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The line in which all work comes together. A failed build breaks it, and it is green again when the last build of
 * each subject passed. A result that is known late counts as far as it is the last of its subject. While it is broken,
 * only what mends it is merged: a pull request that names a failed build in its lineage.
 *
 * <p>Source: requirement GATE-08.
 *
 * @param course when it was broken and when it was green
 * @param red the failed builds of each subject since it last passed, by subject; empty while it is green
 * @param last when each subject last passed or failed, by subject
 * @since 0.1
 */
public record Mainline(
        Course<MainlineState> course, SortedMap<String, List<ArtifactRef>> red, SortedMap<String, Instant> last) {
    /** The table of a main line. */
    public static final Lifecycle<MainlineState> LIFECYCLE = Lifecycle.of("Main line", MainlineState.GREEN)
            .step(MainlineState.GREEN, "fail a build", MainlineState.BROKEN)
            .back(MainlineState.BROKEN, "pass all builds", MainlineState.GREEN)
            .build();

    /**
     * Creates a main line.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}, it is green and has a failed
     *     build or broken and has none, a subject has an empty list of them, has failed without an instant in
     *     {@code last}, is blank or has more than 500 characters
     */
    public Mainline {
        LIFECYCLE.check(requireNonNull(course, "course"));
        SortedMap<String, List<ArtifactRef>> copy = new TreeMap<>();
        requireNonNull(red, "red")
                .forEach((subject, builds) -> copy.put(Texts.id("subject", subject), failed(subject, builds)));
        red = Collections.unmodifiableSortedMap(copy);
        SortedMap<String, Instant> instants = new TreeMap<>();
        requireNonNull(last, "last")
                .forEach((subject, at) -> instants.put(Texts.id("subject", subject), requireNonNull(at, subject)));
        last = Collections.unmodifiableSortedMap(instants);
        if (!last.keySet().containsAll(red.keySet())) {
            throw new IllegalArgumentException("failed are builds of " + red.keySet() + ", and the last results are of "
                    + last.keySet() + ": expected one of each that failed");
        }
        if (red.isEmpty() != (course.state() == MainlineState.GREEN)) {
            throw new IllegalArgumentException("a main line that is " + course.state() + " has "
                    + (red.isEmpty() ? "no failed build" : "failed builds of " + red.keySet())
                    + ": expected at least one if it is BROKEN, none if it is GREEN");
        }
    }

    private static List<ArtifactRef> failed(String subject, List<ArtifactRef> builds) {
        if (requireNonNull(builds, subject).isEmpty()) {
            throw new IllegalArgumentException("subject '" + subject + "' has no failed build: expected at least one");
        }
        return builds.stream().distinct().toList();
    }

    /**
     * Returns a main line that nothing is wrong with.
     *
     * @param at since when
     * @return the main line, GREEN
     */
    public static Mainline green(Instant at) {
        return new Mainline(
                LIFECYCLE.begin(at, Evidence.NONE), Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    /** {@return whether it is green or broken} */
    public MainlineState state() {
        return course.state();
    }

    /**
     * A build of the main line has ended. One that neither passed nor failed changes nothing.
     *
     * @param build the build
     * @param at when it ended
     * @return the main line after it, or why not: a later result of its subject is known. A change of its state is not
     *     dated before what is known already
     */
    public Progress<Mainline> built(Build build, Instant at) {
        Instant before = last.get(build.subject());
        if (before != null && at.isBefore(before)) {
            String reason = "build " + build.id() + " ended at " + at + ", and the last result of " + build.subject()
                    + " is of " + before + ": time does not go back";
            return Progress.refused(this, reason, List.of());
        }
        SortedMap<String, List<ArtifactRef>> failed = redAfter(build);
        MainlineState to = failed.isEmpty() ? MainlineState.GREEN : MainlineState.BROKEN;
        SortedMap<String, Instant> results = new TreeMap<>(last);
        if (build.outcome().isFailure() || build.outcome().isSuccess()) {
            results.put(build.subject(), at);
        }
        if (to == state()) {
            return Progress.moved(new Mainline(course, failed, results));
        }
        Evidence evidence = Evidence.NONE.withArtifacts(List.of(build.ref()));
        Instant since = to == MainlineState.GREEN ? Collections.max(results.values()) : at;
        return LIFECYCLE
                .move(course, to, since.isBefore(course.since()) ? course.since() : since, evidence)
                .into(this, moved -> new Mainline(moved, failed, results));
    }

    private SortedMap<String, List<ArtifactRef>> redAfter(Build build) {
        SortedMap<String, List<ArtifactRef>> failed = new TreeMap<>(red);
        if (build.outcome().isFailure()) {
            List<ArtifactRef> builds = new ArrayList<>(failed.getOrDefault(build.subject(), List.of()));
            builds.add(build.ref());
            failed.put(build.subject(), builds);
        } else if (build.outcome().isSuccess()) {
            failed.remove(build.subject());
        }
        return failed;
    }

    /**
     * Tells whether a pull request mends what is broken.
     *
     * @param request the pull request
     * @return whether its lineage names a failed build of a subject that has not passed since
     */
    public boolean isFix(PullRequest request) {
        return red.values().stream().flatMap(List::stream).anyMatch(request.derivedFrom()::contains);
    }

    /**
     * Merges a pull request if nothing stands against it. A tool that only flags what stands against it reads the
     * obstacles, and merges all the same.
     *
     * @param request the pull request
     * @param at when, not before it was opened
     * @return the merged pull request, or all that stands against it; {@link MergeObstacle#MAINLINE_BROKEN} is the last
     * @throws IllegalArgumentException if nothing stands against it and {@code at} is before it was opened
     */
    public MergeDecision merge(PullRequest request, Instant at) {
        MergeDecision decision = request.merge(at);
        if (state() == MainlineState.GREEN || isFix(request)) {
            return decision;
        }
        List<MergeObstacle> obstacles = new ArrayList<>();
        if (decision instanceof MergeDecision.Refused refused) {
            obstacles.addAll(refused.obstacles());
        }
        obstacles.add(MergeObstacle.MAINLINE_BROKEN);
        return new MergeDecision.Refused(request, obstacles);
    }

    /**
     * Puts pull requests in the order in which they are to be merged: what mends the main line first.
     *
     * @param requests the pull requests
     * @return the same, otherwise in the order given, unmodifiable
     */
    public List<PullRequest> queue(Collection<PullRequest> requests) {
        return requests.stream()
                .sorted(Comparator.comparing(request -> !isFix(request)))
                .toList();
    }
}
