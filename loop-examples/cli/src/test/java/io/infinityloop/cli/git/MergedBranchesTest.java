package io.infinityloop.cli.git;

import static io.infinityloop.cli.git.TestRepository.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Commit;
import io.infinityloop.event.LoopEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small histories with merges, drawn in the comments, with their branches worked out by hand. */
class MergedBranchesTest {
    private final Path directory;
    private final TestRepository git;

    MergedBranchesTest(@TempDir Path temporary) throws IOException {
        this.directory = temporary.resolve("shop");
        this.git = TestRepository.in(directory);
    }

    @AfterEach
    void close() {
        git.close();
    }

    private Imported read() throws GitSourceException {
        return Imported.from(directory);
    }

    private static Iterable<String> commits(Branch branch) {
        return branch.derivedFrom().stream()
                .peek(ref -> assertThat(ref.isOf(Commit.KIND)).isTrue())
                .map(ArtifactRef::id)
                .toList();
    }

    // a ─ b ───── m ─ e      m joins b and d on day 5; d was written before c
    //  └─ c ─ d ──┘
    @Test
    @Tag("ART-12")
    void a_branch_is_as_old_as_its_oldest_commit_when_it_is_merged() throws Exception {
        String a = git.commit("a", 1);
        String b = git.commit("b", 2, a);
        String c = git.commit("c", 3, a);
        String d = git.commit("d", day(4), day(2.5), c);
        String m = git.commit("Merge branch 'pay-by-card' into main", 5, b, d);
        git.main(git.commit("e", 6, m));

        Branch branch = read().branch(m);

        assertThat(read().branches()).containsExactly("pay-by-card");
        assertThat(branch.at()).isEqualTo(day(2.5));
        assertThat(branch.mergedAt()).isEqualTo(day(5));
        assertThat(branch.age(day(100))).isEqualTo(Duration.ofHours(60));
        assertThat(commits(branch)).containsExactlyInAnyOrder(c, d);
        assertThat(read().warnings())
                .contains("branch ages cover 40 % of the commits on the main line: the others came without a merge");
    }

    @Test
    void a_branch_is_known_from_its_merge_on() throws Exception {
        String a = git.commit("a", 1);
        String m = git.commit("m", 5, a, git.commit("b", 3, a));
        git.main(m);

        assertThat(read().result().events())
                .filteredOn(event -> event.id().equals("branch/merge/" + m))
                .extracting(LoopEvent::at)
                .containsExactly(day(5));
    }

    // a ─ b ─ c ─ d         main
    //  └─ x ─ n ─ y         feature; n joins b into it
    //              d joins c and y
    @Test
    void what_the_main_line_gave_to_a_branch_is_not_the_branchs() throws Exception {
        String a = git.commit("a", 1);
        String b = git.commit("b", 2, a);
        String x = git.commit("x", 3, a);
        String n = git.commit("Merge branch 'main' into feature", 4, x, b);
        String y = git.commit("y", 5, n);
        String d = git.commit("Merge branch 'feature'", 7, git.commit("c", 6, b), y);
        git.main(d);

        assertThat(read().branches()).containsExactly("feature");
        assertThat(commits(read().branch(d))).containsExactlyInAnyOrder(x, n, y);
        assertThat(read().branch(d).at()).isEqualTo(day(3));
        // x and y of a, b, c, x and y
        assertThat(read().warnings()).contains("branch ages cover 40 % of the commits");
    }

    // a ─ m1 ─ m2     m1 brings x, m2 brings y, which stands on x
    @Test
    void each_commit_belongs_to_the_oldest_merge_that_brings_it() throws Exception {
        String a = git.commit("a", 1);
        String x = git.commit("x", 2, a);
        String m1 = git.commit("Merge branch 'one'", 3, a, x);
        String y = git.commit("y", 4, x);
        String m2 = git.commit("Merge branch 'two'", 5, m1, y);
        git.main(m2);

        assertThat(commits(read().branch(m1))).containsExactly(x);
        assertThat(commits(read().branch(m2))).containsExactly(y);
        assertThat(read().branch(m2).at()).isEqualTo(day(4));
    }

    @Test
    void a_merge_of_many_is_one_and_a_merge_that_brings_nothing_is_none() throws Exception {
        String a = git.commit("a", 1);
        String x = git.commit("x", 2, a);
        String y = git.commit("y", 3, a);
        String octopus = git.commit("Merge branches 'x' and 'y'", 4, a, x, y);
        git.main(git.commit("Merge branch 'old'", 5, octopus, a));

        assertThat(read().branches()).containsExactly("merge " + octopus.substring(0, 7));
        assertThat(commits(read().branch(octopus))).containsExactlyInAnyOrder(x, y);
    }

    @Test
    void only_merges_of_the_main_line_count() throws Exception {
        // A release line beside HEAD has a merge of its own.
        String a = git.commit("a", 1);
        git.main(git.commit("b", 2, a));
        git.lightweight("1.0.1", git.commit("Merge branch 'fix'", 4, a, git.commit("fix", 3, a)));

        assertThat(read().commits()).hasSize(4);
        assertThat(read().branches()).isEmpty();
        assertThat(read().warnings()).doesNotContain("branch");
    }

    @Test
    void a_merge_that_is_dated_before_its_branch_is_left_out_and_told() throws Exception {
        String a = git.commit("a", 1);
        String early = git.commit("Merge branch 'early'", 2, a, git.commit("x", 3, a));
        git.main(git.commit("Merge branch 'fine'", 5, early, git.commit("y", 4, a)));

        assertThat(read().branches()).containsExactly("fine");
        // y of a, x and y
        assertThat(read().warnings())
                .contains(
                        "branch ages cover 33 % of the commits on the main line: the others came without a merge",
                        "1 merges are dated before what they merge, or oddly, and are left out of branch ages");
    }

    @Test
    void where_a_clone_is_cut_off_there_is_no_branch() throws Exception {
        String a = git.commit("a", 1);
        String m = git.commit("Merge branch 'x'", 3, a, git.commit("x", 2, a));
        git.main(git.commit("e", 4, m));
        Files.writeString(git.gitDirectory().resolve("shallow"), m + "\n");

        assertThat(read().branches()).isEmpty();
    }

    @Test
    void a_part_is_rounded_neither_to_nothing_nor_to_all() throws Exception {
        String tip = git.commit("root", 1);
        for (int i = 0; i < 250; i++) {
            tip = git.commit("c", day(2).plusSeconds(i), day(2).plusSeconds(i), tip);
        }
        git.main(git.commit("Merge branch 'x'", 4, tip, git.commit("x", 3, tip)));
        assertThat(read().warnings()).contains("branch ages cover 1 % of");

        git.main(git.commit("Merge branch 'all'", 5, git.commit("other root", 1), tip));
        assertThat(read().warnings()).contains("branch ages cover 99 % of");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Merge branch 'x' | x",
                "Merge branch 'feature/x' into main | feature/x",
                "Merge branch 'x' of https://example.org/ada/shop | x",
                "Merge pull request #12 from ada/feature/x | feature/x",
                "Merge pull request #12 from x | x",
                "Merge remote-tracking branch 'ada/x' into main | x",
                "Merge changes from topic | ",
                "Merge branch '' | ",
                "merge branch 'x' | ",
                "x | ",
            })
    void the_name_is_that_of_the_subject_without_the_owner_of_a_fork(String subject, String name) throws Exception {
        String a = git.commit("a", 1);
        String m = git.commit(subject, 3, a, git.commit("b", 2, a));
        git.main(m);

        assertThat(read().branches()).containsExactly(name == null ? "merge " + m.substring(0, 7) : name);
    }
}
