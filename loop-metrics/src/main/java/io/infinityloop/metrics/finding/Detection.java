package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for bad habits by segment and window. It never fails because of a detector: one that throws gives
 * {@link Examination.Result.Failed} in its own rows.
 *
 * @since 0.1
 */
public final class Detection {
    private static final Logger log = LoggerFactory.getLogger(Detection.class);

    private final List<Chosen<Detector<?, ?>>> detectors;
    private final List<Chosen<ScorecardDetector>> scorecardDetectors;
    private final List<Window> windows;
    private final Segmenter segmenter;
    private final Instant asOf;
    private final ZoneId zone;

    /** A detector and what it said that it is, once. */
    private record Chosen<D>(DetectorDefinition definition, D detector) {}

    private Detection(Builder builder) {
        this.detectors = List.copyOf(builder.detectors.values());
        this.scorecardDetectors = List.copyOf(builder.scorecardDetectors.values());
        this.windows = builder.windows.stream().distinct().toList();
        this.segmenter = builder.segmenter;
        this.asOf = builder.asOf;
        this.zone = builder.zone;
        if (detectors.isEmpty() && scorecardDetectors.isEmpty()) {
            throw new IllegalArgumentException("a detection needs at least one detector");
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("a detection needs at least one window");
        }
    }

    /**
     * Returns a builder without detectors and windows, and without segments.
     *
     * @param asOf the last instant that is known; must be the one that the subjects were derived as of
     * @param zone where days begin
     * @return the builder
     */
    public static Builder builder(Instant asOf, ZoneId zone) {
        return new Builder(asOf, zone);
    }

    /**
     * Runs the detectors over subjects; those over results of metrics are not run.
     *
     * @param derived the subjects
     * @return what was found
     */
    public Findings run(Derived derived) {
        return run(derived.subjects());
    }

    /**
     * Runs the detectors over subjects; those over results of metrics are not run.
     *
     * @param subjects the subjects, in any order
     * @return what was found
     */
    public Findings run(Collection<? extends Subject> subjects) {
        List<Examination> examinations = new ArrayList<>(overSubjects(subjects));
        for (Chosen<ScorecardDetector> chosen : scorecardDetectors) {
            examinations.addAll(
                    everywhere(chosen.definition(), new Examination.Result.NotRun("no results of metrics are given")));
        }
        return new Findings(asOf, zone, windows, examinations);
    }

    /**
     * Runs all detectors.
     *
     * @param derived the subjects
     * @param analysis computes the results of metrics over these subjects, with the windows that are to be compared
     * @return what was found
     */
    public Findings run(Derived derived, Analysis analysis) {
        return run(derived.subjects(), analysis);
    }

    /**
     * Runs all detectors.
     *
     * @param subjects the subjects, in any order
     * @param analysis computes the results of metrics over these subjects, with the windows that are to be compared
     * @return what was found
     */
    public Findings run(Collection<? extends Subject> subjects, Analysis analysis) {
        return run(
                subjects,
                analysis.run(subjects),
                cell -> analysis.explain(subjects, cell.metric().id(), cell.segment(), cell.window())
                        .events());
    }

    /**
     * Runs all detectors over results that came from elsewhere: which events are behind them is not known, so that a
     * finding about numbers has no evidence.
     *
     * @param derived the subjects
     * @param scorecard the results of metrics, with the windows that are to be compared
     * @return what was found
     */
    public Findings run(Derived derived, Scorecard scorecard) {
        return run(derived.subjects(), scorecard, cell -> List.of());
    }

    private Findings run(
            Collection<? extends Subject> subjects, Scorecard scorecard, Function<Cell, List<EventKey>> evidence) {
        List<Examination> examinations = new ArrayList<>(overSubjects(subjects));
        List<Segment> segments = scorecard.cells().stream()
                .map(Cell::segment)
                .distinct()
                .sorted()
                .toList();
        for (Chosen<ScorecardDetector> chosen : scorecardDetectors) {
            DetectorDefinition definition = chosen.definition();
            examinations.addAll(isolated(
                    definition,
                    () -> chosen.detector().obstacle(),
                    () -> segments.isEmpty()
                            ? everywhere(definition, new Examination.Result.NotRun("there are no results of metrics"))
                            : segments.stream()
                                    .map(segment -> new ScorecardView(scorecard, segment, subjects, evidence))
                                    .map(view -> examination(definition, chosen.detector(), view))
                                    .toList()));
        }
        return new Findings(asOf, zone, windows, examinations);
    }

    private Examination examination(DetectorDefinition definition, ScorecardDetector detector, ScorecardView view) {
        List<Window> steps = view.windows();
        Window span = steps.isEmpty()
                ? windows.get(0)
                : new Window(steps.get(0).from(), steps.get(steps.size() - 1).to());
        List<Finding> findings = requireNonNull(detector.look(view), "findings").stream()
                .map(sighting -> new Finding(definition, view.segment(), span, sighting))
                .toList();
        return new Examination(
                definition, view.segment(), span, Examination.Result.Looked.of(steps.size(), Map.of(), findings));
    }

