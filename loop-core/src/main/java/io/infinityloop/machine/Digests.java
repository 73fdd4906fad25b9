package io.infinityloop.machine;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.internal.Texts;
import java.util.List;
import java.util.Optional;

/** Compares what artifacts are about, by digest. */
final class Digests {
    private Digests() {}

    /** {@return what is wrong if an artifact is about what none of another kind was about, of those that passed} */
    static Optional<String> strange(Artifact latest, ArtifactKind as, LoopState state) {
        List<String> known = Evidence.known(state, as);
        List<String> strange = Evidence.digests(latest).stream()
                .filter(digest -> !known.contains(digest))
                .toList();
        return strange.isEmpty() ? Optional.empty() : Optional.of(message(latest, strange, as, known));
    }

    private static String message(Artifact latest, List<String> strange, ArtifactKind as, List<String> known) {
        boolean canFail = DefinitionCheck.CHECKED.contains(as);
        String others = known.isEmpty()
                ? "no " + (canFail ? "passed " : "") + as + " names a digest"
                : "every " + as + " is about " + String.join(", ", known);
        return latest.ref() + " is about " + String.join(", ", strange) + ", but " + others + "; record "
                + (canFail ? "a passed " + as : Texts.withArticle(as)) + " of the same digest";
    }
}
