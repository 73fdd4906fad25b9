package io.infinityloop.json;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;

/**
 * How the artifacts of one kind are written: the fields that only this kind has. To add a kind, write its format and
 * add it to {@link ArtifactFormats}.
 *
 * @param <A> the record of the kind
 */
interface ArtifactFormat<A extends Artifact> {
    ArtifactKind kind();

    Class<A> type();

    /** {@return the artifact with these metadata and fields} */
    A read(ArtifactMetadata metadata, Fields fields) throws FieldException;

    /** Writes the kind's own fields, named as the components of the record and in their order. */
    void write(A artifact, FieldWriter out) throws IOException;
}
