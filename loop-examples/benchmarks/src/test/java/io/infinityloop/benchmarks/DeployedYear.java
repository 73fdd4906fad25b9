package io.infinityloop.benchmarks;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A year of 200 services: each deployment brings five commits on average, of which it names the last; one deployment in
 * forty is followed by an incident. A half of the incidents names nothing, a quarter the deployment and a quarter the
 * commit.
 */
final class DeployedYear {
    private static final int SERVICES = 200;
    private static final long SECONDS = 365L * 24 * 3_600;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Random random;
    private final List<LoopEvent> events = new ArrayList<>();

    private DeployedYear(Random random) {
        this.random = random;
    }

    /** {@return the events of so many deployments, five times as many commits and a fortieth of incidents, shuffled} */
    static List<LoopEvent> events(int deployments) {
        Random random = new Random(7);
        DeployedYear year = new DeployedYear(random);
        for (int service = 0; service < SERVICES; service++) {
            year.service(service, deployments / SERVICES);
        }
        Collections.shuffle(year.events, random);
        return year.events;
    }

    private void service(int service, int deployments) {
        Labels labels = Labels.of(Labels.SERVICE, "service-" + service);
        long step = SECONDS / deployments;
        String parent = "";
        for (int i = 0; i < deployments; i++) {
            long at = i * step;
            for (int change = 0; change < 5; change++) {
                String hash = String.format(Locale.ROOT, "%08x%032x", random.nextInt(), random.nextLong());
                List<String> parents = parent.isEmpty() ? List.of() : List.of(parent);
                Instant written = START.plusSeconds(at + change);
                record("c-" + hash, labels, new Commit(ArtifactMetadata.of(hash, written), written, "", parents));
                parent = hash;
            }
            String id = "service-" + service + "-" + i;
            Instant ended = START.plusSeconds(at + step / 2 + random.nextInt(60));
            record("d-" + id, labels, Deployment.toProduction(id, ended, List.of(ArtifactRef.of(Commit.KIND, parent))));
            if (i % 40 == 7) {
                Instant began = ended.plusSeconds(step / 4);
                record("i-" + id, labels, incident(id, began, parent, i / 40));
            }
        }
    }

    private static Incident incident(String deployment, Instant began, String commit, int number) {
        List<ArtifactRef> named = switch (number % 4) {
            case 0 -> List.of(ArtifactRef.of(Deployment.KIND, deployment));
            case 1 -> List.of(ArtifactRef.of(Commit.KIND, commit));
            default -> List.of();
        };
        return new Incident(
                ArtifactMetadata.of("i-" + deployment, began).derivedFrom(named), "", true, began.plusSeconds(3_600));
    }

    private void record(String id, Labels labels, Artifact artifact) {
        EventMetadata metadata = EventMetadata.of(id, "year", artifact.at()).with(labels);
        events.add(new Recorded(metadata, null, artifact));
    }
}
