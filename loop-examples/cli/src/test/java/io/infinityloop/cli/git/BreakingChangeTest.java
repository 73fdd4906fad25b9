package io.infinityloop.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.artifact.Commit;
import io.infinityloop.json.ValueWriter;
import io.infinityloop.release.ReleaseNotes;
import io.infinityloop.release.SemanticVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakingChangeTest {
    private static boolean isIn(String message) {
        return BreakingChange.isIn(message.getBytes(StandardCharsets.UTF_8), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fix: a\n\nBREAKING CHANGE: b",
                "fix: a\n\nBREAKING-CHANGE: b\n",
                "fix: a\r\n\r\nbody\r\nBREAKING CHANGE #7\r\n",
                "Zahlung für alle\n\nRefs: 7\nBREAKING CHANGE: ö"
            })
    void is_a_footer_of_its_own(String message) {
        assertThat(isIn(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "B",
                "BREAKING CHANGE: in the subject",
                "fix: a\n\nno BREAKING CHANGE: b",
                "fix: a\n\nbreaking change: b",
                "fix: a\n\nBREAKING CHANGES: b",
                "fix: a\n\nBREAKING",
                "fix: a\n\nBREAKING CHANGE",
                "fix: a\n\nBREAKING CHANGE:b"
            })
    void is_nothing_else(String message) {
        assertThat(isIn(message)).isFalse();
    }

    @Test
    @Tag("REL-02")
    @Tag("REL-03")
    void of_an_imported_commit_raises_the_first_number_and_no_person_is_kept(@TempDir Path directory)
            throws IOException, GitSourceException {
        try (TestRepository git = TestRepository.in(directory)) {
            String fix = git.commit("fix: a leak", 1);
            String feature = git.commit("feat: a cart", 2, fix);
            String breaking = git.commit(
                    "fix(pay): one key for all\n\nBREAKING CHANGE: Ada's old key is gone\n"
                            + "Reviewed-by: Ada <ada@example.org>",
                    3,
                    feature);
            git.main(breaking);
            Imported imported = Imported.from(directory);
            List<Commit> commits = List.of(imported.commit(fix), imported.commit(feature), imported.commit(breaking));

            assertThat(commits)
                    .extracting(Commit::details)
                    .containsExactly(
                            ChangeDetails.UNKNOWN,
                            ChangeDetails.UNKNOWN,
                            ChangeDetails.UNKNOWN.withChange(ChangeKind.FIX, true));
            assertThat(ValueWriter.toJson(imported.commit(breaking))).doesNotContainIgnoringCase("ada");
            ReleaseNotes notes = ReleaseNotes.of(commits);
            assertThat(notes.text()).isEqualTo("""
                    Feature: a cart
                    Fix: a leak
                    Fix, breaking (pay): one key for all
                    """);
            assertThat(SemanticVersion.parse("1.2.3").next(notes.bump().orElseThrow()))
                    .hasToString("2.0.0");
        }
    }
}
