package io.infinityloop.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevertsTest {
    private static final String ONE = "1111111111111111111111111111111111111111";
    private static final String TWO = "2222222222222222222222222222222222222222";

    @Test
    void are_the_whole_hashes_that_git_revert_writes() {
        assertThat(Reverts.in("Revert \"x\"\n\nThis reverts commit " + ONE + ".\n"))
                .containsExactly(ONE);
        assertThat(Reverts.in(
                        "Revert \"m\"\n\nThis reverts commit " + ONE + ", reversing\nchanges made to " + TWO + "."))
                .containsExactly(ONE);
    }

    @Test
    void may_be_many_in_any_lines_and_each_counts_once() {
        assertThat(Reverts.in("x\n\nIt reverts commit " + TWO + "\nand reverts\ncommit " + ONE + " and Reverts commit "
                        + TWO.toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(TWO, ONE);
    }

    @Test
    void are_no_shortened_or_other_numbers_and_no_other_words() {
        assertThat(Reverts.in("This reverts commit 1111111.")).isEmpty();
        assertThat(Reverts.in("This reverts commit " + ONE + "1")).isEmpty();
        assertThat(Reverts.in("This reverts " + ONE)).isEmpty();
        assertThat(Reverts.in("This is about commit " + ONE + ", which irreverts commit " + TWO))
                .isEmpty();
        assertThat(Reverts.in("")).isEmpty();
    }

    @Test
    void are_recorded_with_the_commit(@TempDir Path directory) throws IOException, GitSourceException {
        try (TestRepository git = TestRepository.in(directory)) {
            String a = git.commit("a", 1);
            String b = git.commit("Revert \"a\"\n\nThis reverts commit " + a + ".", 2, a);
            git.main(b);

            assertThat(Imported.from(directory).commit(b).reverts()).containsExactly(a);
            assertThat(Imported.from(directory).commit(b).subject()).isEqualTo("Revert \"a\"");
            assertThat(Imported.from(directory).commit(a).reverts()).isEmpty();
        }
    }
}
