package io.infinityloop.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read equals what the real git counts, on histories without a plan. */
class AgainstGitTest {
    private static final int COMMITS = 150;
    private static final int TAGS = 15;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void commits_releases_contents_and_times_are_those_of_git(long seed) throws Exception {
        makeHistory(new Random(seed));
        Contents contents = Contents.of(directory);
        List<String> tags = inOrderOfTime();

        List<String> everything = new ArrayList<>(List.of("HEAD"));
        everything.addAll(tags);
        assertThat(contents.commits()).isEqualTo(new TreeSet<>(git("rev-list", everything)));
        assertThat(contents.read().merges())
                .isEqualTo(git("rev-list", List.of("--merges"), everything).size())
                .isGreaterThan(10);

        assertThat(new TreeSet<>(contents.releases()))
                .isEqualTo(new TreeSet<>(tags))
                .hasSize(TAGS);
        List<String> earlier = new ArrayList<>();
        for (String tag : tags) {
            List<String> range = new ArrayList<>(List.of(tag, "--not"));
            range.addAll(earlier);
            assertThat(contents.in(tag)).as(tag).isEqualTo(new TreeSet<>(git("rev-list", range)));
            earlier.add(tag);
        }
        assertThat(unreleased(contents))
                .isEqualTo(git("rev-list", List.of("HEAD", "--not"), tags).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void times_subjects_and_parents_are_those_of_git(long seed) throws Exception {
        makeHistory(new Random(seed));
        Contents contents = Contents.of(directory);
        for (String line : Git.run(directory, "log", "--format=%H|%ct|%at|%P|%s", "HEAD", "--tags")) {
            String[] fields = line.split("\\|", -1);
            Commit commit = contents.commit(fields[0]);
            assertThat(commit.at().getEpochSecond()).isEqualTo(Long.parseLong(fields[1]));
            assertThat(commit.authoredAt().getEpochSecond()).isEqualTo(Long.parseLong(fields[2]));
            assertThat(String.join(" ", commit.parents())).isEqualTo(fields[3]);
            assertThat(commit.subject()).isEqualTo(fields[4]);
        }
        times().forEach((tag, at) -> {
            Release release = contents.release(tag);
            assertThat(release.at()).as(tag).isEqualTo(at);
        });
    }

    /**
     * Commits on the newest few, one in three has two parents drawn, with clocks that go wrong; tags anywhere, of both
     * kinds.
     */
    private void makeHistory(Random random) throws IOException {
        List<String> commits = new ArrayList<>();
        try (MadeRepository repository = MadeRepository.in(directory)) {
            for (int i = 0; i < COMMITS; i++) {
                Instant committed =
                        MadeRepository.day(i + random.nextInt(4) - 2).plusSeconds(i);
                Instant authored = committed.minusSeconds(random.nextInt(400_000));
                commits.add(repository.commit("Change " + i, authored, committed, parents(commits, random)));
            }
            for (int i = 0; i < TAGS; i++) {
                int target = random.nextInt(COMMITS);
                // No two at the same instant: of two such tags git does not say which is the earlier.
                if (i % 3 == 0) {
                    repository.lightweight("1." + i, commits.get(target / 40 * 40 + i));
                } else {
                    repository.annotated("1." + i, target + i / 20.0 + 0.01, commits.get(target));
                }
            }
            repository.main(commits.get(COMMITS - 1));
        }
    }

    private static String[] parents(List<String> commits, Random random) {
        if (commits.isEmpty()) {
            return new String[0];
        }
        TreeSet<String> parents = new TreeSet<>();
        int count = random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            parents.add(commits.get(commits.size() - 1 - random.nextInt(Math.min(5, commits.size()))));
        }
        return parents.toArray(String[]::new);
    }

    private Map<String, Instant> times() {
        Map<String, Instant> times = new LinkedHashMap<>();
        for (String line : Git.run(
                directory,
                "for-each-ref",
                "--sort=creatordate",
                "--format=%(refname:short) %(creatordate:unix)",
                "refs/tags")) {
            String[] fields = line.split(" ", -1);
            times.put(fields[0], Instant.ofEpochSecond(Long.parseLong(fields[1])));
        }
        return times;
    }

    private List<String> inOrderOfTime() {
        Map<String, Instant> times = times();
        assertThat(new TreeSet<>(times.values()))
                .as("no two tags at the same time")
                .hasSize(TAGS);
        return List.copyOf(times.keySet());
    }

    private static long unreleased(Contents contents) {
        TreeSet<String> rest = new TreeSet<>(contents.commits());
        contents.releases().forEach(tag -> rest.removeAll(contents.in(tag)));
        return rest.size();
    }

    private List<String> git(String command, List<String> first, List<String> then) {
        List<String> both = new ArrayList<>(first);
        both.addAll(then);
        return git(command, both);
    }

    private List<String> git(String command, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(arguments);
        return Git.run(directory, all.toArray(String[]::new));
    }
}
