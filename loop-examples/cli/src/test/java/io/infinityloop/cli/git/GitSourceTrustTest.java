package io.infinityloop.cli.git;

import static io.infinityloop.cli.git.TestRepository.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.infinityloop.artifact.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no repository, or one of an unusual kind, or damaged. */
class GitSourceTrustTest {
    private final Path temporary;
    private final Path directory;

    GitSourceTrustTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.directory = temporary.resolve("shop");
    }

    private static ThrowableAssertAlternative<GitSourceException> refused(Path directory) {
        return assertThatExceptionOfType(GitSourceException.class).isThrownBy(() -> Imported.from(directory));
    }

    @Nested
    class No_repository {
        @Test
        void a_missing_directory_is_named() {
            refused(directory).withMessageContaining("there is no directory " + directory);
        }

        @Test
        void so_is_a_file() throws IOException {
            Files.writeString(directory, "no directory");

            refused(directory).withMessageContaining(directory + " is not a directory");
        }

        @Test
        void so_is_a_directory_outside_of_any_repository() throws IOException {
            Files.createDirectory(directory);

            refused(directory).withMessageContaining(directory + " is not in a git repository");
        }

        @Test
        void a_work_tree_that_lost_its_repository_is_named() throws IOException {
            Files.createDirectory(directory);
            Files.writeString(directory.resolve(".git"), "gitdir: " + temporary.resolve("gone") + "\n");

            refused(directory).withMessageContaining(directory.toString());
        }
    }

    @Nested
    class Of_an_unusual_kind {
        @Test
        void a_repository_without_a_commit_is_empty_and_no_failure() throws Exception {
            TestRepository.in(directory).close();

            assertThat(Imported.from(directory).result().isEmpty()).isTrue();
            assertThat(Imported.from(directory).result().events()).isEmpty();
        }

        @Test
        void a_branch_without_a_commit_does_not_hide_the_releases() throws Exception {
            try (TestRepository git = TestRepository.in(directory)) {
                git.lightweight("1.0.0", git.commit("a", 1));
            }

            assertThat(Imported.from(directory).contents("1.0.0")).containsExactly("a");
        }

        @Test
        void a_repository_without_a_release_says_so() throws Exception {
            try (TestRepository git = TestRepository.in(directory)) {
                git.main(git.commit("a", 1));
                git.lightweight("nightly", git.commit("a", 1));
            }

            assertThat(Imported.from(directory).commits()).hasSize(1);
            assertThat(Imported.from(directory).warnings()).contains("shop has no release", "1 tag");
        }

        @Test
        void a_detached_head_counts() throws Exception {
            try (TestRepository git = TestRepository.in(directory)) {
                String a = git.commit("a", 1);
                git.main(git.commit("b", 2, a));
                git.detach(a);
            }

            assertThat(Imported.from(directory).commits()).extracting("subject").containsExactly("a");
        }

        @Test
        void hashes_of_a_newer_kind_are_refused_in_words() throws Exception {
            try (TestRepository git = TestRepository.in(directory)) {
                Files.writeString(
                        git.gitDirectory().resolve("config"),
                        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n");
                Files.writeString(git.gitDirectory().resolve("refs/heads/main"), "ab".repeat(32) + "\n");
            }

            refused(directory).withMessageContaining(directory.toString()).withMessageContaining("SHA-256");
        }
    }

    @Nested
    class Cut_off {
        // a ─ b ─ m ─ e      the clone ends at m: neither b nor c is there. 1.0.0 at m, 1.1.0 at e
        //      c ─┘
        private String b;
        private String c;
        private String m;

        @BeforeEach
        void shallow() throws IOException {
            try (TestRepository git = TestRepository.in(directory)) {
                b = git.commit("b", 2, git.commit("a", 1));
                c = git.commit("c", 2.5);
                m = git.commit("m", 3, b, c);
                String e = git.commit("e", 4, m);
                git.main(e);
                git.lightweight("1.0.0", m);
                git.lightweight("1.1.0", e);
                git.lose(b);
                git.lose(c);
                Files.writeString(git.gitDirectory().resolve("shallow"), m + "\n");
            }
        }

        @Test
        void a_shallow_clone_is_read_as_far_as_it_goes_with_a_warning() throws Exception {
            Imported shop = Imported.from(directory);

            assertThat(shop.contents("1.0.0")).containsExactly("m");
            assertThat(shop.contents("1.1.0")).containsExactly("e");
            assertThat(shop.warnings()).contains("shallow", "git fetch --unshallow --tags");
        }

        @Test
        void a_merge_where_the_history_is_cut_off_is_still_a_merge() throws Exception {
            assertThat(Imported.from(directory).commit(m)).matches(Commit::isMerge);
            assertThat(Imported.from(directory).commit(m).parents()).containsExactly(b, c);
            assertThat(Imported.from(directory).result().merges()).isEqualTo(1);
        }

        @Test
        void without_the_note_that_it_is_shallow_it_is_damaged_and_the_missing_commit_is_named() throws Exception {
            Files.delete(directory.resolve(".git/shallow"));

            refused(directory)
                    .withMessageContaining(directory.toString())
                    .withMessageMatching("(?s).*(" + b + "|" + c + ").*");
        }
    }

    @Nested
    class Damaged {
        private TestRepository git;

        @BeforeEach
        void create() throws IOException {
            git = TestRepository.in(directory);
        }

        @AfterEach
        void close() {
            git.close();
        }

        @Test
        void a_tag_of_a_lost_commit_names_the_commit() throws Exception {
            String lost = git.commit("lost", 1);
            git.main(git.commit("a", 1));
            git.annotated("1.0.0", lost, 2);
            git.lose(lost);

            refused(directory).withMessageContaining(lost);
        }

        @Test
        void an_object_that_is_no_object_is_named() throws Exception {
            String broken = git.commit("broken", 1);
            git.main(broken);
            git.lose(broken);
            Files.writeString(
                    git.gitDirectory().resolve("objects/" + broken.substring(0, 2) + "/" + broken.substring(2)), "?");

            refused(directory).withMessageContaining(directory.toString()).withMessageContaining(broken);
        }

        @Test
        void a_commit_without_author_or_committer_is_named() throws Exception {
            String nobody = git.raw(Constants.OBJ_COMMIT, "tree " + git.emptyTree() + "\n\nwritten by nobody\n");
            git.main(nobody);

            refused(directory).withMessageContaining(nobody);
        }

        @Test
        void a_tag_without_a_date_has_its_commits() throws Exception {
            String a = git.commit("a", 1);
            git.main(a);
            String old = git.raw(Constants.OBJ_TAG, "object " + a + "\ntype commit\ntag v1.0.0\n\nan old tag\n");
            String dateless = git.raw(
                    Constants.OBJ_TAG, "object " + a + "\ntype commit\ntag v1.1.0\ntagger T <t@example.com>\n\nold\n");
            git.lightweight("v1.0.0", old);
            git.lightweight("v1.1.0", dateless);

            assertThat(Imported.from(directory).release("v1.0.0").at()).isEqualTo(day(1));
            assertThat(Imported.from(directory).release("v1.1.0").at()).isEqualTo(day(1));
        }

        @Test
        void subjects_in_other_encodings_and_of_any_length_are_read() throws Exception {
            String strange = git.raw(Constants.OBJ_COMMIT, """
                    tree %s
                    author A <a@example.com> 1767312000 +0000
                    committer A <a@example.com> 1767312000 +0000
                    encoding no-such-thing

                    fine

                    body
                    """.formatted(git.emptyTree()));
            String wordy = git.commit("x".repeat(200_000), 2, strange);
            git.main(git.commit("", 3, wordy));

            assertThat(Imported.from(directory).commit(strange).subject()).isEqualTo("fine");
            assertThat(Imported.from(directory).commit(wordy).subject()).hasSize(1_000);
        }
    }

    @Nested
    class Kept_apart {
        /** JGit would try it out once in a process, by writing files. */
        @Test
        void the_clock_of_the_file_system_is_not_tried_out() throws Exception {
            TestRepository.in(directory).close();
            Imported.from(directory);

            assertThat(FS.getFileStoreAttributes(directory).getFsTimestampResolution())
                    .isEqualTo(Duration.ofSeconds(2));
        }
    }
}
