package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ReleaseStatus;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The six steps under any requests, against a number that counts them. */
class ReleaseLifeProperties {
    enum Request {
        TESTS_FAILED,
        TESTS_PASSED,
        TAG,
        NOTE,
        PACK,
        READY
    }

    private static final List<Request> ALL = List.of(Request.values());

    @Property(tries = 300)
    @Tag("REL-04")
    void only_the_next_step_is_taken(@ForAll @Size(max = 12) List<@IntRange(max = 11) Integer> picks) {
        ReleaseLife life = ReleaseLife.merged(Release.of("r1", Instant.EPOCH, "1.2.3", List.of()), Instant.EPOCH);
        int steps = 0;
        Instant at = Instant.EPOCH;
        for (int pick : picks) {
            at = at.plusSeconds(1);
            int number = pick < ALL.size() ? pick : Math.min(steps + 1, ALL.size() - 1);
            Request request = ALL.get(number);
            boolean isNext = number == steps + 1;
            Progress<ReleaseLife> progress = ask(life, request, at);

            assertThat(progress.isMoved()).isEqualTo(isNext);
            if (!isNext) {
                assertThat(progress.process()).isSameAs(life);
            }
            life = progress.process();
            steps += isNext ? 1 : 0;
            assertThat(life.course().moves()).hasSize(steps + 1);
            assertThat(life.release().status() == ReleaseStatus.READY_FOR_DEPLOYMENT)
                    .isEqualTo(steps == 5);
        }
    }

    private static Progress<ReleaseLife> ask(ReleaseLife life, Request request, Instant at) {
        return switch (request) {
            case TESTS_FAILED -> life.test(Outcome.FAILED, at, Evidence.NONE);
            case TESTS_PASSED -> life.test(Outcome.PASSED, at, Evidence.NONE);
            case TAG -> life.tag("v1.2.3", at);
            case NOTE -> life.note("new", at);
            case PACK -> life.pack(BuildArtifact.of("shop", "417", at, "sha256:1", "4f2a91c"), at);
            case READY -> life.ready(at);
        };
    }
}
