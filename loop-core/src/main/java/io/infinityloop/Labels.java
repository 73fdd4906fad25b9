package io.infinityloop;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Short facts about an event or an artifact by which numbers can be split: service, team, environment, repository.
 *
 * <p>At most 64 labels, keys of at most 100 and values of at most 1,000 characters, sorted by key.
 *
 * @since 0.1
 */
public final class Labels {
    /** The key of the service that an event belongs to. */
    public static final String SERVICE = "service";
    /** The key of the team that looks after the service. */
    public static final String TEAM = "team";
    /** The key of the environment that something happened in. */
    public static final String ENVIRONMENT = "environment";
    /** The key of the source repository. */
    public static final String REPOSITORY = "repository";
    /** The key of the separately released part of a repository. */
    public static final String COMPONENT = "component";
    /**
     * The key that marks a release or deployment as holding the history before measuring began, such as the first tag
     * of a repository: how old its contents were, and how many, says nothing. The value says in words what it holds.
     */
    public static final String BASELINE = "baseline";

    /**
     * The key that marks a release or deployment whose lineage lists its commits one by one: the value {@code listed}.
     * What was before these commits is then no part of it; without the label it is.
     */
    public static final String CONTENTS = "contents";
    /** The key that says what a release is for, {@code fix} or {@code other}, or a change: {@code performance}. */
    public static final String INTENT = "intent";
    /** The key of the channel by which an alert tells somebody: {@code PAGE}, {@code NOTIFY} or {@code EMAIL}. */
    public static final String CHANNEL = "channel";
    /** The key of the branch that a build is of; a build that names none is taken for one of the main line. */
    public static final String BRANCH = "branch";
    /** The key of the instant since when a run waited for a machine, for example {@code 2026-01-05T09:30:00Z}. */
    public static final String QUEUED = "queued";
    /** The key of what a failure comes from: {@code environment} where machines, networks or services were at fault. */
    public static final String CAUSE = "cause";
    /** The key of the role that something is for, for example that an alert tells; never a person. */
    public static final String ROLE = "role";
    /** The keys of the roles that took part, separated by commas, for example {@code dev, ops}; never persons. */
    public static final String ROLES = "roles";
    /** The key of the team that did something, where another one looks after the service. */
    public static final String BY_TEAM = "by-team";
    /** The key of the day on which planned work is to begin or to be done, for example {@code 2026-07-05}. */
    public static final String DUE = "due";

    /** The key of the flow of events that an event belongs to, where its source names one, as CDEvents do. */
    public static final String CHAIN = "chain";

    private static final Labels NONE = new Labels(new TreeMap<>());

    private final Map<String, String> map;

    private Labels(SortedMap<String, String> sorted) {
        this.map = Collections.unmodifiableSortedMap(sorted);
    }

    /** {@return no labels} */
    public static Labels none() {
        return NONE;
    }

    /**
     * Returns one label.
     *
     * @param key the key, not blank
     * @param value the value, not blank
     * @return the label
     * @throws IllegalArgumentException if a text is blank or too long
     */
    public static Labels of(String key, String value) {
        return NONE.with(key, value);
    }

    /**
     * Returns the labels of a map.
     *
     * @param map keys and values, neither blank, at most 64
     * @return the labels, sorted by key
     * @throws IllegalArgumentException if there are too many, or a text is blank or too long
     */
    public static Labels from(Map<String, String> map) {
        if (map.isEmpty()) {
            return NONE;
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        map.forEach((key, value) ->
                sorted.put(Texts.bounded("label key", key, 100), Texts.bounded("label " + key, value, 1_000)));
        if (sorted.size() > 64) {
            throw new IllegalArgumentException(sorted.size() + " labels, at most 64 are accepted");
        }
        return new Labels(sorted);
    }

    /**
     * Returns these labels and one more; a value that the key had is replaced.
     *
     * @param key the key, not blank
     * @param value the value, not blank
     * @return the labels
     * @throws IllegalArgumentException if a text is blank or too long, or there would be more than 64
     */
    public Labels with(String key, String value) {
        Map<String, String> more = new TreeMap<>(map);
        more.put(requireNonNull(key, "key"), requireNonNull(value, "value"));
        return from(more);
    }

    /**
     * Returns these labels and those of others; where both have a key, the other's value counts.
     *
     * @param others the labels to add
     * @return the labels
     * @throws IllegalArgumentException if there would be more than 64
     */
    public Labels with(Labels others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        Map<String, String> more = new TreeMap<>(map);
        more.putAll(others.map);
        return from(more);
    }

    /**
     * Returns the value of a key.
     *
     * @param key the key
     * @return the value, or empty if there is no such label
     */
    public Optional<String> get(String key) {
        return Optional.ofNullable(map.get(key));
    }

    /** {@return whether there are no labels} */
    public boolean isEmpty() {
        return map.isEmpty();
    }

    /** {@return an unmodifiable map, sorted by key} */
    public Map<String, String> asMap() {
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && map.equals(labels.map);
    }

    @Override
    public int hashCode() {
        return map.hashCode();
    }

    /** {@return the labels as {@code {service=shop, team=blue}}, sorted by key} */
    @Override
    public String toString() {
        return map.toString();
    }
}
