package io.infinityloop.cli.git;

import static io.infinityloop.cli.git.Contents.set;
import static io.infinityloop.cli.git.MadeRepository.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Commit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSourceTest {
    private MadeRepository repository;

    @BeforeEach
    void make(@TempDir Path directory) throws IOException {
        repository = MadeRepository.in(directory);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Nested
    class On_a_straight_line {
        private String one;
        private String two;
        private String three;
        private String four;

        @BeforeEach
        void make() {
            one = repository.commit(1);
            two = repository.commit("Add a basket\n\nIt holds things.", day(1.5), day(2), one);
            three = repository.commit(3, two);
            four = repository.commit(4, three);
            repository.main(four).annotated("v1.0.0", 1.25, one).lightweight("v1.1.0", three);
        }

        @Test
        void each_release_holds_what_came_since_the_one_before() throws GitSourceException {
            Contents contents = Contents.of(repository);
            assertThat(contents.releases()).containsExactly("v1.0.0", "v1.1.0");
            assertThat(contents.in("v1.0.0")).isEqualTo(set(one));
            assertThat(contents.in("v1.1.0")).isEqualTo(set(two, three));
            assertThat(contents.commits()).isEqualTo(set(one, two, three, four));
        }

        @Test
        void a_release_is_dated_by_its_tagger_or_else_by_the_committer() throws GitSourceException {
            Contents contents = Contents.of(repository);
            assertThat(contents.release("v1.0.0").at()).isEqualTo(day(1.25));
            assertThat(contents.release("v1.1.0").at()).isEqualTo(day(3));
            assertThat(contents.read().annotated()).isEqualTo(1);
            assertThat(contents.read().lightweight()).isEqualTo(1);
            assertThat(contents.read().warnings())
                    .containsExactly("1 of 2 releases have lightweight tags: they are dated by their commit, not by"
                            + " the tagging");
        }

        @Test
        void a_commit_keeps_both_its_times_its_subject_and_its_parents() throws GitSourceException {
            Commit commit = Contents.of(repository).commit(two);
            assertThat(commit.authoredAt()).isEqualTo(day(1.5));
            assertThat(commit.at()).isEqualTo(day(2));
            assertThat(commit.subject()).isEqualTo("Add a basket");
            assertThat(commit.parents()).containsExactly(one);
        }

        @Test
        void a_release_has_a_version_and_a_tag() throws GitSourceException {
            Contents contents = Contents.of(repository);
            assertThat(contents.release("v1.1.0").version()).isEqualTo("1.1.0");
            assertThat(contents.release("v1.1.0").tag()).isEqualTo("v1.1.0");
        }

        @Test
        void only_the_first_release_is_marked_as_holding_the_history_before_it() throws GitSourceException {
            Contents contents = Contents.of(repository);
            assertThat(contents.label("v1.0.0", Labels.BASELINE)).isNotEmpty();
            assertThat(contents.label("v1.1.0", Labels.BASELINE)).isEmpty();
        }

        @Test
        void the_events_are_in_the_order_of_time_and_bear_the_repository() throws GitSourceException {
            GitImport read = Contents.of(repository).read();
            assertThat(read.events())
                    .extracting(event -> event.id())
                    .containsExactly(
                            "commit/" + one,
                            "release/v1.0.0",
                            "commit/" + two,
                            "commit/" + three,
                            "release/v1.1.0",
                            "commit/" + four);
            String name = repository.directory().getFileName().toString();
            assertThat(read.repository()).isEqualTo(name);
            assertThat(read.events()).allSatisfy(event -> {
                assertThat(event.source()).isEqualTo("git:" + name);
                assertThat(event.labels().get(Labels.REPOSITORY)).hasValue(name);
                assertThat(event.labels().get(Labels.SERVICE)).hasValue(name);
            });
        }
    }

    @Nested
    class With_merges {
        @Test
        void a_release_holds_both_sides_of_a_merge_once() throws GitSourceException {
            String root = repository.commit(1);
            String left = repository.commit(2, root);
            String right = repository.commit(3, root);
            String merge = repository.commit(4, left, right);
            repository.main(merge).annotated("1.0", 1.5, root).annotated("1.1", 5, merge);
            Contents contents = Contents.of(repository);
            assertThat(contents.in("1.1")).isEqualTo(set(left, right, merge));
            assertThat(contents.commit(merge).isMerge()).isTrue();
            assertThat(contents.read().commits()).isEqualTo(4);
            assertThat(contents.read().merges()).isEqualTo(1);
        }

        @Test
        void a_criss_cross_with_an_octopus_counts_each_commit_once() throws GitSourceException {
            String root = repository.commit(1);
            String a = repository.commit(2, root);
            String b = repository.commit(3, root);
            String c = repository.commit(3.5, root);
            String ab = repository.commit(4, a, b);
            String ba = repository.commit(5, b, a);
            String all = repository.commit(6, ab, ba, c);
            repository.main(all).annotated("1.0", 4.5, ab).annotated("1.1", 7, all);
            Contents contents = Contents.of(repository);
            assertThat(contents.in("1.0")).isEqualTo(set(root, a, b, ab));
            assertThat(contents.in("1.1")).isEqualTo(set(ba, c, all));
            assertThat(contents.read().merges()).isEqualTo(3);
        }

        @Test
        void two_roots_that_were_joined_are_both_held() throws GitSourceException {
            String one = repository.commit(1);
            String other = repository.commit(2);
            String joined = repository.commit(3, one, other);
            repository.main(joined).annotated("1.0", 4, joined);
            assertThat(Contents.of(repository).in("1.0")).isEqualTo(set(one, other, joined));
        }
    }

    @Nested
    class With_two_release_lines {
        /** 1.0 on day 2, 2.0 on day 4, and a 1.x line that goes on beside 2.x. */
        @Test
        void a_commit_belongs_to_the_release_that_had_it_first() throws GitSourceException {
            String root = repository.commit(1);
            String two = repository.commit(3, root);
            String fix = repository.commit(5, root);
            String forward = repository.commit(6, two, fix);
            String next = repository.commit(8, forward);
            String later = repository.commit(9, fix);
            repository
                    .main(next)
                    .annotated("1.0.0", 2, root)
                    .annotated("2.0.0", 4, two)
                    .annotated("1.0.1", 5.5, fix)
                    .annotated("2.0.1", 7, forward)
                    .annotated("1.0.2", 10, later);
            Contents contents = Contents.of(repository);
            assertThat(contents.releases()).containsExactly("1.0.0", "2.0.0", "1.0.1", "2.0.1", "1.0.2");
            assertThat(contents.in("1.0.0")).isEqualTo(set(root));
            assertThat(contents.in("2.0.0")).isEqualTo(set(two));
            assertThat(contents.in("1.0.1")).isEqualTo(set(fix));
            // Since 1.0.1, the tag before it, there are two commits; since 2.0.0 there are two others.
            assertThat(contents.in("2.0.1")).isEqualTo(set(forward));
            assertThat(contents.in("1.0.2")).isEqualTo(set(later));
            assertThat(contents.commits()).contains(next, later).hasSize(6);
        }

        @Test
        void a_release_without_a_change_of_its_own_is_empty() throws GitSourceException {
            String root = repository.commit(1);
            String two = repository.commit(2, root);
            repository
                    .main(two)
                    .annotated("1.0.0", 3, two)
                    .annotated("1.0.1", 4, two)
                    .annotated("0.9.9", 5, root);
            Contents contents = Contents.of(repository);
            assertThat(contents.in("1.0.0")).isEqualTo(set(root, two));
            assertThat(contents.in("1.0.1")).isEmpty();
            assertThat(contents.in("0.9.9")).isEmpty();
        }

        @Test
        void the_time_of_the_tag_decides_and_not_that_of_the_commits() throws GitSourceException {
            String root = repository.commit(9);
            String child = repository.commit(1, root);
            repository.main(child).annotated("2.0", 10, child).annotated("1.0", 11, root);
            Contents contents = Contents.of(repository);
            assertThat(contents.in("2.0")).isEqualTo(set(root, child));
            assertThat(contents.in("1.0")).isEmpty();
        }
    }

    @Nested
    class Wherever_head_is {
        private String root;
        private String side;

        @BeforeEach
        void make() {
            root = repository.commit(1);
            side = repository.commit(2, root);
        }

        @Test
        void a_detached_head_counts_like_a_branch() throws GitSourceException, IOException {
            repository.main(root).annotated("1.0", 1.5, root).head(side);
            assertThat(Contents.of(repository).commits()).isEqualTo(set(root, side));
        }

        @Test
        void an_unborn_branch_leaves_what_the_releases_reach() throws GitSourceException, IOException {
            repository.annotated("1.0", 1.5, root).ref("refs/heads/other", side).head("refs/heads/unborn");
            Contents contents = Contents.of(repository);
            assertThat(contents.commits()).isEqualTo(set(root));
            assertThat(contents.in("1.0")).isEqualTo(set(root));
            assertThat(contents.read().isEmpty()).isFalse();
        }

        @Test
        void commits_that_only_a_release_reaches_are_there() throws GitSourceException {
            repository.main(root).annotated("1.0", 3, side);
            assertThat(Contents.of(repository).commits()).isEqualTo(set(root, side));
        }

        @Test
        void commits_that_only_another_branch_reaches_are_not() throws GitSourceException {
            repository.main(root).ref("refs/heads/other", side);
            assertThat(Contents.of(repository).commits()).isEqualTo(set(root));
        }

        @Test
        void a_repository_without_a_commit_is_empty_and_needs_no_warning() throws GitSourceException, IOException {
            repository.head("refs/heads/unborn");
            GitImport read = Contents.of(repository).read();
            assertThat(read.isEmpty()).isTrue();
            assertThat(read.events()).isEmpty();
            assertThat(read.warnings()).isEmpty();
        }
    }

    @Test
    void without_a_release_the_report_is_told_so() throws GitSourceException {
        repository.main(repository.commit(1)).lightweight("nightly", repository.commit(0.5));
        String name = repository.directory().getFileName().toString();
        assertThat(Contents.of(repository).read().warnings())
                .containsExactly(name + " has no release: none of its 1 tags is one; fetch the tags, or say with"
                        + " --tag-pattern which tags are releases");
    }

    @Test
    void the_same_repository_gives_the_same_events_each_time() throws GitSourceException {
        String tip = repository.commit(1);
        for (int i = 0; i < 40; i++) {
            tip = repository.commit(1 + i % 3, tip);
            repository.annotated("1." + i, 2, tip);
        }
        repository.main(tip);
        List<?> first = Contents.of(repository).read().events();
        assertThat(Contents.of(repository).read().events()).isEqualTo(first);
    }
}
