package io.infinityloop;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of the house and what no code of it may do. */
class ArchitectureTest {
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
    private static final String WATCH = ROOT + ".watch";
    private static final String JSON = ROOT + ".json";

    @Test
    void the_classes_are_found() {
        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
                .contains(ROOT, INTERNAL, ARTIFACT, EVENT, INVENTORY, JOURNAL, MACHINE, WATCH);
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
        arrows(JOURNAL, ROOT, INTERNAL, ARTIFACT, EVENT);
        arrows(MACHINE, ROOT, INTERNAL, ARTIFACT, EVENT, JOURNAL);
        arrows(WATCH, ROOT, INTERNAL, ARTIFACT, EVENT, MACHINE);
        arrows(JSON, ROOT, INTERNAL, ARTIFACT, EVENT, MACHINE);
    }

    @Test
    void every_package_has_its_arrows() {
        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
                .isSubsetOf(ROOT, INTERNAL, ARTIFACT, EVENT, INVENTORY, JOURNAL, MACHINE, WATCH, JSON);
    }

    @Test
    void no_package_circle() {
        slices().matching("io.infinityloop.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void only_json_needs_jackson_and_the_rest_needs_the_jdk_and_slf4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JSON)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("io.infinityloop..", "java..", "org.slf4j..", "org.jspecify..")
                .check(CORE);
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
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "system", ZoneId.class)
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Charset.class, "defaultCharset")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(CORE);
    }

    @Test
    void no_thread_is_started() {
        noClasses()
                .should()
                .callConstructorWhere(JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(Thread.class))))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.CompletableFuture")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Timer")
                .check(CORE);
    }

    @Test
    void static_fields_are_final() {
        fields().that().areStatic().should().beFinal().check(CORE);
    }

    @Test
    void public_classes_are_final_or_sealed() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should(notBeExtensible())
                .check(CORE);
    }

    private static void arrows(String from, String... to) {
        String[] own = Stream.concat(Stream.of(from), Arrays.stream(to)).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(resideInAPackage("io.infinityloop..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(own))))
                .allowEmptyShould(true)
                .check(CORE);
    }

    private static ArchCondition<JavaClass> notBeExtensible() {
        return new ArchCondition<>("be final, sealed, a record or an enum") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.isRecord()
                        || type.isEnum()
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " can be extended"));
            }
        };
    }
}
