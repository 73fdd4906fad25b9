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
import java.util.stream.Stream;

/** The test reports of a directory, such as {@code target/surefire-reports}. */
final class JUnitFiles {
    private static final int DEPTH = 10;

    private JUnitFiles() {}

    /** Reads each report; one that does not tell when it ran is taken to have run when its file was written. */
    static EventFile read(String name, ZoneId zone, Surroundings surroundings) {
        Path directory = surroundings.directory().resolve(name);
        if (!Files.isDirectory(directory)) {
            throw new BadInputException("--junit " + name + " is no directory");
        }
        EventFile all = EventFile.empty(name);
        try {
            for (Path report : reports(directory)) {
                all.add(read(name + "/" + directory.relativize(report), report, zone));
            }
        } catch (IOException failed) {
            throw new BadInputException("--junit " + name + " cannot be read: " + failed.getMessage(), failed);
        }
        return all;
    }

    private static EventFile read(String name, Path report, ZoneId zone) throws IOException {
        SourceReader.Builder reader = SourceReader.builder()
                .format(JUnit.standard().withZone(zone))
                .undated(Files.getLastModifiedTime(report).toInstant());
        try (InputStream in = Files.newInputStream(report)) {
            return new Foreign(reader, null).read(name, in);
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
