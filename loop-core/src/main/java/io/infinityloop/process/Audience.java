package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Share;
import io.infinityloop.internal.Texts;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Who sees a feature: named test users, a share of the users, or all.
 *
 * <p>The ids of test users are opaque, and belong to the configuration of a flag only: no event, no label, no metric
 * and no {@link #toString()} has them.
 *
 * <p>Source: requirements REL-08 and REL-14.
 *
 * @param testUsers the ids of users who see it in any case; sorted, none twice; may be empty
 * @param share how many of the others see it
 * @param experiment the experiment that it belongs to; empty for none
 * @since 0.1
 */
public record Audience(List<String> testUsers, Share share, String experiment) {
    /** Nobody sees it. */
    public static final Audience NOBODY = new Audience(List.of(), Share.NONE, "");
    /** All see it. */
    public static final Audience ALL = NOBODY.withShare(Share.ALL);

    /**
     * Creates an audience.
     *
     * @throws IllegalArgumentException if an id is blank or has more than 500 characters, or the experiment can be no
     *     value of a label
     */
    public Audience {
        testUsers = List.copyOf(new TreeSet<>(Texts.ids("test user", testUsers)));
        requireNonNull(share, "share");
        if (!requireNonNull(experiment, "experiment").isEmpty()) {
            Labels.of("experiment", experiment);
        }
    }

    /**
     * Returns this with other test users.
     *
     * @param users their ids
     * @return the changed copy
     * @throws IllegalArgumentException if an id is blank or has more than 500 characters
     */
    public Audience withTestUsers(Collection<String> users) {
        return new Audience(List.copyOf(users), share, experiment);
    }

    /**
     * Returns this with another share.
     *
     * @param newShare how many of the users see it who are no test users
     * @return the changed copy
     */
    public Audience withShare(Share newShare) {
        return new Audience(testUsers, newShare, experiment);
    }

    /**
     * Returns this as a part of an experiment.
     *
     * @param name the experiment; empty for none
     * @return the changed copy
     * @throws IllegalArgumentException if the name can be no value of a label
     */
    public Audience withExperiment(String name) {
        return new Audience(testUsers, share, name);
    }

    /**
     * Tells whether a user sees the feature.
     *
     * @param flag the name of the feature's flag
     * @param user the id of the user
     * @return whether the user is a test user, or falls into the share by {@link UserBucket}
     */
    public boolean includes(String flag, String user) {
        return testUsers.contains(user) || UserBucket.of(flag, user).isWithin(share);
    }

    /** {@return the audience without the ids of its users} */
    @Override
    public String toString() {
        return testUsers.size() + " test users, " + share + (experiment.isEmpty() ? "" : ", experiment " + experiment);
    }
}
