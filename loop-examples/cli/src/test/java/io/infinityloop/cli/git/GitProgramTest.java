package io.infinityloop.cli.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tangled history of 300 commits, counted by the program {@code git} itself. */
class GitProgramTest {
    private final Path temporary;
    private final Path directory;
    private final TestRepository git;

    GitProgramTest(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        this.directory = temporary.resolve("shop");
        this.git = TestRepository.in(directory);
    }

    /** Three lines that fork, are merged and tagged at random; the seed makes it the same history every time. */
    @BeforeEach
    void history() throws Exception {
        assumeTrue(isGitThere(), "the program git is not there");
        Random random = new Random(20260101);
        List<String> tips = new ArrayList<>(List.of(git.commit("root", 0)));
        for (int i = 1; i <= 300; i++) {
            int line = random.nextInt(tips.size());
            int other = random.nextInt(tips.size());
            boolean merge = other != line && random.nextInt(6) == 0;
            String tip = tips.get(line);
            String next = merge ? git.commit("m" + i, i, tip, tips.get(other)) : git.commit("c" + i, i, tip);
            tips.set(line, next);
            if (tips.size() < 3) {
                tips.add(next);
            }
            tag(line + "." + i + ".0", next, i, random.nextInt(24));
        }
        git.main(tips.get(0));
    }

    /** The minutes keep every release at a time of its own. */
    private void tag(String version, String commit, int day, int dice) throws IOException {
        switch (dice) {
            case 0 -> git.lightweight(version, commit);
            case 1, 2 -> git.annotated("v" + version, commit, day + 0.25);
            case 3 -> git.annotated(version + "-rc.1", commit, day + 0.5);
            default -> {}
        }
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void commits_merges_and_releases_are_those_that_git_counts() throws Exception {
        Imported shop = Imported.from(directory);
        List<String> tags = byTime();

        assertThat(tags).hasSizeGreaterThan(20);
        assertThat(shop.releases()).isEqualTo(tags);
        assertThat(shop.result().commits()).isEqualTo(count(tags));
        assertThat(shop.result().merges()).isEqualTo(count(tags, "--merges")).isGreaterThan(20);
        assertThat(shop.result().annotated())
                .isEqualTo(tags.stream().filter(tag -> tag.startsWith("v")).count());
    }

    @Test
    void contents_are_what_git_lists_for_a_tag_without_the_earlier_tags() throws Exception {
        Imported shop = Imported.from(directory);
        List<String> earlier = new ArrayList<>();
        for (String tag : byTime()) {
            List<String> command = new ArrayList<>(List.of("rev-list", tag));
            command.add("--not");
            command.addAll(earlier);
            earlier.add(tag);

            assertThat(shop.release(tag).derivedFrom())
                    .extracting(ArtifactRef::id)
                    .containsExactlyInAnyOrderElementsOf(run(directory, command));
        }
    }

    @Test
    void times_are_those_that_git_shows() throws Exception {
        Imported shop = Imported.from(directory);
        for (String line : run(directory, List.of("for-each-ref", "--format=%(refname:short) %(creatordate:unix)"))) {
            String[] parts = line.split(" ", 2);
            if (shop.releases().contains(parts[0])) {
                assertThat(shop.release(parts[0]).at().getEpochSecond()).isEqualTo(Long.parseLong(parts[1]));
            }
        }
        assertThat(run(directory, List.of("log", "--format=%H %ct", "HEAD")))
                .allSatisfy(line -> assertThat(
                                shop.commit(line.substring(0, 40)).at().getEpochSecond())
                        .isEqualTo(Long.parseLong(line.substring(41))));
    }

    @Test
    void a_packed_copy_gives_the_same_events() throws Exception {
        Imported loose = Imported.from(directory);

        run(directory, List.of("gc", "--quiet"));

        assertThat(Imported.from(directory)).isEqualTo(loose);
    }

    @Test
    void a_shallow_clone_has_the_commits_that_git_has_and_each_as_in_the_whole() throws Exception {
        Path shallow = temporary.resolve("copy").resolve("shop");
        run(temporary, List.of("clone", "-q", "--depth", "20", directory.toUri().toString(), shallow.toString()));
        Imported whole = Imported.from(directory);

        Imported cut = Imported.from(shallow);

        List<String> there = run(shallow, List.of("rev-list", "HEAD"));
        assertThat(cut.commits()).extracting(Artifact::id).containsAll(there);
        assertThat(whole.commits()).containsAll(cut.commits());
        assertThat(cut.commits().size()).isLessThan(whole.commits().size());
        assertThat(cut.warnings()).contains("shallow");
    }

    @Test
    void a_release_where_the_clone_is_cut_off_says_nothing_of_age_and_size() throws Exception {
        String older = git.commit("older", 400);
        String edge = git.commit("edge", 401, older);
        git.lightweight("9.0.0", older);
        git.annotated("9.1.0", git.commit("beyond", 402, edge), 402);
        Files.writeString(git.gitDirectory().resolve("shallow"), edge + "\n");

        Imported shop = Imported.from(directory);

        assertThat(shop.labels("9.0.0").get(Labels.BASELINE)).isEmpty();
        assertThat(shop.labels("9.1.0").get(Labels.BASELINE)).isPresent();
    }

    @Test
    void another_work_tree_of_a_shallow_clone_is_cut_off_in_the_same_place() throws Exception {
        Path shallow = temporary.resolve("copy").resolve("shop");
        run(temporary, List.of("clone", "-q", "--depth", "5", directory.toUri().toString(), shallow.toString()));
        Path tree = temporary.resolve("tree");
        run(shallow, List.of("worktree", "add", "-q", "--detach", tree.toString()));

        assertThat(Imported.from(tree)).isEqualTo(Imported.from(shallow));
        assertThat(Imported.from(tree).result().repository()).isEqualTo("shop");
    }

    /** The final tags in the order of their time. */
    private List<String> byTime() throws Exception {
        return run(directory, List.of("for-each-ref", "--sort=creatordate", "--format=%(refname:short)", "refs/tags"))
                .stream()
                .filter(tag -> !tag.contains("rc"))
                .toList();
    }

    private long count(List<String> tags, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("rev-list", "--count"));
        command.addAll(List.of(options));
        command.add("HEAD");
        command.addAll(tags);
        return Long.parseLong(run(directory, command).get(0));
    }

    private static boolean isGitThere() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Runs git without the settings of machine and user. */
    private List<String> run(Path where, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1", "HOME", temporary.toString(), "LC_ALL", "C"));
        builder.environment().keySet().removeIf(name -> name.equals("GIT_DIR") || name.equals("GIT_WORK_TREE"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("git %s: %s", arguments, output).isZero();
        return output.lines().toList();
    }
}
