package io.infinityloop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pictures as they are committed; run with {@code -Dgolden.write=true} to write them again. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "io", "infinityloop", "picture");

    private Golden() {}

    static void assertSame(String name, Graph graph) throws IOException {
        assertSame(FOLDER.resolve(name + ".svg"), graph.svg());
        assertSame(FOLDER.resolve(name + ".dot"), graph.dot());
        assertSame(FOLDER.resolve(name + ".mmd"), graph.mermaid());
    }

    private static void assertSame(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
