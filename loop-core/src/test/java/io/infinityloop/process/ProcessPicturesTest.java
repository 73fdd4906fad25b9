package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.picture.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures as they are committed; run with {@code -Dgolden.write=true} to write them again. */
class ProcessPicturesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "io", "infinityloop", "process");

    @ParameterizedTest
    @MethodSource("io.infinityloop.process.Processes#all")
    void each_process_draws_itself(Lifecycle<?> process) throws IOException {
        String file = process.name().toLowerCase(Locale.ROOT).replace(' ', '-');
        Graph graph = process.graph();

        assertSame(FOLDER.resolve(file + ".mmd"), graph.mermaid());
        assertSame(FOLDER.resolve(file + ".dot"), graph.dot());
    }

    private static void assertSame(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
