package io.infinityloop.cli.git;

import static io.infinityloop.cli.git.Imported.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        Imported contents = Imported.from(directory);
        assertThat(contents.hashes()).isEqualTo(set(one, two, three));
        assertThat(contents.in("1.1")).isEqualTo(set(two, three));
        assertThat(contents.result().repository()).isEqualTo(name);
        assertThat(contents.result().warnings()).isEmpty();
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
            readsAll(temporary.resolve("store.git"), "shop");
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
            readsAll(temporary.resolve("borrower"), "shop");
        }

        @Test
        void may_be_a_linked_work_tree_with_a_head_of_its_own() throws Exception {
            Git.run(repository.directory(), "worktree", "add", "-q", "--detach", "../linked", two);
            Imported contents = Imported.from(temporary.resolve("linked"));
            assertThat(contents.in("1.1")).isEqualTo(set(two, three));
            assertThat(contents.result().repository()).isEqualTo("shop");
            Git.run(repository.directory(), "tag", "-d", "1.1");
            assertThat(Imported.from(temporary.resolve("linked")).hashes()).isEqualTo(set(one, two));
        }

        @Test
        void may_be_a_submodule() throws Exception {
            Path outer = temporary.resolve("outer");
            Git.run(temporary, "init", "-q", "outer");
            Git.run(outer, "submodule", "--quiet", "add", repository.directory().toString(), "part");
            readsAll(outer.resolve("part"), "shop");
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
            assertThat(Imported.from(temporary.resolve("cut")).result().warnings())
                    .hasSize(2)
                    .anyMatch(warning -> warning.startsWith("the clone of shop is shallow"))
                    .anyMatch(warning -> warning.equals("shop has no tags, so there are no"
                            + " releases: fetch the tags with 'git fetch --tags', or make one"));
        }

        @Test
        void whose_list_cuts_off_what_a_release_reaches_keeps_it() throws Exception {
            Files.writeString(repository.gitDirectory().resolve("shallow"), two + "\n");
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.hashes()).isEqualTo(set(one, two, three));
            assertThat(contents.in("1.1")).isEqualTo(set(two, three));
            assertThat(contents.commit(two).parents()).containsExactly(one);
            assertThat(contents.result().warnings()).hasSize(1);
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
                assertThat(Imported.from(here).components()).containsOnlyKeys("1.0", "1.1", "Shop-1.2");
                assertThat(Imported.from(here).components().values()).containsOnly("");
            }
            Path elsewhere = temporary.resolve("elsewhere");
            Git.run(temporary, "clone", "-q", "shop", elsewhere.toString());
            Git.run(elsewhere, "config", "remote.origin.url", "git@example.org:shop.git");
            assertThat(Imported.from(elsewhere).label("Shop-1.2", "component")).isEmpty();
            Git.run(elsewhere, "remote", "remove", "origin");
            assertThat(Imported.from(elsewhere).label("Shop-1.2", "component")).isEqualTo("Shop");
        }

        @ParameterizedTest
        @CsvSource({
            "https://example.org/team/store.git, store",
            "https://token@example.org/team/store/, store",
            "git@example.org:store.git, store",
            "git@example.org:team/store, store",
            "C:\\code\\store, store",
            "/srv/git/store/.git, store",
            "../store, store",
            "ssh://example.org:2222/store.git/, store",
            "https://token@example.org, shop",
            "https://token@example.org/, shop",
            "git@example.org:, shop",
            "../.., shop",
            ".git, shop",
        })
        void is_called_as_its_origin_where_that_has_a_name(String origin, String name) throws Exception {
            Git.run(repository.directory(), "config", "remote.origin.url", origin);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.result().repository()).isEqualTo(name);
            assertThat(contents.releaseEvent("1.0").source()).isEqualTo("git:" + name);
            assertThat(contents.label("1.0", Labels.REPOSITORY)).isEqualTo(name);
        }

        @Test
        void without_trees_and_files_lacks_nothing_that_is_measured() throws Exception {
            Imported contents = Imported.from(partial());
            assertThat(contents.hashes()).isEqualTo(set(one, two, three));
            assertThat(contents.in("1.1")).isEqualTo(set(two, three));
            assertThat(contents.result().warnings())
                    .containsExactly(
                            "the clone of shop is partial: files that were not fetched are not needed for these"
                                    + " numbers, and nothing is fetched");
        }

        @Test
        void without_trees_has_no_paths_of_components_and_says_what_to_do() throws Exception {
            Path partial = partial();
            assertThatThrownBy(() -> Imported.from(
                            partial, GitOptions.defaults().withComponentPaths(Map.of("", List.of("src")))))
                    .isInstanceOf(GitSourceException.class)
                    .hasMessageStartingWith("the repository " + partial + " is a partial clone: ")
                    .hasMessageEndingWith("; run 'git fetch --refetch --filter=blob:none', or clone it again");
        }

        private Path partial() {
            Git.run(repository.directory(), "config", "uploadpack.allowFilter", "true");
            String source = "file://" + repository.directory();
            Git.run(temporary, "clone", "-q", "--filter=tree:0", "--no-checkout", source, "partial");
            return temporary.resolve("partial");
        }

        @Test
        void with_submodules_says_that_they_are_not_measured() throws Exception {
            String four = repository.commit(Map.of(".gitmodules", "[submodule \"part\"]\n"), "Part", 4, three);
            repository.main(four);
            assertThat(Imported.from(repository.directory()).result().warnings())
                    .containsExactly("shop has submodules: what is in them is not measured; give each with --git to"
                            + " measure it");
        }

        @Test
        void whose_head_leads_nowhere_is_measured_as_far_as_it_was_released() throws Exception {
            Files.writeString(repository.gitDirectory().resolve("HEAD"), "ref: refs/heads/gone\n");
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.hashes()).isEqualTo(set(one, two, three));
            assertThat(contents.result().warnings())
                    .containsExactly("HEAD of shop points to no commit: only what was released is measured; check out"
                            + " the branch that releases are made from");
        }

        @Test
        void whose_head_leads_nowhere_is_refused_if_nothing_was_released_and_there_are_branches() throws Exception {
            Files.writeString(repository.gitDirectory().resolve("HEAD"), "ref: refs/heads/gone\n");
            Git.run(repository.directory(), "tag", "-d", "1.0", "1.1");
            assertThatThrownBy(() -> Imported.from(repository.directory()))
                    .isInstanceOf(GitSourceException.class)
                    .hasMessage("HEAD of shop points to no commit, and there are 1 branches: say which one is measured,"
                            + " as by 'git symbolic-ref HEAD refs/heads/main'");
        }

        @Test
        void with_a_branch_that_is_called_head_is_read_at_its_head() throws Exception {
            repository.point("refs/heads/HEAD", one);
            Git.run(repository.directory(), "tag", "-d", "1.1");
            assertThat(Imported.from(repository.directory()).hashes()).isEqualTo(set(one, two, three));
        }

        @Test
        void with_replaced_commits_is_measured_as_it_was_made() throws Exception {
            Git.run(repository.directory(), "replace", "--graft", three);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.hashes()).isEqualTo(set(one, two, three));
            assertThat(contents.commit(three).parents()).containsExactly(two);
            assertThat(contents.result().warnings())
                    .contains("1 objects of shop are replaced by others: the originals are measured, as by"
                            + " 'git --no-replace-objects'");
        }

        @Test
        void with_grafts_is_measured_as_it_was_made() throws Exception {
            Path info = Files.createDirectories(repository.gitDirectory().resolve("info"));
            Path grafts = Files.writeString(info.resolve("grafts"), three + "\n");
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.hashes()).isEqualTo(set(one, two, three));
            assertThat(contents.result().warnings())
                    .contains("the history of shop is grafted by " + grafts.toRealPath()
                            + ": what was committed is measured, without the grafts");
        }
    }

    @Nested
    class No_repository {
        @Test
        void is_a_broken_one_and_the_one_around_it_is_not_taken_in_its_place() throws IOException {
            Path part = Files.createDirectory(repository.directory().resolve("part"));
            Files.writeString(part.resolve(".git"), "no path\n");
            assertThatThrownBy(() -> Imported.from(part))
                    .isInstanceOf(GitSourceException.class)
                    .hasMessageContaining(part.resolve(".git").toString());
        }
    }
}
