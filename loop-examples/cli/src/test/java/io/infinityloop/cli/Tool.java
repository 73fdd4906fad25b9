package io.infinityloop.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A run of the command line tool in a test.
 *
 * @param exitCode the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Tool(int exitCode, String out, String err) {
    /** After everything that tests make up. */
    static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    /** Runs it in a directory. */
    public static Tool run(Path directory, String... args) {
        return withInput("", directory, args);
    }

    static Tool withInput(String input, Path directory, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = LoopTool.run(
                new LoopTool.Surroundings(
                        directory,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        InstantSource.fixed(NOW),
                        false),
                args);
        return new Tool(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
