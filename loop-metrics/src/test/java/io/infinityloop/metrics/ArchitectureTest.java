package io.infinityloop.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.infinityloop.testkit.internal.HouseRules;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The arrows of the house, seen from the metrics, and what no code of theirs may do. */
class ArchitectureTest extends HouseRules {
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
    private static final String RELIABILITY = ROOT + ".reliability";
    private static final String FINDING = ROOT + ".finding";
    private static final String PRESET = ROOT + ".preset";
    private static final String TESTING = ROOT + ".testing";
    private static final String REPORT = ROOT + ".report";
    private static final String RULE = CORE + ".rule";
    private static final String POLICY = CORE + ".policy";

    ArchitectureTest() {
        super(METRICS);
    }

    @Test
    void arrows_go_one_way() {
        arrows(LINK, CORE, ARTIFACT, EVENT);
        arrows(ROOT, CORE, ARTIFACT, EVENT, RULE, LINK);
        for (String calculators : new String[] {DORA, FLOW, DELIVERY, RELIABILITY}) {
            arrows(calculators, CORE, ARTIFACT, EVENT, RULE, LINK, ROOT);
        }
        arrows(FINDING, CORE, ARTIFACT, EVENT, RULE, POLICY, LINK, ROOT);
        arrows(PRESET, CORE, ARTIFACT, EVENT, RULE, LINK, ROOT, DORA, FLOW, DELIVERY, RELIABILITY);
        arrows(TESTING, CORE, ARTIFACT, EVENT, LINK, ROOT, FINDING);
        arrows(REPORT, CORE, EVENT, RULE, ROOT, FINDING);
    }

    @Test
    void every_package_has_its_arrows() {
        assertThat(METRICS.stream().map(JavaClass::getPackageName).distinct().filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrder(
                        LINK, ROOT, DORA, FLOW, DELIVERY, RELIABILITY, FINDING, PRESET, TESTING, REPORT);
    }

    @Test
    void only_reports_need_jackson_and_the_rest_needs_the_jdk_and_slf4j() {
        onlyTheJdkAndSlf4jOutside(REPORT);
    }

    @Test
    void no_clock_no_concurrency_and_nothing_is_looked_up_by_reflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..", "java.lang.reflect..")
                .check(METRICS);
    }
}
