package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import java.time.Instant;
import java.util.List;

/**
 * A piece of telemetry of a service, whose name is the {@linkplain Labels#SERVICE label} {@code service}.
 *
 * <p>Source: requirement OBS-01.
 *
 * @param metadata id, instant (of the reading), lineage and labels
 * @param reading what was read
 * @since 0.1
 */
public record Measurement(ArtifactMetadata metadata, Reading reading) implements MonitorStageArtifact {
    /** The kind {@code measurement}. */
    public static final ArtifactKind KIND = new ArtifactKind("measurement", Stage.MONITOR);

    /** Creates a measurement. */
    public Measurement {
        requireNonNull(metadata, "metadata");
        requireNonNull(reading, "reading");
    }

    /**
     * Returns a measurement of a service.
     *
     * @param id the id
     * @param at when it was read
     * @param service the service
     * @param reading what was read
     * @return the measurement
     */
    public static Measurement of(String id, Instant at, String service, Reading reading) {
        return new Measurement(ArtifactMetadata.of(id, at).with(Labels.of(Labels.SERVICE, service)), reading);
    }

    @Override
    public Measurement with(ArtifactMetadata other) {
        return new Measurement(other, reading);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    @Override
    public List<Gap> gaps() {
        return labels().get(Labels.SERVICE).isPresent()
                ? List.of()
                : List.of(new Gap("labels.service", "nobody said which service was measured"));
    }
}
