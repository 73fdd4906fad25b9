package io.infinityloop.cli.git;

import static io.infinityloop.cli.git.Imported.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTagsTest {
    private TestRepository repository;
    private String one;
    private String two;

    @BeforeEach
    void make(@TempDir Path temporary) throws IOException {
        repository = TestRepository.in(Files.createDirectory(temporary.resolve("shop")));
        one = repository.commit("Change of day 1", 1);
        two = repository.commit("Change of day 2", 2, one);
        repository.main(two);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0,                '', 1.0",
        "v1.4.2,             '', 1.4.2",
        "1.2.3.4,            '', 1.2.3.4",
        "v5.0.0.RELEASE,     '', 5.0.0.RELEASE",
        "6.1.0.Final,        '', 6.1.0.Final",
        "2.0-GA,             '', 2.0-GA",
        "release-1.0,        '', 1.0",
        "Releases/1.0,       '', 1.0",
        "rel/2.17.1,         '', 2.17.1",
        "version_3.1,        '', 3.1",
        "shop-1.0,           '', 1.0",
        "Shop-v1.0,          '', 1.0",
        "api-1.0.0,          api, 1.0.0",
        "web/v2.0.0,         web, 2.0.0",
        "@scope/pkg@1.2.3,   @scope/pkg, 1.2.3",
        "web-app-1.0.0,      web-app, 1.0.0",
        "kafka_2.13-3.0.0,   kafka_2.13, 3.0.0",
        "v1.2.3+build.7,     '', 1.2.3+build.7",
    })
    void a_final_version_is_a_release(String tag, String component, String version) throws Exception {
        repository.lightweight(tag, one);
        Imported contents = Imported.from(repository.directory());
        assertThat(contents.components()).containsExactly(entry(tag, component));
        assertThat(contents.release(tag).version()).isEqualTo(version);
        assertThat(contents.result().preReleases() + contents.result().otherTags())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0-rc.1",
                "v2.0.0-M1",
                "1.0.0.RC1",
                "1.0rc1",
                "api-1.0.0-beta.2",
                "web/v2.0-alpha",
                "1.0.0-SNAPSHOT",
                "1.0.0-0.3.7",
                "v0.0.0-20240102.1530",
                "api-1.0.0-0.3.7",
                "1.0.0-rc-1.2"
            })
    void a_pre_release_is_counted_apart(String tag) throws Exception {
        repository.lightweight(tag, one).lightweight("1.0.0", two);
        Imported contents = Imported.from(repository.directory());
        assertThat(contents.releases()).containsExactly("1.0.0");
        assertThat(contents.result().preReleases()).isEqualTo(1);
        assertThat(contents.result().otherTags()).isZero();
        assertThat(contents.result().warnings()).contains("1 tags of pre-releases are not counted as releases");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "v1", "2024-01-02", "build-7", "before/rewrite"})
    void other_tags_are_left_out(String tag) throws Exception {
        repository.lightweight(tag, one);
        Imported contents = Imported.from(repository.directory());
        assertThat(contents.releases()).isEmpty();
        assertThat(contents.result().otherTags()).isEqualTo(1);
        assertThat(contents.result().preReleases()).isZero();
    }

    @Nested
    class Components {
        @Test
        void each_has_a_line_of_its_own() throws Exception {
            String three = repository.commit("Change of day 3", 3, two);
            repository
                    .main(three)
                    .annotated("api-1.0.0", one, 1.5)
                    .annotated("web/v1.0.0", two, 2.5)
                    .annotated("api-1.1.0", three, 3.5)
                    .annotated("release-1.0", three, 4);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.in("api-1.0.0")).isEqualTo(set(one));
            assertThat(contents.in("web/v1.0.0")).isEqualTo(set(one, two));
            assertThat(contents.in("api-1.1.0")).isEqualTo(set(two, three));
            assertThat(contents.in("release-1.0")).isEqualTo(set(one, two, three));
            assertThat(contents.label("api-1.0.0", "baseline")).isNotEmpty();
            assertThat(contents.label("web/v1.0.0", "baseline")).isNotEmpty();
            assertThat(contents.label("api-1.1.0", "baseline")).isEmpty();
        }

        @Test
        void the_repository_and_the_word_release_are_one_and_the_same_line() throws Exception {
            repository.annotated("shop-1.0", one, 1.5).annotated("release-1.1", two, 2.5);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.in("shop-1.0")).isEqualTo(set(one));
            assertThat(contents.in("release-1.1")).isEqualTo(set(two));
        }

        @Test
        void a_blank_prefix_is_none() throws Exception {
            repository.lightweight("\u2003-1.0", one);
            assertThat(Imported.from(repository.directory()).components()).containsExactly(entry("\u2003-1.0", ""));
        }
    }

    @Nested
    class A_pattern_of_the_user {
        @Test
        void without_groups_gives_the_whole_name_as_the_version() throws Exception {
            repository.lightweight("build-7", one).lightweight("1.0", two);
            Imported contents = Imported.from(repository.directory(), "build-\\d+");
            assertThat(contents.components()).containsExactly(entry("build-7", ""));
            assertThat(contents.release("build-7").version()).isEqualTo("build-7");
            assertThat(contents.result().otherTags()).isEqualTo(1);
        }

        @Test
        void with_groups_gives_component_and_version() throws Exception {
            repository.lightweight("r7/api", one).lightweight("r8", two);
            Imported contents = Imported.from(repository.directory(), "r(?<version>\\d+)(/(?<component>.*))?");
            assertThat(contents.components()).containsExactly(entry("r7/api", "api"), entry("r8", ""));
            assertThat(contents.release("r7/api").version()).isEqualTo("7");
        }

        @Test
        void that_quotes_a_group_has_none() throws Exception {
            repository.lightweight("7(?<version>", one);
            Imported contents = Imported.from(repository.directory(), "7\\Q(?<version>\\E");
            assertThat(contents.release("7(?<version>").version()).isEqualTo("7(?<version>");
        }

        @Test
        void may_make_releases_of_pre_releases() throws Exception {
            repository.lightweight("1.0-rc1", one);
            assertThat(Imported.from(repository.directory(), ".*").releases()).containsExactly("1.0-rc1");
        }
    }

    @Nested
    class At_the_same_time {
        @Test
        void the_lower_version_comes_first_whatever_the_names() throws Exception {
            repository.annotated("v1.10.0", two, 5).annotated("v1.9.0", one, 5);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.in("v1.9.0")).isEqualTo(set(one));
            assertThat(contents.in("v1.10.0")).isEqualTo(set(two));
        }

        @Test
        void a_longer_version_follows_the_shorter_and_leading_zeros_mean_nothing() throws Exception {
            repository.annotated("v1.09", one, 5).annotated("1.9.1", two, 5).annotated("1.10", two, 5);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.in("v1.09")).isEqualTo(set(one));
            assertThat(contents.in("1.9.1")).isEqualTo(set(two));
            assertThat(contents.in("1.10")).isEmpty();
        }

        @Test
        void numbers_of_any_length_are_compared() throws Exception {
            String huge = "1.99999999999999999999";
            repository.annotated(huge, one, 5).annotated("1.100000000000000000000", two, 5);
            assertThat(Imported.from(repository.directory()).in(huge)).isEqualTo(set(one));
        }
    }

    @Nested
    class What_a_tag_points_to {
        @Test
        void may_be_a_tag_and_the_outer_one_dates_the_release() throws Exception {
            String inner = repository.tagObject("inner", two, Constants.OBJ_COMMIT, 3);
            repository.lightweight("1.0", repository.tagObject("1.0", inner, Constants.OBJ_TAG, 4));
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.in("1.0")).isEqualTo(set(one, two));
            assertThat(contents.release("1.0").at()).isEqualTo(TestRepository.day(4));
            assertThat(contents.result().annotated()).isEqualTo(1);
        }

        @Test
        void may_be_no_commit_and_then_it_is_no_release() throws Exception {
            String blob = repository.raw(Constants.OBJ_BLOB, "a public key");
            String tree = repository.raw(Constants.OBJ_TREE, "");
            repository
                    .lightweight("1.0", blob)
                    .lightweight("1.1", tree)
                    .lightweight("1.2", repository.tagObject("1.2", blob, Constants.OBJ_BLOB, 3))
                    .lightweight("1.3", two);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.releases()).containsExactly("1.3");
            assertThat(contents.result().warnings())
                    .contains("3 tags that look like releases point to no commit and are left out: 1.0, 1.1, 1.2");
        }

        @Test
        void may_have_no_tagger_and_then_the_committer_dates_it() throws Exception {
            repository.lightweight(
                    "1.0",
                    repository.raw(Constants.OBJ_TAG, "object " + two + "\ntype commit\ntag 1.0\n\nOld style\n"));
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.release("1.0").at()).isEqualTo(TestRepository.day(2));
            assertThat(contents.result().lightweight()).isEqualTo(1);
        }
    }

    @Nested
    class Odd_names {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "--all-1.0",
                    "--exec=touch/1.0",
                    "$(touch x)-1.0",
                    ";rm-1.0",
                    "'\"-1.0",
                    "ünï-1.0",
                    "😀-1.0",
                    "\u001b[31m-1.0",
                    "\u0007\u009b-1.0"
                })
        void are_data(String tag) throws Exception {
            packed(tag);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.releases()).containsExactly(tag);
            assertThat(contents.in(tag)).isEqualTo(set(one));
        }

        @Test
        void too_long_to_be_an_id_are_left_out() throws Exception {
            packed("x".repeat(600) + "-1.0");
            assertThat(Imported.from(repository.directory()).result().otherTags())
                    .isEqualTo(1);
        }

        @Test
        void of_spaces_are_left_out() throws Exception {
            repository.lightweight("\u2003", one);
            Imported contents = Imported.from(repository.directory(), ".*");
            assertThat(contents.releases()).isEmpty();
            assertThat(contents.result().otherTags()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.", "1", "a-", "1.1-", "v", "@"})
        void made_to_keep_a_pattern_busy_do_not(String part) throws IOException {
            packed(part.repeat(30_000 / part.length()) + "!", part.repeat(490 / part.length()) + "!");
            Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(10), () -> Imported.from(repository.directory())))
                    .doesNotThrowAnyException();
        }

        /** What a file system would refuse as a name, a list of refs can hold. */
        private void packed(String... tags) throws IOException {
            StringBuilder refs = new StringBuilder();
            for (String tag : tags) {
                refs.append(one).append(" refs/tags/").append(tag).append('\n');
            }
            Files.writeString(repository.gitDirectory().resolve("packed-refs"), refs);
        }
    }
}
