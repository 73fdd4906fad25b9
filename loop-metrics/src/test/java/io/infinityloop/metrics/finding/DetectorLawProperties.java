package io.infinityloop.metrics.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.Subjects;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Subject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;

/** What every registered detector must obey, so that findings do not depend on order or on who added up what. */
@Domain(Subjects.class)
@Domain(FindingSubjects.class)
class DetectorLawProperties {
    private static final Window WINDOW = new Window(Log.at(50), Log.at(300));
    private static final Frame FRAME = new Frame(WINDOW, Log.at(250), ZoneOffset.UTC);
    private static final DetectorRegistry REGISTRY = DetectorRegistry.discover(DetectorRegistry.class.getClassLoader());

    /** One detector and what it makes of subjects, step by step. */
    private record Law<F extends Subject, S>(Detector<F, S> detector) {
        S fold(Collection<Subject> subjects) {
            return fold(detector.newState(), subjects);
        }

        S fold(S state, Collection<Subject> subjects) {
            subjects.stream()
                    .filter(detector.subject()::isInstance)
                    .map(detector.subject()::cast)
                    .filter(subject -> {
                        Place place = detector.place(subject, FRAME.asOf());
                        return place instanceof Place.At || place instanceof Place.Over;
                    })
                    .forEach(subject -> detector.add(state, subject, FRAME));
            return state;
        }

        List<Sighting> findings(S state) {
            return detector.findings(state, FRAME).stream().sorted().toList();
        }

        void newStateIsNeutral(List<Subject> a) {
            List<Sighting> expected = findings(fold(a));
            assertThat(findings(detector.merge(fold(a), detector.newState()))).isEqualTo(expected);
            assertThat(findings(detector.merge(detector.newState(), fold(a)))).isEqualTo(expected);
        }

        void mergeIsCommutative(List<Subject> a, List<Subject> b) {
            assertThat(findings(detector.merge(fold(a), fold(b))))
                    .isEqualTo(findings(detector.merge(fold(b), fold(a))));
        }

        void mergeIsAssociative(List<Subject> a, List<Subject> b, List<Subject> c) {
            assertThat(findings(detector.merge(detector.merge(fold(a), fold(b)), fold(c))))
                    .isEqualTo(findings(detector.merge(fold(a), detector.merge(fold(b), fold(c)))));
        }

        void mergeIsTheFoldOfBoth(List<Subject> a, List<Subject> b) {
            List<Subject> both = new ArrayList<>(a);
            both.addAll(b);
            assertThat(findings(detector.merge(fold(a), fold(b)))).isEqualTo(findings(fold(both)));
        }

        void mergeDoesNotChangeWhatIsAdded(List<Subject> a, List<Subject> b) {
            S from = fold(b);
            S into = detector.merge(detector.newState(), from);
            detector.merge(fold(into, a), fold(a));
            assertThat(findings(from)).isEqualTo(findings(fold(b)));
            assertThat(findings(from)).isEqualTo(findings(from));
        }
    }

    private static Stream<Law<?, ?>> laws() {
        return REGISTRY.detectors().stream().map(detector -> new Law<>(detector));
    }

    @Property(tries = 300)
    void a_new_state_is_neutral(@ForAll List<Subject> a) {
        laws().forEach(law -> law.newStateIsNeutral(a));
    }

    @Property(tries = 300)
    void merge_is_commutative(@ForAll List<Subject> a, @ForAll List<Subject> b) {
        laws().forEach(law -> law.mergeIsCommutative(a, b));
    }

    @Property(tries = 300)
    void merge_is_associative(@ForAll List<Subject> a, @ForAll List<Subject> b, @ForAll List<Subject> c) {
        laws().forEach(law -> law.mergeIsAssociative(a, b, c));
    }

    @Property(tries = 300)
    void merging_two_states_is_adding_the_subjects_of_both(@ForAll List<Subject> a, @ForAll List<Subject> b) {
        laws().forEach(law -> law.mergeIsTheFoldOfBoth(a, b));
    }

    @Property(tries = 300)
    void merge_does_not_change_the_state_that_is_added(@ForAll List<Subject> a, @ForAll List<Subject> b) {
        laws().forEach(law -> law.mergeDoesNotChangeWhatIsAdded(a, b));
    }

    @Property(tries = 200)
    void the_order_of_subjects_changes_nothing(@ForAll @Size(max = 60) List<Subject> subjects, @ForAll long seed) {
        List<Subject> shuffled = new ArrayList<>(subjects);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(run(shuffled)).isEqualTo(run(subjects));
    }

    @Property(tries = 200)
    void no_detector_fails_whatever_the_subjects_hold(@ForAll @Size(max = 60) List<Subject> subjects) {
        assertThat(run(subjects).examinations())
                .extracting(Examination::result)
                .doesNotHaveAnyElementsOfTypes(Examination.Result.Failed.class);
    }

    private static Findings run(List<Subject> subjects) {
        return Detection.builder(FRAME.asOf(), ZoneOffset.UTC)
                .detectors(REGISTRY)
                .segmentBy(Segmenter.by("service", "team"))
                .window(WINDOW)
                .window(new Window(Log.at(200), Log.at(400)))
                .build()
                .run(subjects);
    }
}
