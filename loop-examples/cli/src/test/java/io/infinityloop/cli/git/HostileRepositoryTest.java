package io.infinityloop.cli.git;

import static io.infinityloop.cli.git.Imported.set;
import static io.infinityloop.cli.git.TestRepository.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.json.EventWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that want to do harm, or have come to it. */
class HostileRepositoryTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;
    private String one;
    private String two;

    @BeforeEach
    void make() throws IOException {
        repository = TestRepository.in(Files.createDirectory(temporary.resolve("shop")));
        one = repository.commit("Change of day 1", 1);
        two = repository.commit("Change of day 2", 2, one);
        repository.main(two).annotated("1.0", one, 1.5).lightweight("1.1", two);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Nested
    class Reading {
        @Test
        void runs_nothing_that_the_configuration_names() throws Exception {
            Path marker = temporary.resolve("ran");
            // A shell script and a piece of configuration at once.
            Path script =
                    Files.writeString(temporary.resolve("script.sh"), "#!/bin/sh\n[x] ; touch '" + marker + "'\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
            new ProcessBuilder(script.toString()).start().waitFor();
            Files.delete(marker);
            Path hooks = Files.createDirectory(temporary.resolve("hooks"));
            for (String hook : List.of("post-checkout", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman")) {
                assertThat(Files.copy(script, hooks.resolve(hook)).toFile().setExecutable(true))
                        .isTrue();
            }
            Files.writeString(repository.gitDirectory().resolve("config"), hostile(script, hooks));
            Files.createDirectories(repository.gitDirectory().resolve("info"));
            Files.writeString(
                    repository.gitDirectory().resolve("info/attributes"), "* filter=evil diff=evil merge=evil\n");
            Files.writeString(repository.directory().resolve(".gitattributes"), "* filter=evil diff=evil\n");
            Files.writeString(repository.directory().resolve("file"), "content");
            assertThat(Imported.from(repository.directory()).hashes()).isEqualTo(set(one, two));
            inOwnProcess(temporary);
            assertThat(marker).doesNotExist();
        }

        private String hostile(Path script, Path hooks) {
            return """
                    [core]
                    \trepositoryformatversion = 0
                    \tbare = false
                    \tfsmonitor = SCRIPT
                    \thooksPath = HOOKS
                    \tsshCommand = SCRIPT
                    \tpager = SCRIPT
                    \teditor = SCRIPT
                    \talternateRefsCommand = SCRIPT
                    \tgitProxy = SCRIPT
                    \taskPass = SCRIPT
                    [alias]
                    \tlog = !SCRIPT
                    \trev-list = !SCRIPT
                    [gpg]
                    \tprogram = SCRIPT
                    [credential]
                    \thelper = !SCRIPT
                    [filter "evil"]
                    \tclean = SCRIPT
                    \tsmudge = SCRIPT
                    \tprocess = SCRIPT
                    \trequired = true
                    [diff]
                    \texternal = SCRIPT
                    [diff "evil"]
                    \ttextconv = SCRIPT
                    [include]
                    \tpath = SCRIPT
                    [includeIf "gitdir:/"]
                    \tpath = SCRIPT
                    [remote "origin"]
                    \turl = ext::SCRIPT
                    \tpromisor = true
                    \tuploadpack = SCRIPT
                    """.replace("SCRIPT", script.toString()).replace("HOOKS", hooks.toString());
        }

        @Test
        void leaves_the_repository_and_the_home_of_the_user_as_they_were() throws Exception {
            Path home = Files.createDirectory(temporary.resolve("home"));
            Git.run(repository.directory(), "gc", "-q");
            repository.lightweight("1.2", two);
            List<String> before = Snapshot.of(repository.directory());
            inOwnProcess(home);
            assertThat(Snapshot.of(repository.directory())).isEqualTo(before);
            assertThat(home).isEmptyDirectory();
        }

        @Test
        void ignores_what_the_environment_says_of_another_repository() throws Exception {
            TestRepository.in(Files.createDirectory(temporary.resolve("other"))).close();
            assertThat(inOwnProcess(
                            temporary,
                            "GIT_DIR",
                            temporary.resolve("other/.git").toString()))
                    .isEqualTo("4 events");
        }

        @Test
        void tells_no_name_and_no_address() throws Exception {
            String trailer = "Fix the basket\nSigned-off-by: Ada Author <someone@example.com>\n";
            repository.main(repository.commit(trailer, day(3), day(3), two));
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            EventWriter.write(Imported.from(repository.directory()).result().events(), lines);
            assertThat(lines.toString(StandardCharsets.UTF_8))
                    .contains("Fix the basket")
                    .doesNotContain("Ada", "Author", "someone", "example.com", "Committer", "Tagger", "Signed");
        }

        private String inOwnProcess(Path home, String... environment) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Duser.home=" + home,
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    ReadMain.class.getName(),
                    repository.directory().toString());
            builder.environment().put("HOME", home.toString());
            builder.environment().remove("XDG_CONFIG_HOME");
            for (int i = 0; i < environment.length; i += 2) {
                builder.environment().put(environment[i], environment[i + 1]);
            }
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        }
    }

    @Nested
    class Damage {
        @Test
        void of_a_missing_commit_is_named() throws IOException {
            Files.delete(repository.file(one));
            assertThatThrownBy(() -> Imported.from(repository.directory()))
                    .isInstanceOf(GitSourceException.class)
                    .hasMessageStartingWith("the repository " + repository.directory() + " is damaged or incomplete: ")
                    .hasMessageContaining(one)
                    .hasMessageEndingWith("; run 'git fsck', or clone it again");
        }

        @Test
        void of_an_object_that_is_cut_off_is_told() throws IOException {
            byte[] whole = Files.readAllBytes(repository.file(two));
            assertThat(repository.file(two).toFile().setWritable(true)).isTrue();
            Files.write(repository.file(two), java.util.Arrays.copyOf(whole, whole.length / 2));
            assertThatThrownBy(() -> Imported.from(repository.directory()))
                    .isInstanceOf(GitSourceException.class)
                    .hasMessageContaining(repository.directory().toString());
        }

        @Test
        void of_the_configuration_is_told() throws IOException {
            Files.writeString(repository.gitDirectory().resolve("config"), "[core\n\tbare = = =\n");
            assertThatThrownBy(() -> Imported.from(repository.directory()))
                    .isInstanceOf(GitSourceException.class)
                    .hasMessageContaining(repository.directory().toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "0", "86399", "7258118400", "9223372036854775807", "99999999999999999999"})
        void of_a_date_is_told_and_what_bears_it_left_out(String seconds) throws Exception {
            String person = " Ada <ada@private.example> " + seconds + " +0000\n";
            String odd = commit("author" + person + "committer" + person, two);
            String tag = repository.raw(
                    Constants.OBJ_TAG, "object " + odd + "\ntype commit\ntag 2.1\ntagger" + person + "\nOdd\n");
            String tip = repository.commit("Change of day 3", 3, odd);
            repository.main(tip).lightweight("2.0", odd).lightweight("2.1", tag).annotated("2.2", tip, 4);
            Imported contents = Imported.from(repository.directory());
            assertThat(contents.releases()).containsExactly("1.0", "1.1", "2.2");
            assertThat(contents.hashes()).isEqualTo(set(one, two, tip));
            assertThat(contents.in("2.2")).isEqualTo(set(odd, tip));
            assertThat(contents.result().warnings())
                    .contains(
                            "1 commits are dated before 1970-01-02 or after 2199 and are left out: " + odd,
                            "2 tags that look like releases are dated before 1970-01-02 or after 2199 and are left out:"
                                    + " 2.0, 2.1");
        }

        @Test
        void of_a_clock_that_is_fast_is_counted_once_now_is_known() throws Exception {
            String soon = repository.commit("Soon", 10.9, two);
            String late = repository.commit("Late", day(11.1), day(10), soon);
            String written = repository.commit("Written late", day(10), day(12), late);
            repository.main(written).annotated("2.0", written, 13);
            GitOptions options = GitOptions.defaults();
            assertThat(Imported.from(repository.directory(), options).warnings())
                    .doesNotContain("future");
            assertThat(Imported.from(repository.directory(), options.withNow(day(10)))
                            .result()
                            .warnings())
                    .contains(
                            "3 commits or releases are dated in the future, more than a day after"
                                    + " 2026-01-11T00:00:00Z: some clock was wrong, and times between them and others are, too");
            assertThat(Imported.from(repository.directory(), options.withNow(day(12)))
                            .warnings())
                    .doesNotContain("future");
        }

        @Test
        void of_a_taggers_date_leaves_that_of_the_committer() throws Exception {
            String tag = repository.raw(
                    Constants.OBJ_TAG, "object " + two + "\ntype commit\ntag 2.0\ntagger A <a> 0 +0000\n\nOdd\n");
            repository.lightweight("2.0", tag);
            assertThat(Imported.from(repository.directory()).release("2.0").at())
                    .isEqualTo(day(2));
        }

        private String commit(String people, String parent) throws IOException {
            String tree = repository.raw(Constants.OBJ_TREE, "");
            return repository.raw(
                    Constants.OBJ_COMMIT, "tree " + tree + "\nparent " + parent + "\n" + people + "\nOdd\n");
        }
    }

    @Test
    void a_subject_is_cut_where_it_breaks_no_letter() throws Exception {
        String tip = repository.commit("x".repeat(999) + "😀".repeat(5_000), day(3), day(3), two);
        repository.main(tip);
        assertThat(Imported.from(repository.directory()).commit(tip).subject()).isEqualTo("x".repeat(999));
    }

    @Test
    void a_long_line_of_commits_needs_no_deep_stack() throws Exception {
        String tip = two;
        for (int i = 0; i < 5_000; i++) {
            tip = repository.commit("c", day(3).plus(Duration.ofSeconds(i)), day(3).plusSeconds(i), tip);
        }
        repository.main(tip).lightweight("2.0", tip);
        assertThat(Imported.from(repository.directory()).in("2.0")).hasSize(5_000);
    }
}
