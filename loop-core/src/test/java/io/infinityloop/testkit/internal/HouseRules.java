package io.infinityloop.testkit.internal;

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
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the code of no library of this house may do; the architecture test of a library extends it. */
public abstract class HouseRules {
    private static final Set<String> MUTABLE =
            Set.of("[]", "Atomic", "ArrayList", "HashMap", "HashSet", "TreeMap", "StringBuilder");

    private final JavaClasses library;

    /** Takes the classes of the library, without its tests. */
    protected HouseRules(JavaClasses library) {
        this.library = library;
    }

    /** Holds that a package imports nothing of the house but itself and the packages that are named. */
    protected final void arrows(String from, String... to) {
        String[] own = Stream.concat(Stream.of(from), Arrays.stream(to)).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(resideInAPackage("io.infinityloop..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(own))))
                .allowEmptyShould(true)
                .check(library);
    }

    /** Holds that code outside the packages that are named needs the JDK, SLF4J and the house only. */
    protected final void onlyTheJdkAndSlf4jOutside(String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.infinityloop..", "java..", "javax.crypto..", "javax.sql..", "org.slf4j..", "org.jspecify..")
                .check(library);
    }

    @Test
    void no_package_circle() {
        slices().matching("io.infinityloop.(**)").should().beFreeOfCycles().check(library);
    }

    @Test
    @Tag("SPI-08")
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
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "system", ZoneId.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(library);
    }

    @Test
    void nothing_depends_on_where_it_runs() {
        noClasses()
                .should()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Charset.class, "defaultCharset")
                .orShould()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(library);
    }

    @Test
    @Tag("SPI-08")
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
                .check(library);
    }

    @Test
    @Tag("SPI-08")
    void no_connection_is_opened() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.net..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(URI.class)))
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(URLDecoder.class)))
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(URLEncoder.class))))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javax.net..")
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.nio.channels..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(FileChannel.class))))
                .check(library);
    }

    @Test
    @Tag("SPI-08")
    void static_fields_do_not_change() {
        fields().that().areStatic().should().beFinal().check(library);
        assertThat(library.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field ->
                                MUTABLE.stream().anyMatch(field.getRawType().getName()::contains)))
                .isEmpty();
    }

    @Test
    void public_classes_are_final_or_sealed() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should(notBeExtensible())
                .check(library);
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
