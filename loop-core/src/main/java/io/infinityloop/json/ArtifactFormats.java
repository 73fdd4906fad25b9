package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of all artifact kinds, and the fields that every artifact has. */
final class ArtifactFormats {
    private static final List<ArtifactFormat<?>> ALL = List.of(
            new AlertFiringFormat(),
            new ApprovalFormat(),
            new BranchFormat(),
            new BuildArtifactFormat(),
            new BuildFormat(),
            new CommitFormat(),
            new DeploymentFormat(),
            new ExposureFormat(),
            new FeedbackFormat(),
            new IncidentFormat(),
            new InsightFormat(),
            new MeasurementFormat(),
            new OperationRecordFormat(),
            new PlanItemFormat(),
            new PullRequestFormat(),
            new ReleaseFormat(),
            new ScalingActionFormat(),
            new TestRunFormat());

    private static final Map<String, ArtifactFormat<?>> BY_KIND = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(format -> format.kind().name(), Function.identity()));

    private static final Map<Class<?>, ArtifactFormat<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ArtifactFormat::type, Function.identity()));

    private ArtifactFormats() {}

    /** {@return whether this release can read an artifact: it knows its kind, or a tool brought the kind along} */
    static boolean knows(Fields artifact, String kind) throws FieldException {
        return CustomFormat.isMarked(artifact) || BY_KIND.containsKey(kind);
    }

    static Artifact read(Fields fields) throws FieldException {
        String kind = fields.id("kind");
        if (!knows(fields, kind)) {
            throw fields.problem("kind", "'" + Excerpt.of(kind) + "' is not known");
        }
        ArtifactMetadata metadata = new ArtifactMetadata(
                fields.id("id"),
                fields.instant("at"),
                fields.list("derivedFrom", ArtifactRef::parse),
                fields.labels("labels"));
        return CustomFormat.isMarked(fields)
                ? CustomFormat.read(metadata, fields)
                : requireNonNull(BY_KIND.get(kind)).read(metadata, fields);
    }

    static void write(Artifact artifact, FieldWriter out) throws IOException {
        out.text("kind", artifact.kind().name());
        out.text("id", artifact.id());
        out.instant("at", artifact.at());
        out.list("derivedFrom", artifact.derivedFrom());
        out.labels("labels", artifact.labels());
        if (artifact instanceof CustomArtifact custom) {
            CustomFormat.write(custom, out);
            return;
        }
        ArtifactFormat<?> format = BY_TYPE.get(artifact.getClass());
        if (format == null) {
            throw new IllegalArgumentException("artifacts of the kind " + artifact.kind() + " have no format");
        }
        writeOwn(format, artifact, out);
    }

    private static <A extends Artifact> void writeOwn(ArtifactFormat<A> format, Artifact artifact, FieldWriter out)
            throws IOException {
        format.write(format.type().cast(artifact), out);
    }
}
