package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reports how long the source files are, in {@code target/file-sizes.txt}: half of them should have at most 90 lines,
 * and one with more than 400 deserves a hard look. It is a guide, so that nothing fails.
 */
class FileSizesTest {
    private static final Path TOP = Path.of("..", "..");
    private static final int HARD_LOOK = 400;

    /** A source file and its lines. */
    private record Size(Path file, long lines) {}

    @Test
    void the_report_names_every_source_file_the_longest_first() throws IOException {
        List<Size> sizes = new ArrayList<>();
        for (String module : List.of("loop-core", "loop-metrics", "loop-examples/cli")) {
            try (Stream<Path> files = Files.walk(TOP.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sizes.add(new Size(
                            TOP.relativize(file), Files.readAllLines(file).size()));
                }
            }
        }
        sizes.sort(Comparator.comparingLong(Size::lines).reversed().thenComparing(Size::file));
        List<String> report = new ArrayList<>();
        report.add("median: " + sizes.get(sizes.size() / 2).lines() + " lines, files: " + sizes.size()
                + ", above " + HARD_LOOK + " lines: "
                + sizes.stream().filter(size -> size.lines() > HARD_LOOK).count());
        sizes.forEach(size -> report.add(size.lines() + " " + size.file()));
        Files.write(Path.of("target", "file-sizes.txt"), report);

        assertThat(report).hasSizeGreaterThan(100);
        assertThat(report.get(1))
                .isEqualTo(sizes.get(0).lines() + " " + sizes.get(0).file());
    }
}
