package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Blame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes a registry of those providers that can be used, and says of each other one why not: so that one bad plug-in
 * costs nobody but itself. {@link MetricRegistry#discover(ClassLoader, Consumer)} is the usual way here.
 *
 * @since 0.1
 */
public final class PlugIns {
    private static final String LIBRARY = "io.infinityloop.metrics.";

    /** A loader that never stops failing is given up. */
    private static final int MOST_FAILURES = 100;

    private PlugIns() {}

    /**
     * Makes a registry of the providers that can be used. They are tried one after the other, the library's own first,
     * then by the name of the class; one with which no registry can be made is passed over.
     *
     * @param found the providers that are there
     * @param registry makes a registry of providers, and throws if it cannot
     * @param passedOver is told why a provider cannot be used, in a sentence
     * @param <P> the type of the providers
     * @param <R> the type of the registry
     * @return the registry
     */
    public static <P, R> R usable(ServiceLoader<P> found, Function<List<P>, R> registry, Consumer<String> passedOver) {
        requireNonNull(registry, "registry");
        List<P> usable = new ArrayList<>();
        R made = registry.apply(usable);
        for (P provider : sorted(found, requireNonNull(passedOver, "passedOver"))) {
            List<P> more = new ArrayList<>(usable);
            more.add(provider);
            try {
                made = registry.apply(more);
                usable = more;
            } catch (Exception | AssertionError | LinkageError | StackOverflowError thrown) {
                passedOver.accept("plug-in " + Blame.name(provider) + " cannot be used: " + Blame.line(thrown));
            }
        }
        return made;
    }

    private static <P> List<P> sorted(ServiceLoader<P> found, Consumer<String> passedOver) {
        List<P> providers = new ArrayList<>();
        Iterator<P> iterator = found.iterator();
        boolean more = true;
        for (int failures = 0; more && failures < MOST_FAILURES; ) {
            try {
                more = iterator.hasNext();
                if (more) {
                    providers.add(iterator.next());
                }
            } catch (ServiceConfigurationError | LinkageError thrown) {
                failures++;
                Throwable cause = thrown.getCause();
                passedOver.accept("a plug-in cannot be loaded: " + thrown.getMessage()
                        + (cause == null ? "" : ": " + Blame.line(cause)));
            }
        }
        providers.sort(Comparator.<P, Boolean>comparing(
                        provider -> !Blame.name(provider).startsWith(LIBRARY))
                .thenComparing(Blame::name));
        return providers;
    }
}
