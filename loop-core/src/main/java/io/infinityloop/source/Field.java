package io.infinityloop.source;

import java.time.Instant;

/**
 * What a record can tell of a thing, whatever its format calls it. The left side of a {@link Table}.
 *
 * @since 0.1
 */
public enum Field {
    /** The id of the thing, unique within its kind and source. */
    ID(Form.TEXT),
    /** What people call it: a title, a summary, the first line of a commit message. */
    TITLE(Form.TEXT),
    /** When it began: opened, started, created, detected. If several records say so, the earliest counts. */
    AT(Form.INSTANT),
    /** When that happened which the record tells of; without it, the latest of the other instants. */
    HAPPENED(Form.INSTANT),
    /** Since when it waited to begin. */
    QUEUED(Form.INSTANT),
    /** When it ended: finished, merged, closed, resolved, answered. */
    FINISHED(Form.INSTANT),
    /** When a commit was written, which may be long before it was committed. */
    AUTHORED(Form.INSTANT),
    /** When somebody took notice of an incident; of several records the first. */
    ACKNOWLEDGED(Form.INSTANT),
    /** How it stands or came out, in the word of the source. */
    OUTCOME(Form.TEXT),
    /** What sort of thing it is, in the words of the source: types, labels, priorities. */
    WORDS(Form.TEXTS),
    /** How bad it is, in the word of the source. */
    SEVERITY(Form.TEXT),
    /** The hashes of the commits that it holds, was made from or was caused by. */
    COMMITS(Form.TEXTS),
    /** The hashes of the commits before a commit. */
    PARENTS(Form.TEXTS),
    /** The ids of pull requests. */
    PULL_REQUESTS(Form.TEXTS),
    /** The ids of plan items. */
    ISSUES(Form.TEXTS),
    /** The ids of builds. */
    BUILDS(Form.TEXTS),
    /** The ids of build artifacts; package URLs where the source has them. */
    ARTIFACTS(Form.TEXTS),
    /** The ids of releases. */
    RELEASES(Form.TEXTS),
    /** The ids of deployments. */
    DEPLOYMENTS(Form.TEXTS),
    /** The branch that it is of. */
    BRANCH(Form.TEXT),
    /** The tag that it is of. */
    TAG(Form.TEXT),
    /** The version. */
    VERSION(Form.TEXT),
    /** What a build artifact is, byte by byte, such as {@code sha256:…}. */
    DIGEST(Form.TEXT),
    /** The environment, as the source calls it. */
    ENVIRONMENT(Form.TEXT),
    /** What sort of environment it is, where the source says so: a tier, or {@code production}. */
    TIER(Form.TEXT),
    /** What a deployment is for: {@code rollback} or {@code hotfix}. */
    PURPOSE(Form.TEXT),
    /** The service. */
    SERVICE(Form.TEXT),
    /** The repository, with its group or owner. */
    REPOSITORY(Form.TEXT),
    /** The team. */
    TEAM(Form.TEXT),
    /** A role that something was asked of; never a person. */
    ROLE(Form.TEXT),
    /** The flow of events that it is of, where the source names one. */
    CHAIN(Form.TEXT),
    /** What was built or tested: the name of a workflow, job or suite. */
    SUBJECT(Form.TEXT),
    /** Who started it: {@code automated} or {@code manual}. */
    TRIGGER(Form.TEXT),
    /** Lines added. */
    ADDED(Form.COUNT),
    /** Lines deleted. */
    DELETED(Form.COUNT),
    /** How many tests there were, skipped ones included. */
    TESTS(Form.COUNT),
    /** How many tests failed, or ended in an error. */
    FAILURES(Form.COUNT),
    /** How many tests were skipped. */
    SKIPPED(Form.COUNT),
    /**
     * Reviews of a pull request, each with blanks between: instant, verdict ({@code APPROVED},
     * {@code CHANGES_REQUESTED}, {@code COMMENTED}, or {@code DISMISSED} for one that counts no more), {@code author}
     * or {@code other}, and, if the source has one, an id.
     */
    REVIEWS(Form.TEXTS);

    private final Form form;

    Field(Form form) {
        this.form = form;
    }

    /** {@return what its values look like} */
    public Form form() {
        return form;
    }

    /** {@return which of two instants counts that were told of one thing, one after the other} */
    Instant told(Instant before, Instant after) {
        boolean isEarliest = this == AT || this == ACKNOWLEDGED;
        return isEarliest && before.isBefore(after) ? before : after;
    }

    /** {@return whether it can have more than one value} */
    public boolean isMany() {
        return form == Form.TEXTS;
    }

    /** What the values of a field look like. */
    public enum Form {
        /** One text. */
        TEXT,
        /** Any number of texts, as a set. */
        TEXTS,
        /** An instant in any of the forms that are seen in the wild. */
        INSTANT,
        /** A whole number from 0. */
        COUNT
    }
}
