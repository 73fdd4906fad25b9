package io.infinityloop.cli.config;

import io.infinityloop.Labels;
import io.infinityloop.cli.git.GitOptions;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.preset.Preset;
import io.infinityloop.source.Environments;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a configuration of a file, or tells everything that is wrong with it. Not safe for use by many threads. */
public final class ConfigReader {
    /** How large a file may be, in bytes. */
    public static final int MOST_BYTES = Yaml.MOST_BYTES;

    /** The keys that there are. */
    public static final List<String> KEYS = List.of(
            "services",
            "teams",
            "environments",
            "incidents",
            "targets",
            "tag-pattern",
            "fix-pattern",
            "component-paths",
            "definition",
            "zone",
            "window",
            "group-by");

    private static final List<Step> STEPS = List.of(Step.values());

    private final String file;
    private final Supplier<MetricRegistry> metrics;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private ConfigReader(String file, Supplier<MetricRegistry> metrics) {
        this.file = file;
        this.metrics = metrics;
    }

    /**
     * Reads a file.
     *
     * @param file what it is called
     * @param bytes what it holds
     * @param metrics gives the metrics that can have a target; it is asked only if there is one
     * @return the configuration
     * @throws ConfigException if something is wrong with the file
     */
    public static Config read(String file, byte[] bytes, Supplier<MetricRegistry> metrics) throws ConfigException {
        Problems problems = new Problems(file);
        Optional<Node> root = Yaml.read(bytes, problems);
        ConfigReader reader = new ConfigReader(file, metrics);
        root.ifPresent(node -> reader.take(new Part("", node.line(), node, problems)));
        Config config = reader.config();
        problems.check();
        return config;
    }

    private void take(Part root) {
        root.entries("keys such as services: or targets:").forEach((key, part) -> {
            if (!KEYS.contains(key)) {
                String all = ": the keys are " + String.join(", ", KEYS);
                part.problems()
                        .add(
                                part.line(),
                                "",
                                "'" + Part.shortened(key) + "' is not known"
                                        + (part.problems().isFull() ? "" : Nearest.advice(key, KEYS, all)));
            } else if (!part.isNothing()) {
                parts.put(key, part);
            }
        });
    }

    private Config config() {
        Services services = new Services(
                all("services", "a repository and its services, as in acme/shop: [api, web]", this::services),
                all("teams", "a service and its team, as in api: checkout", part -> label(part, Labels.TEAM)));
        GitPatterns git = new GitPatterns(
                one("tag-pattern", "a regular expression for names of tags", Pattern::compile),
                one("fix-pattern", "a regular expression for names of fixes", Pattern::compile),
                all("component-paths", "a component and its paths, as in api: [src/api, lib]", ConfigReader::paths));
        Defaults defaults = new Defaults(
                one("definition", "a definition", Preset::named),
                one("zone", "a time zone such as Europe/Berlin", ZoneId::of),
                one("window", "one of " + Words.of(STEPS), text -> Words.one(text, STEPS)),
                groupBy());
        Part incidents = parts.get("incidents");
        Part targets = parts.get("targets");
        return new Config(
                file,
                new ArrayList<>(parts.keySet()),
                services,
                environments(),
                incidents == null ? List.of() : incidents.texts("a label or a type of items such as Incident"),
                targets == null ? Goals.NONE : GoalReader.read(targets, metrics.get(), file),
                git,
                defaults);
    }

    private <T> @Nullable T one(String key, String expected, Part.Parser<T> parser) {
        Part part = parts.get(key);
        return part == null ? null : part.parsed(expected, parser).orElse(null);
    }

    private <T> Map<String, T> all(String key, String expected, Function<Part, Optional<T>> made) {
        Part part = parts.get(key);
        return part == null ? Map.of() : part.all(expected, made);
    }

    private Optional<List<String>> services(Part part) {
        List<String> names = part.texts("a service");
        return names.isEmpty() || !names.stream().allMatch(name -> isLabel(part, Labels.SERVICE, name))
                ? Optional.empty()
                : Optional.of(names.stream().distinct().toList());
    }

    private Optional<String> label(Part part, String key) {
        return part.text("the name of a " + key).filter(name -> isLabel(part, key, name));
    }

    private static boolean isLabel(Part part, String key, String value) {
        try {
            return !Labels.of(key, value).isEmpty();
        } catch (IllegalArgumentException refused) {
            part.wrong(String.valueOf(refused.getMessage()));
            return false;
        }
    }

    private static Optional<List<String>> paths(Part part) {
        List<String> paths = part.texts("a path from the top of the repository");
        try {
            GitOptions.defaults().withComponentPaths(paths.isEmpty() ? Map.of() : Map.of("", paths));
            return Optional.of(paths).filter(any -> !any.isEmpty());
        } catch (IllegalArgumentException refused) {
            part.wrong(String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private List<String> groupBy() {
        Part part = parts.get("group-by");
        if (part == null) {
            return List.of();
        }
        List<String> labels = part.texts("a label such as service or team").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .distinct()
                .toList();
        try {
            Segmenter.by(labels.toArray(String[]::new));
        } catch (IllegalArgumentException refused) {
            part.wrong(String.valueOf(refused.getMessage()));
        }
        return labels;
    }

    private Environments environments() {
        Part part = parts.get("environments");
        return part == null ? Environments.byName() : EnvironmentReader.read(part);
    }
}
