package io.infinityloop.metrics.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From one release to the next, service by service. */
final class ReleaseGaps implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        Map<Scope, Released> latest = new LinkedHashMap<>();
        derivation.emitted(Released.class).forEach(release -> {
            Released previous = latest.put(Scope.of(release.labels()), release);
            if (previous != null) {
                derivation.emit(new ReleaseGap(
                        previous.version(),
                        previous.at(),
                        release.version(),
                        release.at(),
                        previous.labels(),
                        Stream.concat(previous.evidence().stream(), release.evidence().stream())
                                .distinct()
                                .toList()));
            }
        });
        latest.values()
                .forEach(last -> derivation.emit(new ReleaseGap(
                        last.version(), last.at(), "", null, last.labels(), List.copyOf(last.evidence()))));
    }
}
