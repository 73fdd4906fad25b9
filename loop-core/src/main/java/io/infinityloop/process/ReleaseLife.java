package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Release;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A release from the merge until it can be deployed, in six steps of which none is left out. After each step,
 * {@link #release()} is the fuller snapshot to be recorded.
 *
 * <p>Source: requirement REL-04.
 *
 * @param release what was prepared so far
 * @param course the states that it went through
 * @since 0.1
 */
public record ReleaseLife(Release release, Course<ReleaseState> course) {
    /** The table of the steps. */
    public static final Lifecycle<ReleaseState> LIFECYCLE = Lifecycle.of("Release", ReleaseState.MERGED)
            .step(ReleaseState.MERGED, "pass all tests", ReleaseState.TESTED)
            .step(ReleaseState.TESTED, "tag", ReleaseState.TAGGED)
            .step(ReleaseState.TAGGED, "write the notes", ReleaseState.NOTED)
            .step(ReleaseState.NOTED, "package", ReleaseState.PACKAGED)
            .step(ReleaseState.PACKAGED, "declare ready", ReleaseState.READY_FOR_DEPLOYMENT)
            .build();

    /**
     * Creates a life.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}
     */
    public ReleaseLife {
        requireNonNull(release, "release");
        LIFECYCLE.check(requireNonNull(course, "course"));
    }

    /**
     * Begins the preparation of a release.
     *
     * @param release what is known of it; it becomes one that is IN_PREPARATION
     * @param at when what it is to hold came to the main line
     * @return the life, in state MERGED
     */
    public static ReleaseLife merged(Release release, Instant at) {
        return new ReleaseLife(release.with(release.preparation()), LIFECYCLE.begin(at, Evidence.NONE));
    }

    /** {@return the state that it is in} */
    public ReleaseState state() {
        return course.state();
    }

    /**
     * The tests have ended.
     *
     * @param outcome how, for example that of a {@code TestReport}
     * @param at when
     * @param evidence the test runs
     * @return the next step, or why not: only PASSED leads on
     */
    public Progress<ReleaseLife> test(Outcome outcome, Instant at, Evidence evidence) {
        return step(
                ReleaseState.TESTED,
                at,
                evidence,
                outcome == Outcome.PASSED ? "" : "the tests are " + outcome + ", and only PASSED leads on",
                UnaryOperator.identity());
    }

    /**
     * It was tagged in version control.
     *
     * @param tag the tag, for example {@code v1.2.3}
     * @param at when
     * @return the next step, or why not
     * @throws IllegalArgumentException if the tag is blank or has more than 500 characters
     */
    public Progress<ReleaseLife> tag(String tag, Instant at) {
        Texts.id("tag", tag);
        return step(
                ReleaseState.TAGGED,
                at,
                Evidence.NONE,
                "",
                known -> new Release(known.metadata(), known.version(), tag, known.status(), known.preparation()));
    }

    /**
     * What is new was written down.
     *
     * @param notes the notes, for example the text of {@code ReleaseNotes}
     * @param at when
     * @return the next step, or why not: they are blank, or have more than 100,000 characters
     */
    public Progress<ReleaseLife> note(String notes, Instant at) {
        return step(
                ReleaseState.NOTED,
                at,
                Evidence.NONE,
                against(notes),
                known -> known.with(known.preparation().withNotes(notes)));
    }

    /** What is new comes from what others wrote: whoever passes it on may not know that it is nothing, or too much. */
    private static String against(String notes) {
        if (notes.isBlank()) {
            return "the notes are blank, and expected is at least one line";
        }
        return notes.length() > Texts.PROSE_LIMIT
                ? "the notes have " + notes.length() + " characters, and at most " + Texts.PROSE_LIMIT + " are accepted"
                : "";
    }

    /**
     * What will be deployed is there.
     *
     * @param artifact what was built; its digest is what is released
     * @param at when
     * @return the next step, or why not: it is not what the release already says that it holds
     */
    public Progress<ReleaseLife> pack(BuildArtifact artifact, Instant at) {
        List<String> expected = release.digests();
        boolean isOther = !expected.isEmpty() && !expected.contains(artifact.digest());
        List<String> digests = expected.isEmpty() ? artifact.digests() : expected;
        return step(
                ReleaseState.PACKAGED,
                at,
                Evidence.NONE.withArtifacts(List.of(artifact.ref())),
                isOther ? "the release holds " + String.join(", ", expected) + ", not " + artifact.digest() : "",
                known -> new Release(
                        known.metadata().derivedFrom(List.of(artifact.ref())),
                        known.version(),
                        known.tag(),
                        known.status(),
                        known.preparation().withDigests(digests)));
    }

    /**
     * Everything is there.
     *
     * @param at when
     * @return the last step, or why not: something is {@linkplain Release#missing() missing}
     */
    public Progress<ReleaseLife> ready(Instant at) {
        return step(
                ReleaseState.READY_FOR_DEPLOYMENT,
                at,
                Evidence.NONE,
                release.missing().isEmpty() ? "" : "missing: " + String.join(", ", release.missing()),
                Release::ready);
    }

    /** The table speaks first: an obstacle counts only where the step is due. */
    private Progress<ReleaseLife> step(
            ReleaseState to, Instant at, Evidence evidence, String obstacle, UnaryOperator<Release> change) {
        Progress<Course<ReleaseState>> progress = LIFECYCLE.move(course, to, at, evidence);
        if (progress.isMoved() && !obstacle.isEmpty()) {
            return Progress.refused(
                    this, "cannot go from " + state() + " to " + to + ": " + obstacle, List.of(to.name()));
        }
        return progress.map(moved -> progress.isMoved() ? new ReleaseLife(change.apply(release), moved) : this);
    }
}
