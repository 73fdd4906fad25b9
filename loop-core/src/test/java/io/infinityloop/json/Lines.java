package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.event.LoopEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads small logs for tests. */
final class Lines {
    private Lines() {}

    static List<Line> of(String log) {
        return of(log.getBytes(StandardCharsets.UTF_8));
    }

    static List<Line> of(byte[] log) {
        List<Line> lines = new ArrayList<>();
        read(log, lines::add);
        return lines;
    }

    static Tally read(byte[] log, Consumer<Line> lines) {
        try {
            return EventReader.read(new ByteArrayInputStream(log), lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Line one(String line) {
        List<Line> lines = of(line);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    static Line.Rejected rejected(String line) {
        Line only = one(line);
        assertThat(only).isInstanceOf(Line.Rejected.class);
        return (Line.Rejected) only;
    }

    static LoopEvent event(String line) {
        Line only = one(line);
        assertThat(only).isInstanceOf(Line.Known.class);
        return ((Line.Known) only).event();
    }

    /** {@return a golden log of the version that this release writes} */
    static String resource(String name) {
        return golden("v1/" + name);
    }

    static String golden(String path) {
        String name = "golden/" + path;
        try (InputStream in = Lines.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
