package io.infinityloop.export;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.event.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one event becomes: CDEvents, or a reason why there is none. Not safe for use by many threads. */
final class Telling {
    private final Recorded event;
    private final Labels labels;
    private final List<CdEvent> told = new ArrayList<>(2);
    private final List<String> less = new ArrayList<>(0);
    private @Nullable String untold;

    Telling(Recorded event) {
        this.event = event;
        this.labels = event.artifact().labels().with(event.labels());
    }

    Recorded event() {
        return event;
    }

    String label(String key) {
        return labels.get(key).orElse("");
    }

    /** {@return the environment as the source calls it, else as the artifact says} */
    String environment(String otherwise) {
        String own = label(Labels.ENVIRONMENT);
        return own.isEmpty() ? otherwise.toLowerCase(Locale.ROOT) : own;
    }

    /** {@return the ids of what the artifact names of a kind} */
    List<String> named(ArtifactKind kind) {
        Artifact artifact = event.artifact();
        return artifact.derivedFrom().stream()
                .filter(ref -> ref.isOf(kind))
                .map(ArtifactRef::id)
                .toList();
    }

    /** {@return the build artifact that is named; empty if there is none} */
    String artifact() {
        List<String> ids = named(BuildArtifact.KIND);
        lessIf(ids.size() > 1, "build artifacts beyond the first");
        return ids.isEmpty() ? "" : ids.get(0);
    }

    void tell(CdEvent one) {
        told.add(one);
    }

    void untold(String reason) {
        untold = event.artifact().kind() + ": " + reason;
    }

    void lessIf(boolean isSo, String what) {
        if (isSo) {
            less.add(event.artifact().kind() + ": " + what);
        }
    }

    List<CdEvent> told() {
        return told;
    }

    List<String> less() {
        return told.isEmpty() ? List.of() : less;
    }

    /** {@return why nothing is told; null if something is} */
    @Nullable
    String untold() {
        return told.isEmpty() ? untold : null;
    }
}
