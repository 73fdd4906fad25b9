package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.artifact.Commit;
import io.infinityloop.testkit.ValueArbitraries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class ReleaseNotesProperties {
    @Property
    @Tag("REL-03")
    void no_commit_is_lost_and_within_a_group_the_order_stays(@ForAll("subjects") List<String> subjects) {
        List<Commit> commits = new ArrayList<>();
        for (String subject : subjects) {
            commits.add(Commit.of("c" + commits.size(), Instant.EPOCH, subject));
        }

        ReleaseNotes notes = ReleaseNotes.of(commits);

        assertThat(notes.notes()).extracting(ReleaseNotes.Note::commit).isEqualTo(refs(commits));
        Map<ChangeKind, List<ReleaseNotes.Note>> groups = notes.groups();
        assertThat(groups.values().stream().mapToInt(List::size).sum()).isEqualTo(commits.size());
        groups.forEach((change, ofChange) -> assertThat(ofChange)
                .isEqualTo(notes.notes().stream()
                        .filter(note -> note.change() == change)
                        .toList()));
        assertThat(notes.text().lines().count()).isEqualTo(commits.size());
        assertThat(notes.markdown()
                        .lines()
                        .filter(line -> line.startsWith("- "))
                        .count())
                .isEqualTo(commits.size());
    }

    @Property
    void any_message_is_read_or_is_not_typed(@ForAll("messages") String message) {
        ConventionalCommit.parse(message).ifPresent(typed -> {
            assertThat(message).contains(typed.description());
            assertThat(typed.footers().stream().anyMatch(ConventionalCommit.Footer::isBreaking))
                    .isIn(false, typed.isBreaking());
        });
    }

    private static List<Object> refs(List<Commit> commits) {
        return commits.stream().<Object>map(Commit::ref).toList();
    }

    @Provide
    Arbitrary<List<String>> subjects() {
        return messages().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> starts = Arbitraries.of("", "feat: ", "fix(a): ", "chore!: ", "wip: ", "docs(: ");
        Arbitrary<String> ends = Arbitraries.of("", "\n\nRefs #1\n", "\n\nBREAKING CHANGE: x");
        return Combinators.combine(starts, ValueArbitraries.texts(), ends).as((start, text, end) -> start + text + end);
    }
}
