package io.infinityloop.cli.sample;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How one piece of work goes round the loop: how long it stays where, drawn once from a seeded generator.
 *
 * @param id the name of the loop and of its plan item
 * @param started when it was taken up
 * @param planHours how long it is planned
 * @param codeHours how long it is written
 * @param buildMinutes how long it is built
 * @param testHours how long it is tested
 * @param commits how many commits it takes
 * @param firstBuildFails whether the first build is red
 * @param firstTestFails whether the first test run is red, so that it goes back to CODE
 */
record Story(
        String id,
        Instant started,
        int planHours,
        int codeHours,
        int buildMinutes,
        int testHours,
        int commits,
        boolean firstBuildFails,
        boolean firstTestFails) {
    static final int COUNT = 20;

    private static final Instant QUARTER = Instant.parse("2026-07-01T00:00:00Z");
    /** How long the second round takes where the tests were red: code, build, test. */
    private static final List<Duration> REWORK =
            List.of(Duration.ofHours(5), Duration.ofMinutes(15), Duration.ofHours(2));

    /** Draws the quarter's twenty pieces of work; one is taken up about every fourth day. */
    static List<Story> quarter(long seed) {
        Random random = new Random(seed);
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> draw(number, random))
                .toList();
    }

    private static Story draw(int number, Random random) {
        Instant started = QUARTER.plus(Duration.ofHours(96L * (number - 1) + 8 + random.nextInt(5)));
        return new Story(
                "SHOP-" + number,
                started,
                20 + 4 * random.nextInt(13),
                6 + 2 * random.nextInt(20),
                10 + random.nextInt(16),
                2 + random.nextInt(9),
                1 + random.nextInt(3),
                number % 6 == 2,
                number % 7 == 5);
    }

    Instant planned() {
        return started.plus(Duration.ofHours(planHours));
    }

    Instant coded() {
        return planned().plus(Duration.ofHours(codeHours));
    }

    Instant built() {
        return coded().plus(Duration.ofMinutes(buildMinutes));
    }

    Instant tested() {
        return built().plus(Duration.ofHours(testHours));
    }

    Instant codedAgain() {
        return tested().plus(REWORK.get(0));
    }

    Instant builtAgain() {
        return codedAgain().plus(REWORK.get(1));
    }

    Instant testedAgain() {
        return builtAgain().plus(REWORK.get(2));
    }

    /** When it is ready for a release. */
    Instant ready() {
        return firstTestFails ? testedAgain() : tested();
    }

    /** The release train leaves on Tuesdays at noon. */
    Instant released() {
        ZonedDateTime ready = ready().atZone(ZoneOffset.UTC);
        ZonedDateTime noon = ready.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY))
                .withHour(12)
                .withMinute(0);
        return (noon.isBefore(ready) ? noon.plusWeeks(1) : noon).toInstant();
    }

    /** The commits, spread evenly over the time in CODE; a rework adds one at its end. */
    List<Commit> commitsInCode() {
        return IntStream.rangeClosed(1, commits)
                .mapToObj(number -> {
                    Duration into =
                            Duration.ofHours(codeHours).multipliedBy(number).dividedBy(commits + 1L);
                    return commit(number, planned().plusSeconds(into.toSeconds()));
                })
                .toList();
    }

    Commit commitOfRework() {
        return commit(commits + 1, codedAgain());
    }

    List<ArtifactRef> allCommits() {
        return IntStream.rangeClosed(1, firstTestFails ? commits + 1 : commits)
                .mapToObj(number -> ArtifactRef.of(Commit.KIND, hash(id + "/" + number)))
                .toList();
    }

    private Commit commit(int number, Instant at) {
        ArtifactMetadata metadata =
                ArtifactMetadata.of(hash(id + "/" + number), at).derivedFrom(List.of(new ArtifactRef("plan-item", id)));
        return new Commit(metadata, at, id + ": part " + number, List.of());
    }

    /** A text that looks like a commit's hash, always the same for the same text. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
