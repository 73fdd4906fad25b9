package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The latest deployment before an incident, within the horizon. */
record ByTime(boolean anyService) implements LinkStrategy {
    @Override
    public String name() {
        return anyService ? "time-of-any-service" : "time";
    }

    @Override
    public boolean isGuess() {
        return true;
    }

    @Override
    public Link link(Snapshot<Incident> incident, Production production) {
        Incident disturbance = incident.artifact();
        Optional<Snapshot<Deployment>> latest = anyService
                ? production.latest(disturbance.at())
                : production.latestOfService(incident, disturbance.at());
        if (latest.isEmpty()) {
            return Link.none()
                    .missing(
                            "incident with no deployment before it",
                            disturbance.ref().toString());
        }
        Snapshot<Deployment> deployment = latest.get();
        Duration since = Duration.between(deployment.deliveredAt(), disturbance.at());
        if (since.compareTo(production.horizon()) > 0) {
            return Link.none()
                    .missing(
                            "incident later than the horizon",
                            disturbance.ref() + " after "
                                    + deployment.artifact().ref());
        }
        return Link.to(List.of(deployment));
    }
}
