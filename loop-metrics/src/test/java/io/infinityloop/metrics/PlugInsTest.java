package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.Unusable;
import io.infinityloop.metrics.finding.DetectorProvider;
import io.infinityloop.metrics.finding.DetectorRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad plug-in on the class path costs nobody but itself. */
class PlugInsTest {
    @TempDir
    private Path services;

    /** A class path of its own behind that of the test, with the classes of {@link Unusable}. */
    private static final class PlugInLoader extends ClassLoader {
        private final Path services;

        PlugInLoader(Path services) {
            super(PlugInsTest.class.getClassLoader());
            this.services = services;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Unusable.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = Unusable.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Path own = services.resolve(name.substring(name.lastIndexOf('/') + 1));
            List<URL> all = new ArrayList<>(Collections.list(super.getResources(name)));
            if (Files.exists(own)) {
                all.add(own.toUri().toURL());
            }
            return Collections.enumeration(all);
        }
    }

    private ClassLoader declaring(Class<?> service, Stream<String> providers) throws IOException {
        Files.write(services.resolve(service.getName()), providers.toList());
        return new PlugInLoader(services);
    }

    private static Stream<String> names(Class<?>... providers) {
        return Stream.of(providers).map(Class::getName);
    }

    @Test
    void those_that_cannot_be_used_are_named_and_the_others_are_there() throws IOException {
        ClassLoader loader = declaring(
                MetricProvider.class,
                Stream.concat(
                        Stream.of("com.acme.Nowhere"),
                        names(
                                Unusable.NotCreated.class,
                                Unusable.Throwing.class,
                                Unusable.GivingNull.class,
                                Unusable.SameId.class,
                                Unusable.AliasOfTheLibrary.class,
                                Unusable.Fine.class)));
        List<String> passedOver = new ArrayList<>();
        MetricRegistry registry = MetricRegistry.discover(loader, passedOver::add);
        List<String> ids =
                new ArrayList<>(MetricRegistry.discover(PlugInsTest.class.getClassLoader()).definitions().stream()
                        .map(MetricDefinition::id)
                        .toList());
        ids.add("acme.fine");
        assertThat(registry.definitions()).extracting(MetricDefinition::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(passedOver)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .startsWith("a plug-in cannot be loaded")
                                .contains("com.acme.Nowhere"),
                        line -> assertThat(line).contains("$NotCreated", "no licence"),
                        line -> assertThat(line)
                                .isEqualTo("plug-in com.acme.Unusable$Throwing cannot be used:"
                                        + " java.lang.NoClassDefFoundError: acme/Gone"),
                        line -> assertThat(line).contains("$GivingNull cannot be used", "derived metrics"),
                        line -> assertThat(line).contains("$SameId cannot be used", "'acme.fine'", "$Fine"),
                        line -> assertThat(line).contains("$AliasOfTheLibrary cannot be used", "MTTR"));
        assertThatExceptionOfType(ServiceConfigurationError.class).isThrownBy(() -> MetricRegistry.discover(loader));
    }

    @Test
    void a_detector_provider_that_is_none_is_named_and_the_others_are_there() throws IOException {
        ClassLoader loader = declaring(DetectorProvider.class, names(Unusable.Fine.class));
        List<String> passedOver = new ArrayList<>();
        DetectorRegistry registry = DetectorRegistry.discover(loader, passedOver::add);
        assertThat(registry.detectors())
                .hasSameSizeAs(DetectorRegistry.discover(PlugInsTest.class.getClassLoader())
                        .detectors());
        assertThat(passedOver).singleElement().asString().contains("cannot be loaded", "$Fine");
    }
}
