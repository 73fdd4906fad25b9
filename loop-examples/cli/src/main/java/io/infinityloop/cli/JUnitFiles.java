package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.source.JUnit;
import io.infinityloop.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The test reports of a directory, such as {@code target/surefire-reports}. */
final class JUnitFiles {
    private static final int DEPTH = 10;

    private JUnitFiles() {}

    /** Reads each report; one that does not tell when it ran is taken to have run when its file was written. */
    static void read(String name, ZoneId zone, Surroundings surroundings, Consumer<EventFile> files) {
        Path directory = surroundings.directory().resolve(name);
        if (!Files.isDirectory(directory)) {
            throw new BadInputException("--junit " + name + " is no directory");
        }
        try {
            for (Path report : reports(directory)) {
                SourceReader.Builder reader = SourceReader.builder()
                        .format(JUnit.standard().withZone(zone))
                        .undated(Files.getLastModifiedTime(report).toInstant());
                try (InputStream in = Files.newInputStream(report)) {
                    String shown = directory.relativize(report).toString();
                    files.accept(new Foreign(reader, null).read(name + "/" + shown, in));
                }
            }
        } catch (IOException failed) {
            throw new BadInputException("--junit " + name + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Where there are files such as {@code TEST-shop.xml}, no other XML is a report. */
    private static List<Path> reports(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory, DEPTH)) {
            List<Path> xml = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
            List<Path> named = xml.stream()
                    .filter(file -> String.valueOf(file.getFileName()).startsWith("TEST-"))
                    .toList();
            return named.isEmpty() ? xml : named;
        }
    }
}
