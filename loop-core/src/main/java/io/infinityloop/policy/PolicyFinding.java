package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * Something about a proposed deployment that is against a policy.
 *
 * @param code what it is
 * @param enforcement what follows from it
 * @param subject what it is about: a version, a role, the reference of another release
 * @param message one sentence for people: what, which rule, and what would be accepted
 * @since 0.1
 */
public record PolicyFinding(Code code, Enforcement enforcement, String subject, String message) {
    /**
     * Creates a finding.
     *
     * @throws IllegalArgumentException if a text is blank or too long
     */
    public PolicyFinding {
        requireNonNull(code, "code");
        requireNonNull(enforcement, "enforcement");
        Texts.bounded("subject", subject, Texts.PROSE_LIMIT);
        Texts.bounded("message", message, Texts.PROSE_LIMIT);
    }

    /** {@return whether what was proposed does not happen as it is} */
    public boolean isStrict() {
        return enforcement == Enforcement.STRICT;
    }

    /**
     * What can be against a deployment.
     *
     * @since 0.1
     */
    public enum Code {
        /** It would begin at a time at which nobody deploys. */
        OUTSIDE_WINDOW(true),
        /** A role has not answered, or was not asked. */
        APPROVAL_MISSING(true),
        /** A role said no. */
        APPROVAL_DENIED(false),
        /** It depends on a release that does not run in production. */
        DEPENDENCY_NOT_DEPLOYED(true),
        /** It was not deployed to a test environment before. */
        NOT_REHEARSED(false),
        /** It was rehearsed with another process, or nobody can tell with which. */
        OTHER_PROCESS(false),
        /** Its strategy and what it is deployed to do not go together. */
        TARGET_DOES_NOT_FIT(false),
        /** The risk is too high for the strategy. */
        RISK_NOT_CONTAINED(false),
        /** Two versions would run together, and nobody said that they can. */
        COMPATIBILITY_NOT_STATED(false);

        private final boolean isTemporary;

        Code(boolean isTemporary) {
            this.isTemporary = isTemporary;
        }

        /** {@return whether it can pass while the proposal stays as it is, so that waiting helps} */
        public boolean isTemporary() {
            return isTemporary;
        }
    }
}
