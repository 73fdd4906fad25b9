package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.acme.BigReleases;
import com.acme.Impostor;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.delivery.DeliveryMetrics;
import io.infinityloop.metrics.dora.DoraMetrics;
import io.infinityloop.metrics.finding.DetectorProvider;
import io.infinityloop.metrics.flow.FlowMetrics;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.metrics.reliability.ReliabilityMetrics;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class MetricRegistryTest {
    /** What the providers of the library hand over, in the order in which a registry has it. */
    private static final List<String> BUILT_IN = Stream.of(
                    new DeliveryMetrics(), new DoraMetrics(), new FlowMetrics(), new ReliabilityMetrics())
            .flatMap(provider -> provider.metrics().stream())
            .map(metric -> metric.definition().id())
            .toList();

    private static MetricCalculator<?, ?> metric(String id) {
        return Metrics.size(
                new MetricDefinition(id, "n", "p", "releases", Unit.COUNT, MetricDefinition.Direction.NEUTRAL, "s"),
                Released.class,
                one -> new Place.At(one.at()),
                Released::changes);
    }

    @Test
    void an_id_that_is_given_twice_is_refused_with_both_names() {
        MetricProvider other = () -> List.of(metric("acme.big-releases"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricRegistry.of(List.of(other, new BigReleases())))
                .withMessageContaining("com.acme.BigReleases")
                .withMessageContaining(MetricRegistryTest.class.getName())
                .withMessageContaining("'acme.big-releases'");
    }

    /** A provider that hands over one metric with aliases. */
    private static MetricProvider named(String id, String... aliases) {
        MetricDefinition definition = metric(id).definition().with(MetricProfile.PLAIN.alias(aliases));
        return () ->
                List.of(Metrics.size(definition, Released.class, one -> new Place.At(one.at()), Released::changes));
    }

    @Test
    @Tag("SPI-03")
    void metrics_are_listed_and_found_and_a_duplicate_is_a_typed_error() {
        MetricRegistry registry = MetricRegistry.of(List.of(named("acme.lead-time", "Lead Time", "LT")));
        assertThat(registry.definitions()).extracting(MetricDefinition::id).containsExactly("acme.lead-time");
        assertThat(registry.definition("lead time")).isEqualTo(registry.definition("acme.lead-time"));
        assertThat(registry.find("lt")).isPresent();
        assertThat(registry.find("acme.other")).isEmpty();
        assertThatExceptionOfType(MetricClashException.class)
                .isThrownBy(() -> MetricRegistry.of(List.of(named("acme.x"), named("acme.x"))))
                .satisfies(clash -> {
                    assertThat(clash.name()).isEqualTo("acme.x");
                    assertThat(clash.first()).isEqualTo(clash.second()).isEqualTo(MetricRegistryTest.class.getName());
                });
    }

    @Test
    @Tag("MET-01")
    void an_alias_means_one_metric() {
        assertThatExceptionOfType(MetricClashException.class)
                .isThrownBy(() -> MetricRegistry.of(List.of(named("acme.x", "MTTR"), named("acme.y", "mttr"))))
                .withMessageContaining("'acme.y'")
                .withMessageContaining("'acme.x'")
                .withMessageContaining("mttr");
        assertThatExceptionOfType(MetricClashException.class)
                .isThrownBy(() -> MetricRegistry.of(List.of(named("acme.x", "acme.y"), named("acme.y"))));
        MetricRegistry variants = MetricRegistry.of(List.of(named("acme.x@mean", "MTTR"), named("acme.x", "MTTR")));
        assertThat(variants.definition("mttr").orElseThrow().id()).isEqualTo("acme.x");
    }

    @Test
    void what_is_not_wanted_is_neither_listed_nor_found() {
        MetricRegistry some = MetricRegistry.of(List.of(named("acme.x", "the x"), named("acme.y", "the y")))
                .only(MetricFilter.ids(List.of("acme.y")));
        assertThat(some.definitions()).extracting(MetricDefinition::id).containsExactly("acme.y");
        assertThat(some.find("the y")).isPresent();
        assertThat(some.find("the x")).isEmpty();
    }

    @Test
    void a_reserved_prefix_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricRegistry.of(List.of(new Impostor())))
                .withMessageContaining("'dora.lead-time' of com.acme.Impostor")
                .withMessageContaining("reserved");
    }

    @Test
    void an_id_that_is_not_lower_case_and_dotted_is_refused() {
        for (String id :
                List.of("", "acme", "acme.", ".x", "Acme.x", "acme.X", "acme x.y", "acme..x", "9.x", "acme.x\n")) {
            assertThatIllegalArgumentException().as(id).isThrownBy(() -> metric(id));
        }
        assertThat(metric("acme.review-time.p90").definition().id()).isEqualTo("acme.review-time.p90");
    }

    @Test
    void a_provider_that_gives_null_is_named() {
        @SuppressWarnings("NullAway")
        MetricProvider nothing = () -> null;
        assertThatNullPointerException()
                .isThrownBy(() -> MetricRegistry.of(List.of(nothing)))
                .withMessageContaining(MetricRegistryTest.class.getName());
    }

    @Test
    void providers_of_one_class_keep_their_order() {
        MetricProvider one = () -> List.of(metric("acme.z"));
        MetricProvider other = () -> List.of(metric("acme.a"));
        assertThat(MetricRegistry.of(List.of(one, other)).all())
                .extracting(metric -> metric.definition().id())
                .containsExactly("acme.z", "acme.a");
    }

    @Nested
    class Discovery {
        private final List<Path> paths = Stream.of(MetricRegistry.class, LoopEvent.class, Logger.class)
                .map(this::path)
                .toList();

        private Path path(Class<?> type) {
            return Path.of(URI.create(
                    type.getProtectionDomain().getCodeSource().getLocation().toString()));
        }

        @Test
        void finds_the_built_in_metrics_here() {
            MetricRegistry registry = MetricRegistry.discover(MetricRegistry.class.getClassLoader());
            assertThat(registry.all())
                    .extracting(metric -> metric.definition().id())
                    .isEqualTo(BUILT_IN);
            assertThat(registry.find("dora.change-lead-time")).isPresent();
            assertThat(registry.find("dora.nothing")).isEmpty();
        }

        @Test
        void works_on_the_class_path() throws Exception {
            URL[] urls = paths.stream().map(this::url).toArray(URL[]::new);
            // No parent: the platform's loader would hand out the classes of this test's module.
            try (URLClassLoader loader = new URLClassLoader(urls, null)) {
                assertThat(loader.loadClass(MetricRegistry.class.getName())
                                .getModule()
                                .isNamed())
                        .isFalse();
                assertThat(discovered(loader)).isEqualTo(BUILT_IN);
            }
        }

        @Test
        void works_on_the_module_path() throws Exception {
            Configuration modules = ModuleLayer.boot()
                    .configuration()
                    .resolve(
                            ModuleFinder.of(paths.toArray(Path[]::new)),
                            ModuleFinder.of(),
                            Set.of("io.infinityloop.metrics"));
            ClassLoader loader = ModuleLayer.boot()
                    .defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader())
                    .findLoader("io.infinityloop.metrics");
            assertThat(loader.loadClass(MetricRegistry.class.getName())
                            .getModule()
                            .getName())
                    .isEqualTo("io.infinityloop.metrics");
            assertThat(discovered(loader)).isEqualTo(BUILT_IN);
        }

        @Test
        void is_declared_for_both_in_the_same_words() throws Exception {
            Path classes = path(MetricRegistry.class);
            ModuleDescriptor module = ModuleFinder.of(classes)
                    .find("io.infinityloop.metrics")
                    .orElseThrow()
                    .descriptor();
            assertThat(module.provides())
                    .extracting(ModuleDescriptor.Provides::service)
                    .containsExactlyInAnyOrder(MetricProvider.class.getName(), DetectorProvider.class.getName());
            for (ModuleDescriptor.Provides provides : module.provides()) {
                String services = Files.readString(
                        classes.resolve("META-INF/services/" + provides.service()), StandardCharsets.UTF_8);
                assertThat(services.lines()).containsExactlyInAnyOrderElementsOf(provides.providers());
            }
        }

        /** The ids that the registry of another loader finds; its classes are not those of this test. */
        private List<String> discovered(ClassLoader loader) throws Exception {
            Class<?> registry = loader.loadClass(MetricRegistry.class.getName());
            assertThat(registry).isNotSameAs(MetricRegistry.class);
            Object found = registry.getMethod("discover", ClassLoader.class).invoke(null, loader);
            List<String> ids = new ArrayList<>();
            for (Object metric : (Collection<?>) registry.getMethod("all").invoke(found)) {
                Object definition = loader.loadClass(MetricCalculator.class.getName())
                        .getMethod("definition")
                        .invoke(metric);
                ids.add((String) definition.getClass().getMethod("id").invoke(definition));
            }
            return ids;
        }

        private URL url(Path path) {
            try {
                return path.toUri().toURL();
            } catch (java.net.MalformedURLException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
