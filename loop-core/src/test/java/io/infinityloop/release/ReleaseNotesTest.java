package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.VersionBump;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseNotesTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    private static ReleaseNotes notes(String... subjects) {
        List<Commit> commits = new ArrayList<>();
        for (String subject : subjects) {
            commits.add(Commit.of("c" + commits.size(), T0, subject));
        }
        return ReleaseNotes.of(commits);
    }

    @Test
    @Tag("REL-03")
    void three_typed_commits_give_three_lines() {
        ReleaseNotes notes = notes(
                "chore: Updated dependencies",
                "feat: Optimized checkout (30% faster)",
                "fix: Removed memory leak in cart");

        assertThat(notes.text()).isEqualTo("""
                Feature: Optimized checkout (30% faster)
                Fix: Removed memory leak in cart
                Chore: Updated dependencies
                """);
        assertThat(notes("Feature: Optimized checkout (30% faster)", "Fix: Removed memory leak in cart")
                        .text())
                .isEqualTo("Feature: Optimized checkout (30% faster)\nFix: Removed memory leak in cart\n");
        assertThat(notes.bump()).contains(VersionBump.MINOR);
    }

    @Test
    @Tag("REL-02")
    void the_largest_change_of_the_commits_raises_the_version() {
        SemanticVersion now = SemanticVersion.parse("1.2.3");

        assertThat(now.next(notes("fix: a leak", "docs: a word").bump().orElseThrow()))
                .hasToString("1.2.4");
        assertThat(now.next(notes("fix: a leak", "feat: a cart", "fix: a typo")
                        .bump()
                        .orElseThrow()))
                .hasToString("1.3.0");
        assertThat(now.next(notes("fix: a leak", "feat: a cart", "feat!: another way to pay", "chore: tidy up")
                        .bump()
                        .orElseThrow()))
                .hasToString("2.0.0");
        Commit footer = Commit.of("f", T0, "fix: a leak")
                .with(ConventionalCommit.parse("fix: a leak\n\nBREAKING CHANGE: the old key is gone")
                        .orElseThrow()
                        .details());
        assertThat(now.next(ReleaseNotes.of(List.of(Commit.of("e", T0, "feat: a cart"), footer))
                        .bump()
                        .orElseThrow()))
                .hasToString("2.0.0");
    }

    @Test
    @Tag("REL-03")
    void what_is_not_typed_is_kept_under_other_and_the_order_is_that_of_the_commits() {
        ReleaseNotes notes = notes("Tidy up", "fix: b", "wip(cart): half of it", "fix: a", "", "feat!: c");

        assertThat(notes.markdown()).isEqualTo("""
                ### Feature

                - **Breaking:** c

                ### Fix

                - b
                - a

                ### Other

                - Tidy up
                - wip(cart): half of it
                - c4
                """);
        assertThat(notes.text()).startsWith("Feature, breaking: c\n").endsWith("Other: c4\n");
    }

    @Test
    void a_commit_without_a_typed_subject_is_what_its_details_say() {
        Commit typed = Commit.of("a", T0, "Remember the cart")
                .with(ChangeDetails.UNKNOWN.withChange(ChangeKind.FEATURE, true));
        Commit both =
                Commit.of("b", T0, "fix(cart): a leak").with(ChangeDetails.UNKNOWN.withChange(ChangeKind.CHORE, false));

        assertThat(ReleaseNotes.of(List.of(both, typed)).text())
                .isEqualTo("Feature, breaking: Remember the cart\nFix (cart): a leak\n");
    }

    @Test
    void nothing_new_is_nothing_to_note() {
        assertThat(notes().text()).isEmpty();
        assertThat(notes().markdown()).isEmpty();
        assertThat(notes().bump()).contains(VersionBump.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "[x](javascript:alert(1)) ![y](//z) ¦ \\[x\\](javascript:alert(1)) !\\[y\\](//z)",
                "<img src=x onerror=alert(1)> ¦ &lt;img src=x onerror=alert(1)&gt;",
                "&lt;b&gt; ¦ &amp;lt;b&amp;gt;",
                "# not a heading ¦ \\# not a heading",
                "- no list, 1. nor this ¦ \\- no list, 1. nor this",
                "1. no list ¦ 1\\. no list",
                "*bold* _it_ ~~gone~~ `code` \\ a|b ¦ " + "\\*bold\\* \\_it\\_ \\~\\~gone\\~\\~ \\`code\\` \\\\ a\\|b",
                "Optimized checkout (30% faster) ¦ Optimized checkout (30% faster)"
            })
    void whatever_a_message_holds_is_text_in_markdown(String subject, String markdown) {
        assertThat(notes(subject).markdown()).isEqualTo("### Other\n\n- " + markdown + "\n");
    }

    @Test
    void whatever_a_message_holds_is_one_line_that_upsets_no_terminal() {
        String hostile = "a\u001b[2J\r\n\n# b\u202egnp.exe\u2028c\ud800 \t d\u0085e 👩‍💻";

        assertThat(notes(hostile).text()).isEqualTo("Other: a\ufffd[2J # b\ufffdgnp.exe c\ufffd d e 👩‍💻\n");
        assertThat(notes(hostile).markdown())
                .isEqualTo("### Other\n\n- a\ufffd\\[2J # b\ufffdgnp.exe c\ufffd d e 👩‍💻\n");
    }
}