    private List<Examination> overSubjects(Collection<? extends Subject> subjects) {
        List<Examination> examinations = new ArrayList<>();
        for (Chosen<Detector<?, ?>> chosen : detectors) {
            examinations.addAll(isolated(
                    chosen.definition(),
                    () -> chosen.detector().obstacle(),
                    () -> examinations(chosen.definition(), chosen.detector(), subjects)));
        }
        return examinations;
    }

    private <F extends Subject, S> List<Examination> examinations(
            DetectorDefinition definition, Detector<F, S> detector, Collection<? extends Subject> subjects) {
        List<Frame> frames =
                windows.stream().map(window -> new Frame(window, asOf, zone)).toList();
        DetectorRun<F, S> run = new DetectorRun<>(definition, detector, frames, segmenter, asOf);
        for (Subject subject : subjects) {
            if (detector.subject().isInstance(subject)) {
                run.add(detector.subject().cast(subject));
            }
        }
        return run.examinations();
    }

    private List<Examination> isolated(
            DetectorDefinition definition, Supplier<Optional<String>> obstacle, Supplier<List<Examination>> look) {
        try {
            Optional<String> reason = requireNonNull(obstacle.get(), "obstacle");
            return reason.isPresent()
                    ? everywhere(definition, new Examination.Result.NotRun(reason.get()))
                    : look.get();
        } catch (Exception | AssertionError | LinkageError | StackOverflowError failure) {
            log.debug("detector {} failed", definition.id(), failure);
            return everywhere(definition, Examination.Result.Failed.of(failure));
        }
    }

    private List<Examination> everywhere(DetectorDefinition definition, Examination.Result result) {
        return windows.stream()
                .map(window -> new Examination(definition, Segment.ALL, window, result))
                .toList();
    }

    /**
     * Gathers what a detection needs. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Instant asOf;
        private final ZoneId zone;
        private final Map<String, Chosen<Detector<?, ?>>> detectors = new LinkedHashMap<>();
        private final Map<String, Chosen<ScorecardDetector>> scorecardDetectors = new LinkedHashMap<>();
        private final List<Window> windows = new ArrayList<>();
        private Segmenter segmenter = Segmenter.none();

        private Builder(Instant asOf, ZoneId zone) {
            this.asOf = requireNonNull(asOf, "asOf");
            this.zone = requireNonNull(zone, "zone");
        }

        /**
         * Adds a detector over subjects.
         *
         * @param detector the detector
         * @return this builder
         * @throws DuplicateDetectorException if a detector with the same id was added before
         */
        public Builder detector(Detector<?, ?> detector) {
            DetectorDefinition definition = unique(detector.definition());
            detectors.put(definition.id(), new Chosen<>(definition, detector));
            return this;
        }

        /**
         * Adds a detector over results of metrics.
         *
         * @param detector the detector
         * @return this builder
         * @throws DuplicateDetectorException if a detector with the same id was added before
         */
        public Builder detector(ScorecardDetector detector) {
            DetectorDefinition definition = unique(detector.definition());
            scorecardDetectors.put(definition.id(), new Chosen<>(definition, detector));
            return this;
        }

        private DetectorDefinition unique(DetectorDefinition definition) {
            String id = requireNonNull(definition, "definition").id();
            if (detectors.containsKey(id) || scorecardDetectors.containsKey(id)) {
                throw new DuplicateDetectorException(id, "was added before");
            }
            return definition;
        }

        /**
         * Leaves out a detector that was added before, mostly to add it again with other limits.
         *
         * @param id the id of the detector
         * @return this builder
         * @throws IllegalArgumentException if no detector with this id was added before
         */
        public Builder without(String id) {
            if (detectors.remove(id) == null && scorecardDetectors.remove(id) == null) {
                throw new IllegalArgumentException(
                        "detector '" + id + "' cannot be left out: no detector with this id was added before");
            }
            return this;
        }

        /**
         * Adds every detector of a registry.
         *
         * @param registry the registry
         * @return this builder
         */
        public Builder detectors(DetectorRegistry registry) {
            registry.detectors().forEach(this::detector);
            registry.scorecardDetectors().forEach(this::detector);
            return this;
        }

        /**
         * Adds a window. One that was added before is not added again.
         *
         * @param window the window
         * @return this builder
         */
        public Builder window(Window window) {
            windows.add(requireNonNull(window, "window"));
            return this;
        }

        /**
         * Adds windows. One that was added before is not added again.
         *
         * @param more the windows
         * @return this builder
         */
        public Builder windows(Collection<Window> more) {
            windows.addAll(more);
            return this;
        }

        /**
         * Sets how subjects are put into segments. What was found over all subjects is given in any case.
         *
         * @param newSegmenter the segmenter
         * @return this builder
         */
        public Builder segmentBy(Segmenter newSegmenter) {
            this.segmenter = requireNonNull(newSegmenter, "segmenter");
            return this;
        }

        /**
         * Returns the detection.
         *
         * @return the detection
         * @throws IllegalArgumentException if there is no detector or no window
         */
        public Detection build() {
            return new Detection(this);
        }
    }
}
