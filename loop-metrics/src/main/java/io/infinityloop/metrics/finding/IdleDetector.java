package io.infinityloop.metrics.finding;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A detector that cannot run, because something was not chosen that only its user can choose. */
record IdleDetector<F extends Subject>(DetectorDefinition definition, Class<F> subject, String reason)
        implements Detector<F, Integer> {
    @Override
    public Optional<String> obstacle() {
        return Optional.of(reason);
    }

    @Override
    public Place place(F one, Instant asOf) {
        return new Place.NotConcerned();
    }

    @Override
    public Integer newState() {
        return 0;
    }

    @Override
    public Use add(Integer state, F one, Frame frame) {
        return new Use.NotConcerned();
    }

    @Override
    public Integer merge(Integer into, Integer from) {
        return into;
    }

    @Override
    public List<Sighting> findings(Integer state, Frame frame) {
        return List.of();
    }
}
