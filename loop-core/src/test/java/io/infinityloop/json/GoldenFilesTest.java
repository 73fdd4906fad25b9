package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a release has written is kept for ever. {@code golden/kept.txt} names each such log with its SHA-256: it is
 * never changed; a release adds a log of its own, a copy of {@code every-event.ndjson} and {@code least-fields.ndjson}.
 */
@Tag("SPI-06")
class GoldenFilesTest {
    private static final List<String> KEPT = Lines.golden("kept.txt").lines().toList();

    @Test
    void a_log_that_is_kept_is_never_changed() {
        assertThat(KEPT).isNotEmpty();
        for (String line : KEPT) {
            String path = line.substring(line.indexOf("  ") + 2);
            assertThat(sha256(Lines.golden(path)) + "  " + path).isEqualTo(line);
        }
    }

    @Test
    void a_log_that_is_kept_is_read_without_loss_and_written_again_to_the_letter() {
        for (String line : KEPT) {
            String log = Lines.golden(line.substring(line.indexOf("  ") + 2));

            List<Line> lines = Lines.of(log);

            assertThat(lines).allMatch(Line.Known.class::isInstance, "an event");
            assertThat(lines.stream().map(read -> EventWriter.toJson(((Line.Known) read).event())))
                    .isEqualTo(log.lines().toList());
        }
    }

    @Test
    void a_release_keeps_its_log() throws IOException {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        String own = "  v" + EventLine.VERSION + "/" + version.group(1) + ".ndjson";

        assertThat(version.group(1).endsWith("-SNAPSHOT") || KEPT.stream().anyMatch(line -> line.endsWith(own)))
                .as("a release keeps its log as" + own)
                .isTrue();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
