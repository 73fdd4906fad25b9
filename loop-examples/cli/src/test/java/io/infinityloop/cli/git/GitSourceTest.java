package io.infinityloop.cli.git;

import static io.infinityloop.cli.git.TestRepository.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.event.LoopEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small histories, drawn in the comments, with their releases worked out by hand. */
class GitSourceTest {
    private final Path directory;
    private final TestRepository git;

    GitSourceTest(@TempDir Path temporary) throws IOException {
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

    @Nested
    class On_one_line {
        // a ─ b ─ c ─ d ─ e ─ f        v1.0.0 at b (tagged on day 5), 1.1.0 at e (lightweight, committed on day 7)
        private String a;
        private String b;
        private String e;

        @BeforeEach
        void history() throws IOException {
            a = git.commit("a", 1);
            b = git.commit("b", 2, a);
            String c = git.commit("c", 3, b);
            String d = git.commit("d", 4, c);
            e = git.commit("e", day(7), day(6), d);
            git.main(git.commit("f", 8, e));
            git.annotated("v1.0.0", b, 5);
            git.lightweight("1.1.0", e);
        }

        @Test
        void each_commit_belongs_to_the_first_release_after_it_and_the_last_one_to_none() throws Exception {
            Imported shop = read();

            assertThat(shop.releases()).containsExactly("v1.0.0", "1.1.0");
            assertThat(shop.contents("v1.0.0")).containsExactly("a", "b");
            assertThat(shop.contents("1.1.0")).containsExactly("c", "d", "e");
            assertThat(shop.commits()).hasSize(6);
        }

        @Test
        void an_annotated_tag_has_the_taggers_time_and_a_lightweight_one_the_committers() throws Exception {
            Imported shop = read();

            assertThat(shop.release("v1.0.0").at()).isEqualTo(day(5));
            assertThat(shop.release("1.1.0").at()).isEqualTo(day(7));
            assertThat(shop.result().annotated()).isEqualTo(1);
            assertThat(shop.result().lightweight()).isEqualTo(1);
        }

        @Test
        void version_and_tag_are_kept_apart() throws Exception {
            assertThat(read().release("v1.0.0").version()).isEqualTo("1.0.0");
            assertThat(read().release("v1.0.0").tag()).isEqualTo("v1.0.0");
        }

        @Test
        void a_commit_says_when_it_was_written_and_committed_and_what_came_before() throws Exception {
            assertThat(read().commit(e)).satisfies(commit -> {
                assertThat(commit.authoredAt()).isEqualTo(day(6));
                assertThat(commit.at()).isEqualTo(day(7));
                assertThat(commit.subject()).isEqualTo("e");
            });
            assertThat(read().commit(b).parents()).containsExactly(a);
            assertThat(read().commit(a).parents()).isEmpty();
        }

        @Test
        void events_are_named_after_repository_hash_and_tag_and_sorted_by_time() throws Exception {
            GitImport shop = read().result();

            assertThat(shop.repository()).isEqualTo("shop");
            assertThat(shop.events()).extracting(LoopEvent::source).containsOnly("git:shop");
            assertThat(shop.events()).extracting(LoopEvent::id).contains(a, "release/v1.0.0");
            assertThat(shop.events()).extracting(LoopEvent::at).isSorted();
            assertThat(shop.events().get(0).labels())
                    .isEqualTo(Labels.of(Labels.REPOSITORY, "shop").with(Labels.SERVICE, "shop"));
        }

        @Test
        void only_the_first_release_is_marked_as_holding_the_history_before_it() throws Exception {
            assertThat(read().labels("v1.0.0").get(Labels.BASELINE)).isPresent();
            assertThat(read().labels("1.1.0").get(Labels.BASELINE)).isEmpty();
        }

        @Test
        void nobody_is_named() throws Exception {
            assertThat(read().result().toString()).doesNotContain("Ada", "Carl", "Tina", "example.com");
        }

        @Test
        void a_release_that_adds_no_commit_is_empty() throws Exception {
            git.annotated("v1.0.1", b, 6);

            assertThat(read().contents("v1.0.1")).isEmpty();
            assertThat(read().contents("1.1.0")).containsExactly("c", "d", "e");
        }

        @Test
        void the_order_of_releases_is_that_of_time_and_not_of_versions() throws Exception {
            // 2.0.0 was tagged before 1.1.0, on the same line: it has what 1.1.0 only repeats.
            git.annotated("2.0.0", e, 6);

            assertThat(read().contents("2.0.0")).containsExactly("c", "d", "e");
            assertThat(read().contents("1.1.0")).isEmpty();
        }

        @Test
        void reading_twice_gives_equal_imports() throws Exception {
            assertThat(read()).isEqualTo(read());
        }

        @Test
        void the_same_history_stored_in_another_order_gives_equal_imports(@TempDir Path other) throws Exception {
            try (TestRepository copy = TestRepository.in(other.resolve("shop"))) {
                copy.lightweight("1.1.0", e);
                String again = copy.commit("a", 1);
                assertThat(again).isEqualTo(a);
                again = copy.commit("b", 2, again);
                copy.annotated("v1.0.0", again, 5);
                again = copy.commit("d", 4, copy.commit("c", 3, again));
                copy.main(copy.commit("f", 8, copy.commit("e", day(7), day(6), again)));
            }

            assertThat(Imported.from(other.resolve("shop"))).isEqualTo(read());
        }
    }

    @Nested
    class With_branches {
        @Test
        void a_merge_brings_its_branch_into_the_release_and_is_kept_itself() throws Exception {
            // a ─ b ───── m ─ e     v1.0 at b, v1.1 at e; m joins b and d
            //  └─ c ─ d ──┘
            String a = git.commit("a", 1);
            String b = git.commit("b", 2, a);
            String d = git.commit("d", 4, git.commit("c", 3, a));
            String m = git.commit("m", 5, b, d);
            String e = git.commit("e", 6, m);
            git.main(e);
            git.lightweight("v1.0", b);
            git.lightweight("v1.1", e);

            Imported shop = read();

            assertThat(shop.contents("v1.0")).containsExactly("a", "b");
            assertThat(shop.contents("v1.1")).containsExactly("c", "d", "e", "m");
            assertThat(shop.commit(m).parents()).containsExactly(b, d);
            assertThat(shop.result().commits()).isEqualTo(6);
            assertThat(shop.result().merges()).isEqualTo(1);
        }

        @Test
        void a_line_that_is_kept_alive_after_the_next_one_began_counts_no_commit_twice() throws Exception {
            // a ─ b ─ c ─ d ─ e         main: 1.0.0 at a (day 1), 2.0.0 at c (day 4), 2.1.0 at e (day 9)
            //  └─ x ─ y                 1.x:  1.0.1 at x (day 6), 1.0.2 at y (day 10)
            String a = git.commit("a", 1);
            String c = git.commit("c", 4, git.commit("b", 2, a));
            String e = git.commit("e", 9, git.commit("d", 8, c));
            String x = git.commit("x", 6, a);
            String y = git.commit("y", 10, x);
            git.main(e);
            git.point("refs/heads/1.x", y);
            git.lightweight("1.0.0", a);
            git.lightweight("2.0.0", c);
            git.lightweight("1.0.1", x);
            git.lightweight("2.1.0", e);
            git.lightweight("1.0.2", y);

            Imported shop = read();

            assertThat(shop.releases()).containsExactly("1.0.0", "2.0.0", "1.0.1", "2.1.0", "1.0.2");
            assertThat(shop.contents("2.0.0")).containsExactly("b", "c");
            assertThat(shop.contents("1.0.1")).containsExactly("x");
            assertThat(shop.contents("2.1.0")).containsExactly("d", "e");
            assertThat(shop.contents("1.0.2")).containsExactly("y");
        }

        @Test
        void a_fix_merged_forward_belongs_to_the_maintenance_release_that_shipped_it_first() throws Exception {
            // a ─ b ─── m      2.0.0 at m (day 7)
            //  └─ x ────┘      1.0.1 at x (day 3)
            String a = git.commit("a", 1);
            String b = git.commit("b", 2, a);
            String x = git.commit("x", 3, a);
            String m = git.commit("m", 7, b, x);
            git.main(m);
            git.lightweight("1.0.1", x);
            git.lightweight("2.0.0", m);

            assertThat(read().contents("1.0.1")).containsExactly("a", "x");
            assertThat(read().contents("2.0.0")).containsExactly("b", "m");
        }

        @Test
        void commits_of_a_branch_without_release_are_left_out_and_those_of_a_release_beside_head_are_not()
                throws Exception {
            String a = git.commit("a", 1);
            git.main(a);
            git.point("refs/heads/idea", git.commit("idea", 2, a));
            git.lightweight("1.0.0", git.commit("released", 3, a));

            assertThat(read().commits()).extracting("subject").containsExactly("a", "released");
        }
    }
}
