package io.infinityloop.metrics.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.acme.HugeReleases;
import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static final Window WEEK = new Window(Log.START, Log.at(168));
    private static final Window NEXT = new Window(Log.at(168), Log.at(336));
    private static final Instant AS_OF = Log.at(336);

    private static Derived releases() {
        return Log.derive(
                Log.labelled(Log.commit("c1", 1), Labels.SERVICE, "shop"),
                Log.commit("c2", 2),
                Log.commit("c3", 3),
                Log.commit("c4", 4),
                Log.labelled(Log.release("r1", 5, "commit:c1", "commit:c2", "commit:c3"), Labels.SERVICE, "shop"),
                Log.labelled(Log.release("r2", 200, "commit:c4"), Labels.SERVICE, "mail"));
    }

    private static Detection.Builder detection() {
        return Detection.builder(AS_OF, ZoneOffset.UTC).window(WEEK).window(NEXT);
    }

    private static DetectorDefinition named(String id) {
        return DetectorDefinition.builder(id, "Odd")
                .needs("releases")
                .remedy("Do not.")
                .source("this test")
                .build();
    }

    private static Detector<Released, ?> throwing(RuntimeException failure) {
        return Detectors.each(
                named("acme.broken"),
                Released.class,
                release -> new Place.At(release.at()),
                release -> {
                    throw failure;
                },
                Released::version);
    }

    @Test
    @Tag("ANTI-00")
    void a_detector_of_others_is_found_by_the_registry_and_its_finding_has_evidence_and_a_remedy() {
        DetectorRegistry registry = DetectorRegistry.of(List.of(new LibraryDetectors(), new HugeReleases()));
        assertThat(registry.find("acme.huge-release")).isPresent();
        assertThat(registry.find("finding.long-lived-branch")).isPresent();

        Findings findings = detection().detectors(registry).build().run(releases());

        assertThat(findings.of("acme.huge-release")).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("release r1 holds 3 changes, more than 2");
            assertThat(finding.evidence()).extracting(Object::toString).containsExactly("test/release:r1@" + Log.at(5));
            assertThat(finding.remedy()).isEqualTo("Release twice as often.");
            assertThat(finding.stage()).contains(Stage.RELEASE);
            assertThat(finding.severity()).isEqualTo(DetectorDefinition.Severity.RISK);
            assertThat(finding.source()).isEqualTo("Acme's engineering handbook");
            assertThat(finding.window()).isEqualTo(WEEK);
        });
    }

    @Test
    @Tag("ANTI-00")
    void two_detectors_of_one_id_are_refused() {
        assertThatExceptionOfType(DuplicateDetectorException.class)
                .isThrownBy(() -> DetectorRegistry.of(List.of(new HugeReleases(), new HugeReleases())))
                .withMessage("detector 'acme.huge-release' is given by both com.acme.HugeReleases and"
                        + " com.acme.HugeReleases: an id must be unique")
                .satisfies(refused -> assertThat(refused.id()).isEqualTo("acme.huge-release"));
        Detection.Builder builder = detection().detector(throwing(new IllegalStateException()));
        assertThatExceptionOfType(DuplicateDetectorException.class)
                .isThrownBy(() -> builder.detector(throwing(new IllegalStateException())))
                .withMessage("detector 'acme.broken' was added before: an id must be unique");
    }

    @Test
    void the_prefix_of_the_library_is_not_for_others() {
        DetectorProvider impostor = () -> List.of();
        assertThat(DetectorRegistry.of(List.of(impostor)).detectors()).isEmpty();
        DetectorProvider foreign = new com.acme.ForeignPrefix();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DetectorRegistry.of(List.of(foreign)))
                .withMessage("detector 'finding.mine' of com.acme.ForeignPrefix: the prefix 'finding.' is reserved for"
                        + " the library, choose one of your own");
    }

    @Test
    void a_detector_that_throws_costs_its_own_rows_only() {
        Findings findings = detection()
                .detector(throwing(new IllegalStateException("no luck")))
                .detectors(DetectorRegistry.of(List.of(new HugeReleases())))
                .build()
                .run(releases());
        assertThat(findings.all()).hasSize(1);
        assertThat(findings.examinations())
                .filteredOn(examination -> examination.detector().id().equals("acme.broken"))
                .hasSize(2)
                .allSatisfy(examination -> assertThat(examination.result())
                        .isEqualTo(new Examination.Result.Failed("java.lang.IllegalStateException: no luck")));
    }

    @Test
    void a_detector_that_gives_null_fails_alone() {
        Detector<Released, long[]> nothing = Detectors.fold(
                named("acme.null"),
                Released.class,
                (release, asOf) -> new Place.At(release.at()),
                () -> new long[1],
                (state, release, frame) -> Use.counted(),
                (into, from) -> into,
                DetectionTest::nothing);
        Findings findings = detection().detector(nothing).build().run(releases());
        assertThat(findings.examinations())
                .extracting(Examination::result)
                .containsOnly(new Examination.Result.Failed("java.lang.NullPointerException: findings"));
    }

    @SuppressWarnings({"NullAway", "unused"})
    private static List<Sighting> nothing(long[] state, io.infinityloop.metrics.Frame frame) {
        return null;
    }

    @Test
    void what_was_found_is_told_over_all_and_by_segment() {
        Findings findings = detection()
                .detectors(DetectorRegistry.of(List.of(new HugeReleases())))
                .segmentBy(Segmenter.by(Labels.SERVICE))
                .build()
                .run(releases());
        assertThat(findings.all())
                .extracting(finding -> finding.segment().toString())
                .containsExactly("all", "service=shop");
        assertThat(findings.in(Segment.ALL)).hasSize(1);
        assertThat(findings.examinations())
                .extracting(examination ->
                        examination.segment() + " " + ((Examination.Result.Looked) examination.result()).subjects())
                .containsExactly(
                        "all 1", "all 1", "service=mail 0", "service=mail 1", "service=shop 1", "service=shop 0");
    }

    @Test
    void a_share_is_told_with_its_figures() {
        Detector<Released, ?> share = Detectors.share(
                named("acme.big"),
                Released.class,
                release -> new Place.At(release.at()),
                release -> release.changes() > 2,
                Comparator.ABOVE,
                new BigDecimal("0.4"),
                "releases are big");
        Findings findings = Detection.builder(AS_OF, ZoneOffset.UTC)
                .window(new Window(Log.START, AS_OF))
                .detector(share)
                .build()
                .run(releases());
        assertThat(findings.all()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("1 of 2 releases are big: 50 %, found from > 40 %");
            assertThat(finding.figures())
                    .isEqualTo(Map.of(
                            "share", new Amount(new BigDecimal("0.5"), Unit.RATIO),
                            "with", Amount.count(1),
                            "of", Amount.count(2)));
            assertThat(finding.evidence()).hasSize(1);
        });
        assertThat(detection().detector(share).build().run(List.of()).all()).isEmpty();
    }

    @Test
    void bad_options_are_refused_in_one_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Detectors.share(
                        named("acme.big"),
                        Released.class,
                        release -> new Place.At(release.at()),
                        release -> true,
                        Comparator.ABOVE,
                        new BigDecimal("1.1"),
                        "are big"))
                .withMessage("acme.big: a share of 1.1 is no limit, expected 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detection().build())
                .withMessage("a detection needs at least one detector");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detection().without("acme.none"))
                .withMessageContaining("'acme.none' cannot be left out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("Acme.none"))
                .withMessageContaining("is not lower-case and dotted");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> DetectorDefinition.builder("acme.none", "None").build())
                .withMessageContaining("must not be blank");
    }

    @Test
    void what_needs_results_is_not_run_without_them_and_fails_alone() {
        ScorecardDetector odd = new ScorecardDetector() {
            @Override
            public DetectorDefinition definition() {
                return named("acme.odd");
            }

            @Override
            public List<Sighting> look(ScorecardView view) {
                throw new IllegalStateException("odd");
            }
        };
        Detection detection = detection().detector(odd).build();
        assertThat(detection.run(releases()).examinations())
                .extracting(Examination::result)
                .containsOnly(new Examination.Result.NotRun("no results of metrics are given"));
        Collection<Examination> failed = detection
                .run(
                        releases(),
                        io.infinityloop.metrics.Analysis.builder(AS_OF, ZoneOffset.UTC)
                                .metric(io.infinityloop.metrics.delivery.ReleaseFrequency.calculator())
                                .window(WEEK)
                                .build())
                .examinations();
        assertThat(failed)
                .extracting(Examination::result)
                .containsOnly(new Examination.Result.Failed("java.lang.IllegalStateException: odd"));
    }
}
