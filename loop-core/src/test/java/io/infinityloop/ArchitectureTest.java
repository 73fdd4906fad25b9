package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.infinityloop.testkit.internal.HouseRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The arrows of the house and what no code of it may do. */
class ArchitectureTest extends HouseRules {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.infinityloop");

    private static final String ROOT = "io.infinityloop";
    private static final String INTERNAL = ROOT + ".internal";
    private static final String ARTIFACT = ROOT + ".artifact";
    private static final String EVENT = ROOT + ".event";
    private static final String INVENTORY = ROOT + ".inventory";
    private static final String JOURNAL = ROOT + ".journal";
    private static final String MACHINE = ROOT + ".machine";
    private static final String JOURNEY = ROOT + ".journey";
    private static final String WATCH = ROOT + ".watch";
    private static final String PICTURE = ROOT + ".picture";
    private static final String POLICY = ROOT + ".policy";
    private static final String RELEASE = ROOT + ".release";
    private static final String PROCESS = ROOT + ".process";
    private static final String PIPELINE = ROOT + ".pipeline";
    private static final String GATE = ROOT + ".gate";
    private static final String TELEMETRY = ROOT + ".telemetry";
    private static final String RULE = ROOT + ".rule";
    private static final String JSON = ROOT + ".json";
    private static final String JDBC = ROOT + ".jdbc";
    private static final String INTERNAL_JSON = INTERNAL + ".json";
    private static final String SOURCE = ROOT + ".source";
    private static final String EXPORT = ROOT + ".export";
    private static final String WEBHOOK = ROOT + ".webhook";
    private static final String CATALOGUE = ROOT + ".catalogue";

    ArchitectureTest() {
        super(CORE);
    }

    @Test
    void the_classes_are_found() {
        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
                .contains(ROOT, INTERNAL, ARTIFACT, EVENT, INVENTORY, JOURNAL, MACHINE, JOURNEY, WATCH, PROCESS, JDBC);
        assertThat(CORE.contain("io.infinityloop.Stage")).isTrue();
        assertThat(CORE.contain("io.infinityloop.StageTest")).isFalse();
    }

    @Test
    void arrows_go_one_way() {
        arrows(INTERNAL);
        arrows(ROOT, INTERNAL);
        arrows(ARTIFACT, ROOT, INTERNAL);
        arrows(EVENT, ROOT, INTERNAL, ARTIFACT);
        arrows(INVENTORY, ROOT, INTERNAL, ARTIFACT);
        arrows(RELEASE, ROOT, INTERNAL, ARTIFACT, INVENTORY);
        arrows(JOURNAL, ROOT, INTERNAL, ARTIFACT, EVENT);
        arrows(POLICY, ROOT, INTERNAL, ARTIFACT, RELEASE);
        arrows(RULE, ROOT, INTERNAL);
        arrows(MACHINE, ROOT, INTERNAL, ARTIFACT, EVENT, JOURNAL);
        arrows(JOURNEY, ROOT, INTERNAL, ARTIFACT, MACHINE);
        arrows(WATCH, ROOT, INTERNAL, ARTIFACT, EVENT, MACHINE);
        arrows(PICTURE, ROOT, INTERNAL, MACHINE);
        arrows(PROCESS, ROOT, INTERNAL, ARTIFACT, RULE, PICTURE);
        arrows(PIPELINE, ROOT, INTERNAL, ARTIFACT, PICTURE, PROCESS);
        arrows(GATE, ROOT, INTERNAL, ARTIFACT, EVENT, MACHINE, RULE, POLICY, RELEASE, PROCESS, PIPELINE);
        arrows(TELEMETRY, ROOT, INTERNAL, ARTIFACT, PICTURE);
        arrows(INTERNAL_JSON, INTERNAL);
        arrows(JSON, ROOT, INTERNAL, INTERNAL_JSON, ARTIFACT, EVENT, JOURNAL, RULE, RELEASE, MACHINE);
        arrows(JDBC, ROOT, INTERNAL, EVENT, JOURNAL, MACHINE, JSON);
        arrows(SOURCE, ROOT, INTERNAL, INTERNAL_JSON, ARTIFACT, EVENT, JSON);
        arrows(EXPORT, ROOT, INTERNAL, INTERNAL_JSON, ARTIFACT, EVENT);
        arrows(WEBHOOK, ROOT, INTERNAL, EVENT, SOURCE);
        arrows(CATALOGUE, ROOT);
    }

    /** So no rule, gate, policy or target can rest on what it tells, be it a claim or an aim. */
    @Test
    @Tag("CAT-25")
    @Tag("CAT-38")
    void nothing_else_knows_the_catalogue() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(CATALOGUE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CATALOGUE)
                .check(CORE);
    }

    @Test
    void every_package_has_its_arrows() {
        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
                .isSubsetOf(
                        ROOT,
                        INTERNAL,
                        ARTIFACT,
                        EVENT,
                        INVENTORY,
                        JOURNAL,
                        MACHINE,
                        JOURNEY,
                        WATCH,
                        PICTURE,
                        PROCESS,
                        RULE,
                        RELEASE,
                        POLICY,
                        PIPELINE,
                        GATE,
                        TELEMETRY,
                        JSON,
                        JDBC,
                        CATALOGUE,
                        SOURCE,
                        EXPORT,
                        INTERNAL_JSON,
                        WEBHOOK);
    }

    @Test
    void only_json_sources_and_the_catalogue_need_jackson_and_the_rest_needs_the_jdk_and_slf4j() {
        onlyTheJdkAndSlf4jOutside(JSON, CATALOGUE, SOURCE, EXPORT, INTERNAL_JSON, WEBHOOK);
    }
}
