package io.infinityloop.cli.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Everything in a directory: names, sizes, times and contents. */
final class Snapshot {
    private Snapshot() {}

    /** {@return a line for each file and each folder, the directory itself included; equal if nothing was touched} */
    static List<String> of(Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted().toList()) {
                boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                byte[] content = plain ? Files.readAllBytes(file) : "folder".getBytes(StandardCharsets.UTF_8);
                lines.add(directory.relativize(file) + " " + Files.getLastModifiedTime(file) + " "
                        + Base64.getEncoder().encodeToString(content));
            }
        }
        return lines;
    }
}
