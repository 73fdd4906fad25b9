package io.infinityloop.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of the house, seen from the metrics, and what no code of theirs may do. */
class ArchitectureTest {
    private static final JavaClasses METRICS = new ClassFileImporter()
            .importPath(Path.of(java.net.URI.create(MetricRegistry.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString())));

    private static final String CORE = "io.infinityloop";
    private static final String ARTIFACT = CORE + ".artifact";
    private static final String EVENT = CORE + ".event";
    private static final String ROOT = CORE + ".metrics";
    private static final String LINK = ROOT + ".link";
    private static final String DORA = ROOT + ".dora";
    private static final String FLOW = ROOT + ".flow";
    private static final String DELIVERY = ROOT + ".delivery";
    private static final String REPORT = ROOT + ".report";

    @Test
    void arrows_go_one_way() {
        arrows(LINK, CORE, ARTIFACT, EVENT);
        arrows(ROOT, CORE, EVENT, LINK);
        for (String calculators : new String[] {DORA, FLOW, DELIVERY}) {
            arrows(calculators, CORE, ARTIFACT, LINK, ROOT);
        }
        arrows(REPORT, CORE, EVENT, ROOT);
    }

    @Test
    void every_package_has_its_arrows() {
        assertThat(METRICS.stream().map(JavaClass::getPackageName).distinct().filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrder(LINK, ROOT, DORA, FLOW, DELIVERY, REPORT);
    }

    @Test
    void no_package_circle() {
        slices().matching("io.infinityloop.(**)").should().beFreeOfCycles().check(METRICS);
    }

    @Test
    void only_reports_need_jackson_and_the_rest_needs_the_jdk_and_slf4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage(REPORT)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("io.infinityloop..", "java..", "org.slf4j..", "org.jspecify..")
                .check(METRICS);
    }

    @Test
    void nothing_is_taken_from_the_surroundings() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Charset.class, "defaultCharset")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(METRICS);
    }

    @Test
    void no_thread_is_started_and_nothing_is_looked_up_by_reflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..", "java.lang.reflect..")
                .check(METRICS);
    }

    @Test
    void static_fields_do_not_change() {
        fields().that().areStatic().should().beFinal().check(METRICS);
        Set<String> mutable = Set.of("[]", "Atomic", "ArrayList", "HashMap", "HashSet", "TreeMap", "StringBuilder");
        assertThat(METRICS.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field ->
                                mutable.stream().anyMatch(field.getRawType().getName()::contains)))
                .isEmpty();
    }

    private static void arrows(String from, String... to) {
        String[] allowed = Stream.concat(Stream.of(from), Arrays.stream(to)).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.infinityloop..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
                .check(METRICS);
    }
}
