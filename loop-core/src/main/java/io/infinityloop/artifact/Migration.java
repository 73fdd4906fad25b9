package io.infinityloop.artifact;

import io.infinityloop.internal.Texts;

/**
 * A change of stored data that goes with a release.
 *
 * <p>Source: requirement OPS-22.
 *
 * @param name what is changed
 * @param automated whether a machine does it
 * @param tested whether it was tried out; a release with one that was not is incomplete
 * @since 0.1
 */
public record Migration(String name, boolean automated, boolean tested) {
    /**
     * Creates a migration.
     *
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public Migration {
        Texts.id("name", name);
    }
}
