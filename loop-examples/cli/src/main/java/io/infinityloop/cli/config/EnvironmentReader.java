package io.infinityloop.cli.config;

import io.infinityloop.artifact.Environment;
import io.infinityloop.source.Environments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the names of environments mean; one between slashes is a pattern. */
final class EnvironmentReader {
    private static final List<Environment> KNOWN =
            List.of(Environment.PRODUCTION, Environment.STAGING, Environment.TEST, Environment.CI, Environment.LOCAL);

    private EnvironmentReader() {}

    static Environments read(Part part) {
        Environments environments = Environments.byName();
        String example = "a name or a /pattern/ and what it is, as in live: production";
        for (Map.Entry<String, Part> entry : part.entries(example).entrySet()) {
            Part value = entry.getValue();
            Optional<Environment> environment =
                    value.parsed("one of " + Words.of(KNOWN), text -> Words.one(text, KNOWN));
            if (environment.isPresent()) {
                environments = with(environments, entry.getKey(), environment.get(), value);
            }
        }
        return environments;
    }

    private static Environments with(Environments environments, String name, Environment environment, Part part) {
        boolean isPattern = name.length() > 2 && name.startsWith("/") && name.endsWith("/");
        if (!isPattern) {
            return environments.with(name, environment);
        }
        try {
            return environments.withPattern(name.substring(1, name.length() - 1), environment);
        } catch (IllegalArgumentException refused) {
            part.wrong(String.valueOf(refused.getMessage()));
            return environments;
        }
    }
}
