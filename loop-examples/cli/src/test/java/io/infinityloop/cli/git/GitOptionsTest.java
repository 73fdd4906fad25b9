package io.infinityloop.cli.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitOptionsTest {
    private final Path directory;
    private final TestRepository git;

    GitOptionsTest(@TempDir Path temporary) throws IOException {
        this.directory = temporary.resolve("shop");
        this.git = TestRepository.in(directory);
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Nested
    class Fixes {
        @Test
        void are_releases_whose_tag_or_whose_commits_subject_matches_in_part() throws Exception {
            String a = git.commit("a", 1);
            String b = git.commit("fix: rounding\n\nNot a feature", 2, a);
            String c = git.commit("c\n\nfix: nothing in the subject", 3, b);
            git.main(c);
            git.annotated("1.0.0", a, 1);
            git.annotated("1.0.1", a, 2);
            git.annotated("1.1.0", b, 3);
            git.annotated("1.2.0", c, 4);
            Imported shop = Imported.from(
                    directory, GitOptions.defaults().withFixPattern(Pattern.compile("\\.[1-9]\\d*$|^fix:")));

            assertThat(shop.releases())
                    .extracting(tag -> shop.label(tag, Labels.INTENT))
                    .containsExactly("other", "fix", "fix", "other");
        }

        @Test
        void are_not_guessed() throws Exception {
            String a = git.commit("fix", 1);
            git.main(a);
            git.lightweight("1.0.1", a);

            assertThat(Imported.from(directory).labels("1.0.1").get(Labels.INTENT))
                    .isEmpty();
        }
    }

    // a (api) ─ b (web) ─ c (api) ─── m ─ e (neither)     api-1.0 at a, web-1.0 at b, api-1.1 and web-1.1 at e
    //                      └─ d (web) ─┘
    @Nested
    class Paths_of_components {
        private String a;
        private String b;
        private String c;
        private String d;
        private String m;

        @BeforeEach
        void history() throws IOException {
            a = git.commit(Map.of("api/A", "1"), "a", 1);
            b = git.commit(Map.of("api/A", "1", "web/B", "1"), "b", 2, a);
            c = git.commit(Map.of("api/A", "2", "web/B", "1"), "c", 3, b);
            d = git.commit(Map.of("api/A", "2", "web/B", "2"), "d", 4, c);
            m = git.commit(Map.of("api/A", "2", "web/B", "2"), "m", 5, c, d);
            String e = git.commit(Map.of("api/A", "2", "web/B", "2", "api.txt", "1"), "e", 6, m);
            git.main(e);
            git.annotated("api-1.0", a, 1.5);
            git.annotated("web-1.0", b, 2.5);
            git.annotated("api-1.1", e, 6.5);
            git.annotated("web-1.1", e, 6.5);
        }

        private Imported read(Map<String, List<String>> paths) throws GitSourceException {
            return Imported.from(directory, GitOptions.defaults().withComponentPaths(paths));
        }

        @Test
        void leave_each_release_the_commits_that_change_something_there() throws Exception {
            Imported shop = read(Map.of("api", List.of("api/"), "web", List.of("./web", "not/there")));

            assertThat(shop.in("api-1.0")).containsExactly(a);
            assertThat(shop.in("web-1.0")).containsExactly(b);
            assertThat(shop.in("api-1.1")).containsExactly(c);
            assertThat(shop.in("web-1.1")).containsExactly(d);
            assertThat(shop.label("api-1.1", Labels.CONTENTS)).isEqualTo("listed");
            assertThat(shop.warnings()).doesNotContain("components");
            assertThat(shop.commits()).hasSize(6);
        }

        @Test
        void are_asked_for_where_there_is_more_than_one_component() throws Exception {
            assertThat(read(Map.of("web", List.of("web"))).in("api-1.1")).hasSize(5);
            assertThat(read(Map.of("web", List.of("web"))).labels("api-1.1").get(Labels.CONTENTS))
                    .isEmpty();
            assertThat(read(Map.of("web", List.of("web"))).warnings())
                    .contains("shop has releases of 2 components, and those of 1 hold every commit that they can"
                            + " reach, also those of other components: say with --component-path NAME=PATH which paths"
                            + " a component consists of");
        }

        @Test
        void of_a_component_without_a_release_are_told() throws Exception {
            assertThat(read(Map.of("ape", List.of("api"))).warnings())
                    .contains("there is no release of the component 'ape' of shop, for which paths are given:"
                            + " components are api, web");
        }

        @Test
        void may_be_the_main_lines_and_one_of_its_files() throws Exception {
            git.annotated("2.0", m, 7);
            assertThat(read(Map.of("", List.of("api/A"))).in("2.0")).containsExactlyInAnyOrder(a, c);
            assertThat(read(Map.of("", List.of("/"))).in("2.0")).containsExactlyInAnyOrder(a, b, c, d);
        }

        @Test
        void count_a_merge_that_is_unlike_all_that_it_joins() throws Exception {
            String root = git.commit(Map.of("web/B", "1"), "root", 1);
            String left = git.commit(Map.of("web/B", "2"), "left", 2, root);
            String right = git.commit(Map.of("web/B", "3"), "right", 3, root);
            String conflict = git.commit(Map.of("web/B", "4"), "conflict", 4, left, right);
            String gone = git.commit(Map.of(), "gone", 5, conflict);
            git.main(gone);
            git.annotated("1.0", gone, 6);

            assertThat(read(Map.of("", List.of("web"))).in("1.0"))
                    .containsExactlyInAnyOrder(root, left, right, conflict, gone);
            assertThat(read(Map.of("", List.of("src"))).in("1.0")).isEmpty();
        }

        @Test
        void that_are_none_or_lead_out_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GitOptions.defaults().withComponentPaths(Map.of("api", List.of())))
                    .withMessage("component 'api' has no path");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GitOptions.defaults().withComponentPaths(Map.of("api", List.of("web/../api"))))
                    .withMessage("path 'web/../api' leads out of the repository");
        }
    }

    @Test
    void progress_is_told_after_every_thousand_commits() throws Exception {
        String tip = git.commit("c", 1);
        for (int i = 1; i < 2_500; i++) {
            tip = git.commit("c" + i, 1, tip);
        }
        git.main(tip);
        List<Long> told = new ArrayList<>();

        GitSource.read(directory, GitOptions.defaults(), told::add);

        assertThat(told).containsExactly(1_000L, 2_000L);
    }

    @Test
    void each_option_leaves_the_others() {
        Pattern pattern = Pattern.compile("x");
        GitOptions options = GitOptions.defaults()
                .withFixPattern(pattern)
                .withComponentPaths(Map.of("api", List.of("b", "./a/", "b")))
                .withNow(TestRepository.START)
                .withTagPattern(pattern);

        assertThat(options.withNow(TestRepository.START).withFixPattern(pattern))
                .isEqualTo(new GitOptions(pattern, pattern, Map.of("api", List.of("a", "b")), TestRepository.START));
    }
}
