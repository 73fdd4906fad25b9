package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.cli.config.Config;
import io.infinityloop.cli.git.GitOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GitChoicesTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private static GitOptions chosen(String... args) {
        return CommandLine.populateCommand(new GitChoices(), args)
                .options(NOW, Config.none().git());
    }

    @Test
    void without_a_choice_the_defaults_hold_and_the_time_is_known() {
        assertThat(chosen()).isEqualTo(GitOptions.defaults().withNow(NOW));
    }

    @Test
    void patterns_and_paths_are_passed_on() {
        GitOptions options = chosen(
                "--tag-pattern",
                "v.*",
                "--fix-pattern",
                "^fix",
                "--component-path",
                "api=src/api",
                "--component-path",
                "api=lib",
                "--component-path",
                "=docs/a=b");

        assertThat(options.tagPattern().pattern()).isEqualTo("v.*");
        assertThat(options.fixPattern()).asString().isEqualTo("^fix");
        assertThat(options.componentPaths())
                .isEqualTo(Map.of("api", List.of("lib", "src/api"), "", List.of("docs/a=b")));
    }
}
