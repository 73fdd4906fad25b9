package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Deployment;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link LinkStrategy} found.
 *
 * @param causes the deployments; empty if it knows none
 * @param missing what could not be joined
 * @since 0.1
 */
public record Link(List<Snapshot<Deployment>> causes, List<Missing> missing) {
    private static final Link NONE = new Link(List.of(), List.of());

    /** Creates a finding. */
    public Link {
        causes = List.copyOf(causes);
        missing = List.copyOf(missing);
    }

    /** {@return a finding of nothing} */
    public static Link none() {
        return NONE;
    }

    /**
     * Returns a finding of deployments.
     *
     * @param causes the deployments; may be empty
     * @return the finding
     */
    public static Link to(List<Snapshot<Deployment>> causes) {
        return new Link(causes, List.of());
    }

    /**
     * Returns this finding and something that is not there.
     *
     * @param reason why it could not be joined, in a few words: {@code deployment not recorded}
     * @param reference what it is about, such as {@code incident:INC-1 names deployment:d7}
     * @return the finding
     */
    public Link missing(String reason, String reference) {
        List<Missing> more = new ArrayList<>(missing);
        more.add(new Missing(reason, reference));
        return new Link(causes, more);
    }

    /**
     * Something that could not be joined.
     *
     * @param reason why
     * @param reference what it is about
     * @since 0.1
     */
    public record Missing(String reason, String reference) {
        /** Creates it. */
        public Missing {
            requireNonNull(reason, "reason");
            requireNonNull(reference, "reference");
        }
    }
}
