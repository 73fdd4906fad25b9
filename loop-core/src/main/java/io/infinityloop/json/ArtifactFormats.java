package io.infinityloop.json;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of all artifact kinds, and the fields that every artifact has. */
final class ArtifactFormats {
    private static final List<ArtifactFormat<?>> ALL = List.of(
            new ApprovalFormat(),
            new BranchFormat(),
            new BuildArtifactFormat(),
            new BuildFormat(),
            new CommitFormat(),
            new DeploymentFormat(),
            new ExposureFormat(),
            new IncidentFormat(),
            new InsightFormat(),
            new OperationRecordFormat(),
            new PlanItemFormat(),
            new PullRequestFormat(),
            new ReleaseFormat(),
            new TestRunFormat());

    private static final Map<String, ArtifactFormat<?>> BY_KIND = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(format -> format.kind().name(), Function.identity()));

    private static final Map<Class<?>, ArtifactFormat<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ArtifactFormat::type, Function.identity()));

    private ArtifactFormats() {}

    /** {@return the format of a kind, or empty if this release does not know the kind} */
    static Optional<ArtifactFormat<?>> of(String kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }

    static Artifact read(ArtifactFormat<?> format, Fields fields) throws FieldException {
        ArtifactMetadata metadata = new ArtifactMetadata(
                fields.id("id"),
                fields.instant("at"),
                fields.list("derivedFrom", ArtifactRef::parse),
                fields.labels("labels"));
        return format.read(metadata, fields);
    }

    static void write(Artifact artifact, FieldWriter out) throws IOException {
        ArtifactFormat<?> format = BY_TYPE.get(artifact.getClass());
        if (format == null) {
            throw new IllegalArgumentException("artifacts of the kind " + artifact.kind() + " have no format");
        }
        out.text("kind", format.kind().name());
        out.text("id", artifact.id());
        out.instant("at", artifact.at());
        out.list("derivedFrom", artifact.derivedFrom());
        out.labels("labels", artifact.labels());
        writeOwn(format, artifact, out);
    }

    private static <A extends Artifact> void writeOwn(ArtifactFormat<A> format, Artifact artifact, FieldWriter out)
            throws IOException {
        format.write(format.type().cast(artifact), out);
    }
}
