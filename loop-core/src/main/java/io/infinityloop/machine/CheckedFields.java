package io.infinityloop.machine;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Digested;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which fields of the built-in kinds a contract can ask for, and how to tell whether they are there. */
final class CheckedFields {
    private static final Map<String, Map<String, Predicate<Artifact>>> OF_KIND = Map.of(
            BuildArtifact.KIND.name(), Map.of("digests", CheckedFields::hasDigest),
            TestRun.KIND.name(), Map.of("digests", CheckedFields::hasDigest),
            Release.KIND.name(),
                    Map.of(
                            "digests", CheckedFields::hasDigest,
                            "notes",
                                    of(
                                            Release.class,
                                            release -> !release.preparation()
                                                    .notes()
                                                    .isEmpty()),
                            "recovery",
                                    of(
                                            Release.class,
                                            release -> release.recovery().isPresent()),
                            "risks",
                                    of(
                                            Release.class,
                                            release -> !release.preparation()
                                                    .risks()
                                                    .isEmpty()),
                            "tag", of(Release.class, release -> !release.tag().isEmpty())),
            Deployment.KIND.name(),
                    Map.of(
                            "digests",
                            CheckedFields::hasDigest,
                            "recovery",
                            of(
                                    Deployment.class,
                                    deployment -> deployment.recovery().isPresent())));

    private CheckedFields() {}

    /** {@return the fields of a kind, sorted; empty if none can be asked for} */
    static List<String> of(ArtifactKind kind) {
        return List.copyOf(new TreeMap<>(OF_KIND.getOrDefault(kind.name(), Map.of())).keySet());
    }

    /** {@return whether an artifact has a value in a field; false for a field that is not known} */
    static boolean isPresent(Artifact artifact, String field) {
        if (artifact instanceof CustomArtifact custom) {
            return !custom.fields().getOrDefault(field, "").isEmpty();
        }
        Predicate<Artifact> test =
                OF_KIND.getOrDefault(artifact.kind().name(), Map.of()).get(field);
        return test != null && test.test(artifact);
    }

    private static boolean hasDigest(Artifact artifact) {
        return artifact instanceof Digested digested && !digested.digests().isEmpty();
    }

    private static <A extends Artifact> Predicate<Artifact> of(Class<A> type, Predicate<A> test) {
        return artifact -> type.isInstance(artifact) && test.test(type.cast(artifact));
    }
}
