package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was done about an incident, as far as it is known. Start with {@link #UNKNOWN}, and add.
 *
 * <p>Source: requirements OPS-08, OPS-11, OPS-12, OPS-19 and OPS-20.
 *
 * @param severity how bad it is; null if nobody said
 * @param practice whether it was staged on a game day, to practise
 * @param firedAt when the first alert fired; null if none did, or nobody said
 * @param pagedAt when whoever is on call was told; null if nobody was, or nobody said
 * @param acknowledgedAt when somebody took it on; null if nobody has, or nobody said
 * @param mitigatedAt when a workaround took the pressure off; null if none did, or nobody said
 * @param verifiedAt when somebody looked and found it restored; null if nobody did, or nobody said
 * @param joined which roles came to help and when, in the order given
 * @param postMortem what was learned; null if it was not written
 * @since 0.1
 */
public record IncidentResponse(
        @Nullable Severity severity,
        boolean practice,
        @Nullable Instant firedAt,
        @Nullable Instant pagedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant verifiedAt,
        List<Joined> joined,
        @Nullable PostMortem postMortem) {
    /** Nothing is known; the incident is taken for a real one. */
    public static final IncidentResponse UNKNOWN =
            new IncidentResponse(null, false, null, null, null, null, null, List.of(), null);

    /**
     * Creates a response.
     *
     * @throws IllegalArgumentException if somebody is paged or takes it on before the alert fires
     */
    public IncidentResponse {
        joined = List.copyOf(requireNonNull(joined, "joined"));
        checkAfter(firedAt, "acknowledged", acknowledgedAt);
        checkAfter(firedAt, "paged", pagedAt);
    }

    private static void checkAfter(@Nullable Instant firedAt, String what, @Nullable Instant at) {
        if (firedAt != null && at != null && at.isBefore(firedAt)) {
            throw new IllegalArgumentException(
                    "incident is " + what + " at " + at + ", before its alert fires at " + firedAt);
        }
    }

    /**
     * Returns this response with another severity.
     *
     * @param newSeverity how bad the incident is
     * @return the response
     */
    public IncidentResponse withSeverity(Severity newSeverity) {
        return new IncidentResponse(
                requireNonNull(newSeverity, "severity"),
                practice,
                firedAt,
                pagedAt,
                acknowledgedAt,
                mitigatedAt,
                verifiedAt,
                joined,
                postMortem);
    }

    /** {@return this response to an incident that was staged on a game day} */
    public IncidentResponse asPractice() {
        return new IncidentResponse(
                severity, true, firedAt, pagedAt, acknowledgedAt, mitigatedAt, verifiedAt, joined, postMortem);
    }

    /**
     * Returns this response with the instant of the first alert.
     *
     * @param at when it fired
     * @return the response
     */
    public IncidentResponse fired(Instant at) {
        return new IncidentResponse(
                severity,
                practice,
                requireNonNull(at, "at"),
                pagedAt,
                acknowledgedAt,
                mitigatedAt,
                verifiedAt,
                joined,
                postMortem);
    }

    /**
     * Returns this response once whoever is on call was told.
     *
     * @param at when
     * @return the response
     * @throws IllegalArgumentException if that is before the alert fired
     */
    public IncidentResponse paged(Instant at) {
        return new IncidentResponse(
                severity,
                practice,
                firedAt,
                requireNonNull(at, "at"),
                acknowledgedAt,
                mitigatedAt,
                verifiedAt,
                joined,
                postMortem);
    }

    /**
     * Returns this response once somebody has taken the incident on.
     *
     * @param at when
     * @return the response
     * @throws IllegalArgumentException if that is before the alert fired
     */
    public IncidentResponse acknowledged(Instant at) {
        return new IncidentResponse(
                severity,
                practice,
                firedAt,
                pagedAt,
                requireNonNull(at, "at"),
                mitigatedAt,
                verifiedAt,
                joined,
                postMortem);
    }

    /**
     * Returns this response once a workaround has taken the pressure off.
     *
     * @param at when
     * @return the response
     */
    public IncidentResponse mitigated(Instant at) {
        return new IncidentResponse(
                severity,
                practice,
                firedAt,
                pagedAt,
                acknowledgedAt,
                requireNonNull(at, "at"),
                verifiedAt,
                joined,
                postMortem);
    }

    /**
     * Returns this response once somebody has looked and found the service restored.
     *
     * @param at when
     * @return the response
     */
    public IncidentResponse verified(Instant at) {
        return new IncidentResponse(
                severity,
                practice,
                firedAt,
                pagedAt,
                acknowledgedAt,
                mitigatedAt,
                requireNonNull(at, "at"),
                joined,
                postMortem);
    }

    /**
     * Returns this response with one more role that came to help.
     *
     * @param role the role, for example {@code database}; never a person
     * @param at when it came
     * @return the response
     */
    public IncidentResponse joined(String role, Instant at) {
        List<Joined> more =
                Stream.concat(joined.stream(), Stream.of(new Joined(role, at))).toList();
        return new IncidentResponse(
                severity, practice, firedAt, pagedAt, acknowledgedAt, mitigatedAt, verifiedAt, more, postMortem);
    }

    /**
     * Returns this response with what was learned.
     *
     * @param written the post-mortem
     * @return the response
     */
    public IncidentResponse with(PostMortem written) {
        return new IncidentResponse(
                severity,
                practice,
                firedAt,
                pagedAt,
                acknowledgedAt,
                mitigatedAt,
                verifiedAt,
                joined,
                requireNonNull(written, "postMortem"));
    }

    /**
     * A role that came to help.
     *
     * @param role the role, never a person
     * @param at when it came
     * @since 0.1
     */
    public record Joined(String role, Instant at) {
        /**
         * Creates it.
         *
         * @throws IllegalArgumentException if the role is blank or has more than 100 characters
         */
        public Joined {
            Texts.bounded("role", role, 100);
            requireNonNull(at, "at");
        }
    }
}
