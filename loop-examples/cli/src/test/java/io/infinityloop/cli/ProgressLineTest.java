package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final AtomicLong millis = new AtomicLong(5_000);
    private final ProgressLine line =
            new ProgressLine(new PrintStream(terminal, false, StandardCharsets.UTF_8), millis::get, "commits read");

    private void read(long at, long commits) {
        millis.set(5_000 + at);
        line.read(commits);
    }

    private String written() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothing_is_written_within_the_first_second() {
        read(10, 1_000);
        read(1_000, 2_000);
        line.close();

        assertThat(written()).isEmpty();
    }

    @Test
    void after_it_the_line_is_written_over_itself_and_in_the_end_cleared() {
        read(1_001, 9_000);
        assertThat(written()).isEqualTo("\r9,000 commits read");

        read(1_100, 10_000);
        assertThat(written()).isEqualTo("\r9,000 commits read");

        read(1_201, 11_000);
        line.close();
        assertThat(written())
                .isEqualTo("\r9,000 commits read" + "\r11,000 commits read" + "\r" + " ".repeat(19) + "\r");
    }

    @Test
    void a_shorter_text_leaves_nothing_of_a_longer_one() {
        read(2_000, 10_000);
        read(3_000, 1_000);

        assertThat(written()).endsWith("\r1,000 commits read ");
    }
}
