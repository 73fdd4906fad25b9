package io.infinityloop.artifact;

import java.util.List;

/**
 * An artifact that says which built bytes it is about, so that what was tested, released and deployed can be compared.
 *
 * <p>A digest is kept as given, for example {@code sha256:9f86d081}; two are the same if their texts are.
 *
 * <p>Source: requirement ART-20.
 *
 * @since 0.1
 */
public sealed interface Digested permits BuildArtifact, TestRun, Release, Deployment {
    /** {@return the digests in the order given, unmodifiable; empty if nobody said} */
    List<String> digests();
}
