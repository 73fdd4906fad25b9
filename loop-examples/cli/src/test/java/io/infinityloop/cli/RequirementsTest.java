package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code .github/REQUIREMENTS.md} against the tags of all tests in the project. */
class RequirementsTest {
    private static final Path TOP = Path.of("..", "..");
    private static final Path TABLE = TOP.resolve(Path.of(".github", "REQUIREMENTS.md"));
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]+-\\d+)\"\\)");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]+-\\d+) \\| (.+?) \\|.*\\|");

    @Test
    void the_table_says_which_tests_carry_which_requirement() throws IOException {
        Map<String, SortedSet<String>> tests = taggedTests();
        List<String> lines = new ArrayList<>();
        List<String> promised = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                promised.add(row.group(1));
                String carriers = String.join(", ", tests.getOrDefault(row.group(1), new TreeSet<>()));
                lines.add("| " + row.group(1) + " | " + row.group(2) + " | " + carriers + " |");
            } else {
                lines.add(line);
            }
        }
        if (Boolean.getBoolean("requirements.write")) {
            Files.write(TABLE, lines);
        }
        assertThat(promised).as("ids in the table, sorted, and ids of tests").containsExactlyElementsOf(tests.keySet());
        assertThat(Files.readAllLines(TABLE)).isEqualTo(lines);
    }

    /** By id, the names of the test classes that carry it. */
    private static SortedMap<String, SortedSet<String>> taggedTests() throws IOException {
        SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
        for (Path source : testSources()) {
            String name = String.valueOf(source.getFileName()).replace(".java", "");
            Matcher tags = TAG.matcher(Files.readString(source));
            while (tags.find()) {
                tests.computeIfAbsent(tags.group(1), id -> new TreeSet<>()).add("`" + name + "`");
            }
        }
        return tests;
    }

    private static List<Path> testSources() throws IOException {
        List<Path> roots = List.of(
                TOP.resolve("loop-core"),
                TOP.resolve("loop-metrics"),
                TOP.resolve(Path.of("loop-examples", "cli")),
                TOP.resolve(Path.of("loop-examples", "metric-plugin")));
        List<Path> sources = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root.resolve(Path.of("src", "test", "java")))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
        }
        return sources;
    }
}
