package io.infinityloop.cli.config;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.EnvironmentRule;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.source.Environments;
import io.infinityloop.source.Format;
import io.infinityloop.source.SourceReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a team says of its delivery once for all.
 *
 * @param file what the file is called; empty if there is none
 * @param keys the keys that it has, in its order
 * @param services which services come from where, and whose they are
 * @param environments what the names of environments mean
 * @param incidents the labels and types of items that mean an incident; none if that is not said
 * @param goals what the numbers are to reach
 * @param git how git repositories are read
 * @param defaults what counts where the command line says nothing
 */
public record Config(
        String file,
        List<String> keys,
        Services services,
        Environments environments,
        List<String> incidents,
        Goals goals,
        GitPatterns git,
        Defaults defaults) {
    private static final Config NONE = new Config(
            "",
            List.of(),
            Services.NONE,
            Environments.byName(),
            List.of(),
            Goals.NONE,
            GitPatterns.NONE,
            Defaults.NONE);

    /** Creates a configuration. */
    public Config {
        requireNonNull(file, "file");
        keys = List.copyOf(keys);
        requireNonNull(services, "services");
        requireNonNull(environments, "environments");
        incidents = List.copyOf(incidents);
        requireNonNull(goals, "goals");
        requireNonNull(git, "git");
        requireNonNull(defaults, "defaults");
    }

    /** {@return the configuration in which nothing is said} */
    public static Config none() {
        return NONE;
    }

    /**
     * Returns this for somebody to whom most of it does not matter.
     *
     * @param relevant the keys that do matter; targets matter only if they are among them
     * @return the configuration, which tells of these only
     */
    public Config about(Collection<String> relevant) {
        return new Config(
                file,
                keys.stream().filter(relevant::contains).toList(),
                services,
                environments,
                incidents,
                relevant.contains("targets") ? goals : Goals.NONE,
                git,
                defaults);
    }

    /** {@return what a reader of numbers is to know: which file says what} */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!keys.isEmpty()) {
            notes.add("the rules of " + file + " count: " + String.join(", ", keys));
        }
        if (!goals.told().isEmpty()) {
            notes.add("targets of " + file + ": " + String.join(", ", goals.told()));
        }
        return notes;
    }

    /** {@return a linker that knows services, teams and environments} */
    public Linker linker() {
        EnvironmentRule rule = environments.equals(Environments.byName())
                ? EnvironmentRule.AS_RECORDED
                : new NamedEnvironments(environments);
        return Linker.builder().scopes(services.scopes()).environments(rule).build();
    }

    /**
     * Returns a reader of other tools' records that knows services, environments and incidents.
     *
     * @param formats the formats that it reads
     * @return the reader, to be completed
     */
    public SourceReader.Builder reader(Collection<? extends Format> formats) {
        SourceReader.Builder reader =
                SourceReader.builder().environments(environments).services(services::ofRepository);
        String[] words = incidents.toArray(String[]::new);
        formats.forEach(format -> reader.format(words.length == 0 ? format : format.withIncidents(words)));
        return reader;
    }
}
