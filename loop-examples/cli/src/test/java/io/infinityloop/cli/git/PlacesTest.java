package io.infinityloop.cli.git;

import static io.infinityloop.cli.git.Contents.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a repository can be, and what it can be instead. */
class PlacesTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;
    private String one;
    private String two;
    private String three;

    @BeforeEach
    void make() throws IOException {
        repository = TestRepository.in(Files.createDirectory(temporary.resolve("shop")));
        one = repository.commit("Change of day 1", 1);
        two = repository.commit("Change of day 2", 2, one);
        three = repository.commit("Change of day 3", 3, two);
        repository.main(three).annotated("1.0", one, 1.5).annotated("1.1", three, 3.5);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private void readsAll(Path directory, String name) throws Exception {
        Contents contents = Contents.of(directory);
        assertThat(contents.commits()).isEqualTo(set(one, two, three));
        assertThat(contents.in("1.1")).isEqualTo(set(two, three));
        assertThat(contents.read().repository()).isEqualTo(name);
        assertThat(contents.read().warnings()).isEmpty();
    }

    @Nested
    class A_repository {
        @Test
        void is_found_from_a_folder_in_it() throws Exception {
            readsAll(Files.createDirectories(repository.directory().resolve("src/main")), "shop");
        }

        @Test
        void is_found_from_its_git_directory() throws Exception {
            readsAll(repository.gitDirectory(), "shop");
        }

        @Test
        void may_be_bare() throws Exception {
            Git.run(temporary, "clone", "-q", "--bare", "shop", "store.git");
            readsAll(temporary.resolve("store.git"), "store");
        }

        @Test
        void may_be_bare_and_without_a_configuration() throws Exception {
            Git.run(temporary, "clone", "-q", "--bare", "shop", "store");
            Files.delete(temporary.resolve("store/config"));
            readsAll(temporary.resolve("store"), "store");
        }

        @Test
        void may_be_packed() throws Exception {
            Git.run(repository.directory(), "gc", "-q");
            readsAll(repository.directory(), "shop");
        }

        @Test
        void may_have_a_commit_graph() throws Exception {
            Git.run(repository.directory(), "commit-graph", "write", "--reachable");
            readsAll(repository.directory(), "shop");
        }

        @Test
        void may_borrow_the_objects_of_another() throws Exception {
            Git.run(temporary, "clone", "-q", "--shared", "shop", "borrower");
            readsAll(temporary.resolve("borrower"), "borrower");
        }

        @Test
        void may_be_a_linked_work_tree_with_a_head_of_its_own() throws Exception {
            Git.run(repository.directory(), "worktree", "add", "-q", "--detach", "../linked", two);
            Contents contents = Contents.of(temporary.resolve("linked"));
            assertThat(contents.in("1.1")).isEqualTo(set(two, three));
            assertThat(contents.read().repository()).isEqualTo("shop");
            Git.run(repository.directory(), "tag", "-d", "1.1");
            assertThat(Contents.of(temporary.resolve("linked")).commits()).isEqualTo(set(one, two));
        }

        @Test
        void may_be_a_submodule() throws Exception {
            Path outer = temporary.resolve("outer");
            Git.run(temporary, "init", "-q", "outer");
            Git.run(outer, "submodule", "--quiet", "add", repository.directory().toString(), "part");
            readsAll(outer.resolve("part"), "part");
        }

        @Test
        void may_have_a_name_of_any_letters() throws Exception {
            Path odd = temporary.resolve("-ünï \u0007code");
            Files.move(repository.directory(), odd);
            readsAll(odd, "-ünï \u0007code");
        }
    }

    @Nested
    class A_shallow_clone {
        @Test
        void of_one_commit_without_tags_has_two_warnings() throws Exception {
            Path source = repository.directory().toAbsolutePath();
            Git.run(temporary, "clone", "-q", "--depth", "1", "--no-tags", "file://" + source, "cut");
            assertThat(Contents.of(temporary.resolve("cut")).read().warnings())
                    .hasSize(2)
                    .anyMatch(warning -> warning.startsWith("the clone of cut is shallow"))
                    .anyMatch(warning -> warning.startsWith("cut has no release"));
        }

        @Test
        void whose_list_cuts_off_what_a_release_reaches_keeps_it() throws Exception {
            Files.writeString(repository.gitDirectory().resolve("shallow"), two + "\n");
            Contents contents = Contents.of(repository.directory());
            assertThat(contents.commits()).isEqualTo(set(one, two, three));
            assertThat(contents.in("1.1")).isEqualTo(set(two, three));
            assertThat(contents.commit(two).parents()).containsExactly(one);
            assertThat(contents.read().warnings()).hasSize(1);
        }
    }

    @Nested
    class A_clone {
        @Test
        void of_any_name_knows_the_tags_that_bear_the_name_of_its_origin() throws Exception {
            repository.annotated("Shop-1.2", three, 4);
            for (String origin : List.of("file://" + repository.directory(), repository.directory() + "/.git")) {
                Path here = temporary.resolve("here" + origin.length());
                Git.run(temporary, "clone", "-q", origin, here.toString());
                Git.run(here, "config", "remote.origin.url", origin.replaceFirst("/.git$", ".git/"));
                assertThat(Contents.of(here).components()).containsOnlyKeys("1.0", "1.1", "Shop-1.2");
                assertThat(Contents.of(here).components().values()).containsOnly("");
            }
            Path elsewhere = temporary.resolve("elsewhere");
            Git.run(temporary, "clone", "-q", "shop", elsewhere.toString());
            Git.run(elsewhere, "config", "remote.origin.url", "git@example.org:shop.git");
            assertThat(Contents.of(elsewhere).label("Shop-1.2", "component")).isEmpty();
            Git.run(elsewhere, "remote", "remove", "origin");
            assertThat(Contents.of(elsewhere).label("Shop-1.2", "component")).isEqualTo("Shop");
        }

        @Test
        void without_trees_and_files_lacks_nothing_that_is_measured() throws Exception {
            Git.run(repository.directory(), "config", "uploadpack.allowFilter", "true");
            String source = "file://" + repository.directory();
            Git.run(temporary, "clone", "-q", "--filter=tree:0", "--no-checkout", source, "partial");
            readsAll(temporary.resolve("partial"), "partial");
        }

        @Test
        void with_replaced_commits_is_measured_as_it_was_made() throws Exception {
            Git.run(repository.directory(), "replace", "--graft", three);
            Contents contents = Contents.of(repository.directory());
            assertThat(contents.commits()).isEqualTo(set(one, two, three));
            assertThat(contents.commit(three).parents()).containsExactly(two);
            assertThat(contents.read().warnings())
                    .contains("1 objects of shop are replaced by others: the originals are measured, as by"
                            + " 'git --no-replace-objects'");
        }

        @Test
        void with_grafts_is_measured_as_it_was_made() throws Exception {
            Path info = Files.createDirectories(repository.gitDirectory().resolve("info"));
            Path grafts = Files.writeString(info.resolve("grafts"), three + "\n");
            Contents contents = Contents.of(repository.directory());
            assertThat(contents.commits()).isEqualTo(set(one, two, three));
            assertThat(contents.read().warnings())
                    .contains("the history of shop is grafted by " + grafts.toRealPath()
                            + ": what was committed is measured, without the grafts");
        }
    }

    @Nested
    class No_repository {
        @Test
        void is_a_work_tree_whose_repository_is_gone() throws IOException {
            Path orphan = Files.createDirectory(temporary.resolve("orphan"));
            Files.writeString(orphan.resolve(".git"), "gitdir: " + temporary.resolve("gone") + "\n");
            assertThatThrownBy(() -> Contents.of(orphan))
                    .isInstanceOf(GitSourceException.class)
                    .hasMessageContaining(orphan.toString());
        }

        @Test
        void is_a_broken_one_and_the_one_around_it_is_not_taken_in_its_place() throws IOException {
            Path part = Files.createDirectory(repository.directory().resolve("part"));
            Files.writeString(part.resolve(".git"), "no path\n");
            assertThatThrownBy(() -> Contents.of(part))
                    .isInstanceOf(GitSourceException.class)
                    .hasMessageContaining(part.resolve(".git").toString());
        }
    }
}
