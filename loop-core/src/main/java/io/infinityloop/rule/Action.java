package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be done when a condition comes true. Data, never a side effect: whoever gets a {@link Firing} does it.
 *
 * <p>The hierarchy is closed but for one open door, {@link Custom}.
 *
 * <p>Source: requirements FBK-04 and OPS-01.
 *
 * @since 0.1
 */
public sealed interface Action {
    /**
     * Somebody is told.
     *
     * @param channel how
     * @param to the role that is told, for example {@code on-call}; not a person
     * @since 0.1
     */
    record Alert(Channel channel, String to) implements Action {
        /**
         * Creates an alert.
         *
         * @throws IllegalArgumentException if the role is blank or has more than 500 characters
         */
        public Alert {
            requireNonNull(channel, "channel");
            Texts.id("role", to);
        }
    }

    /**
     * There are to be more instances, or fewer.
     *
     * @param by how many more; negative for fewer, not 0
     * @since 0.1
     */
    record Scale(int by) implements Action {
        /**
         * Creates the action.
         *
         * @throws IllegalArgumentException if the number is 0
         */
        public Scale {
            if (by == 0) {
                throw new IllegalArgumentException("scaling by 0 changes nothing: a number above or below is accepted");
            }
        }
    }

    /**
     * The subject, an instance that is not healthy, is replaced by a new one.
     *
     * @since 0.1
     */
    record Replace() implements Action {}

    /**
     * Something of the embedding tool's own.
     *
     * @param name what, for example {@code purge-cache}
     * @param details what else is to be known, by name; sorted, unmodifiable
     * @since 0.1
     */
    record Custom(String name, SortedMap<String, String> details) implements Action {
        /**
         * Creates the action.
         *
         * @throws IllegalArgumentException if the name of the action or of a detail is blank or has more than 500
         *     characters
         */
        public Custom {
            Texts.id("name", name);
            SortedMap<String, String> copy = new TreeMap<>();
            details.forEach((key, value) -> copy.put(Texts.id("detail", key), Texts.prose(key, value)));
            details = Collections.unmodifiableSortedMap(copy);
        }

        /**
         * Creates an action without details.
         *
         * @param name what
         */
        public Custom(String name) {
            this(name, new TreeMap<>());
        }

        /**
         * Returns this action with one more detail.
         *
         * @param key the name of the detail
         * @param value the detail
         * @return the action
         */
        public Custom with(String key, String value) {
            Map<String, String> more = new TreeMap<>(details);
            more.put(key, value);
            return new Custom(name, new TreeMap<>(more));
        }
    }
}
