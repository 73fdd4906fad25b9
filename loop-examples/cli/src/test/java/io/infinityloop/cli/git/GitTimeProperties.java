package io.infinityloop.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.jgit.util.RawParseUtils;

class GitTimeProperties {
    private static final List<String> PIECES = List.of(
            "Jo Public",
            " ",
            "  ",
            "<",
            ">",
            "<jo@example.com>",
            "1700000000",
            "-1",
            "0",
            "99999999999999999999",
            "12345678901",
            "123456789012",
            "+0100",
            "-0930",
            "+9999",
            "+01:00",
            "+010",
            "\n",
            "\r\n",
            "\t",
            "x",
            "7");

    @Property
    void a_line_of_pieces_has_the_time_that_jgit_reads(@ForAll("lines") String line) {
        assertSameAsJGit(line);
    }

    @Property
    void a_line_as_git_writes_it_has_the_time_that_jgit_reads(@ForAll("written") String line) {
        assertSameAsJGit(line);
    }

    /** On its own, with more lines after it, and where the buffer ends. */
    private static void assertSameAsJGit(String line) {
        for (String rest : List.of("", "\n", "\ncommitter A <a@b> 5 +0000\n\nText > 7 +0000\n")) {
            byte[] raw = ("author " + line + rest).getBytes(StandardCharsets.UTF_8);
            int name = "author ".length();
            assertThat(GitTime.at(raw, name, () -> RawParseUtils.parsePersonIdent(raw, name)))
                    .isEqualTo(GitTime.at(() -> RawParseUtils.parsePersonIdent(raw, name)));
        }
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(9)
                .map(pieces -> pieces.stream().collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(0, 99_999_999_999L);
        Arbitrary<Integer> zones = Arbitraries.integers().between(0, 9_999);
        Arbitrary<String> names = Arbitraries.of("Jo", "", "Zoë", "A <b", "C > d");
        return Combinators.combine(names, seconds, zones, Arbitraries.of("+", "-"))
                .as((name, second, zone, sign) ->
                        "%s <%s@example.com> %d %s%04d".formatted(name, name, second, sign, zone));
    }
}
