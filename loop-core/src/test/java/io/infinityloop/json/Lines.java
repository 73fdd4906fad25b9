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

/** Reads small logs for tests. */
final class Lines {
    private Lines() {}

    static List<Line> of(String log) {
        return of(log.getBytes(StandardCharsets.UTF_8));
    }

    static List<Line> of(byte[] log) {
        List<Line> lines = new ArrayList<>();
        try {
            EventReader.read(new ByteArrayInputStream(log), lines::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines;
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

    static String resource(String name) {
        try (InputStream in = Lines.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
