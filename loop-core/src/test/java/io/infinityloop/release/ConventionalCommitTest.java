package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.artifact.VersionBump;
import io.infinityloop.release.ConventionalCommit.Footer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionalCommitTest {
    private static ConventionalCommit parse(String message) {
        return ConventionalCommit.parse(message).orElseThrow();
    }

    @Test
    void one_line_says_what_is_changed_and_where() {
        assertThat(parse("feat(cart): remember the cart"))
                .isEqualTo(new ConventionalCommit("feat", "cart", false, "remember the cart", "", List.of()));
        assertThat(parse("fix: a leak").details()).isEqualTo(ChangeDetails.UNKNOWN.withChange(ChangeKind.FIX, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feat!: no more carts",
                "chore(api)!: no more carts",
                "docs: no more carts\n\nBREAKING CHANGE: there is no cart",
                "docs: no more carts\r\n\r\nWhy not.\r\n\r\nBREAKING-CHANGE: there is no cart",
                "fix: no more carts\n\nIt went away.\nBREAKING CHANGE: there is no cart",
                "fix: no more carts\n\nReviewed-by: Z\nBREAKING CHANGE #12"
            })
    void says_that_it_breaks_something(String message) {
        assertThat(parse(message).isBreaking()).isTrue();
        assertThat(parse(message).details().bump()).contains(VersionBump.MAJOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feat: no more carts\n\nbreaking change: in lower case it is prose",
                "feat: breaking changes are announced",
                "feat: BREAKING CHANGE: in the description it is prose"
            })
    void does_not_say_that_it_breaks_something(String message) {
        assertThat(parse(message).isBreaking()).isFalse();
    }

    @Test
    void body_and_footers_stand_below() {
        ConventionalCommit message = parse("""
                fix: prevent racing of requests

                Introduce an id of the request.
                Note: this is still the body.

                Dismiss all but the latest.

                Reviewed-by: Z
                Refs #123
                BREAKING CHANGE: ids are asked for
                  in every request
                """);

        assertThat(message.body())
                .isEqualTo("Introduce an id of the request.\nNote: this is still the body.\n\nDismiss all but the"
                        + " latest.");
        assertThat(message.footers())
                .containsExactly(
                        new Footer("Refs", "123"),
                        new Footer("BREAKING CHANGE", "ids are asked for\n  in every request"));
    }

    @Test
    void who_wrote_or_reviewed_it_is_left_out_wherever_it_stands() {
        ConventionalCommit message = parse("""
                fix: it

                A little more.
                Co-authored-by: Jane Doe <jane@example.org>

                Signed-off-by: Jane Doe <jane@example.org>
                Refs: 7
                """);

        assertThat(message.body()).isEqualTo("A little more.");
        assertThat(message.footers()).containsExactly(new Footer("Refs", "7"));
        assertThat(message.toString()).doesNotContain("Jane", "@");
    }

    @ParameterizedTest
    @CsvSource({
        "feat, FEATURE",
        "Feature, FEATURE",
        "FIX, FIX",
        "perf, FIX",
        "chore, CHORE",
        "docs, CHORE",
        "config, CONFIGURATION",
        "experiment, EXPERIMENT",
        "revert, UNKNOWN",
        "wip, UNKNOWN"
    })
    void the_type_in_any_case_is_the_sort_of_change(String type, ChangeKind change) {
        assertThat(parse(type + ": it").change()).isEqualTo(change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Merge branch 'cart'",
                "feat:no space",
                "feat: ",
                "feat:  \u2028",
                "feat (cart): space before the scope",
                "feat(): no scope",
                "feat(a(b)): two scopes",
                "new feature: two words",
                ": nothing",
                "feat(cart)?: what",
                "https://example.org"
            })
    void everything_else_is_no_typed_message(String message) {
        assertThat(ConventionalCommit.parse(message)).isEmpty();
    }

    @Test
    void no_message_is_too_long_or_too_odd_to_be_read() {
        assertThat(ConventionalCommit.parse("a".repeat(101) + ": it")).isEmpty();
        assertThat(ConventionalCommit.parse("a(" + "b".repeat(501) + "): it")).isEmpty();
        assertThat(ConventionalCommit.parse("a: " + "b".repeat(100_000))).isEmpty();
        assertThat(parse("İ".repeat(100) + ": it").change()).isEqualTo(ChangeKind.UNKNOWN);
        assertThat(parse("fix: it\n\n" + "a".repeat(101) + ": no footer").footers())
                .isEmpty();
    }

    @Test
    void refuses_parts_that_are_no_message() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConventionalCommit("a b", "", false, "it", "", List.of()))
                .withMessage("'a b' is no type of a commit: expected one word such as feat");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConventionalCommit("fix", "", false, "it\nis", "", List.of()))
                .withMessage("the scope and the description of a commit have one line");
    }
}
