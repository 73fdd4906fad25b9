package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.util.Set;

/**
 * Names a kind of artifact and the stage that produces it.
 *
 * <p>A value and no enum, so that a tool can have kinds of its own. Two kinds are the same if name and stage are.
 *
 * <p>Source: requirement ART-01.
 *
 * @param name the name in lower-case kebab case, for example {@code test-run}
 * @param stage the stage that produces artifacts of this kind
 * @since 0.1
 */
public record ArtifactKind(String name, Stage stage) implements Comparable<ArtifactKind> {
    /** The names of the library's own kinds, and one that could be mistaken for one. */
    private static final Set<String> BUILT_IN = Set.of(
            "alert-firing",
            "approval",
            "branch",
            "build",
            "build-artifact",
            "commit",
            "custom",
            "deployment",
            "exposure",
            "feedback",
            "incident",
            "insight",
            "measurement",
            "operation-record",
            "plan-item",
            "pull-request",
            "release",
            "scaling-action",
            "test-run");

    /**
     * Creates a kind.
     *
     * @throws IllegalArgumentException if the name is not lower-case kebab case of at most 100 characters
     */
    public ArtifactKind {
        Texts.bounded("artifact kind", name, 100);
        requireNonNull(stage, "stage");
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "artifact kind '" + name + "' is not lower-case kebab case such as 'test-run'");
        }
    }

    /** {@return whether the library itself has a kind of this name, so that a kind of one's own must not} */
    public boolean isBuiltIn() {
        return BUILT_IN.contains(name);
    }

    /** Compares by name, then by stage. */
    @Override
    public int compareTo(ArtifactKind other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : stage.compareTo(other.stage);
    }

    @Override
    public String toString() {
        return name;
    }
}
