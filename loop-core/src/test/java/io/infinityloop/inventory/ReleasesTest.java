package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Release;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleasesTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final Preparation OF_ONE = Preparation.NONE.withDigests(List.of("sha256:1"));

    private static Release release(String id, String version, String tag) {
        return new Release(ArtifactMetadata.of(id, T0), version, tag);
    }

    @Test
    @Tag("REL-18")
    void a_second_release_with_the_tag_is_a_typed_conflict_and_the_first_stays() {
        Release first = release("r1", "1.2.3", "v1.2.3");
        Release second = release("r2", "1.2.3-again", "v1.2.3");
        Releases releases = Releases.of("shop").with(first).orThrow();

        Admission<Releases> answer = releases.with(second);

        assertThat(answer.problems()).containsExactly(new Problem.TagTaken("shop", first, second));
        assertThat(answer.problems().get(0).message())
                .isEqualTo(
                        "release r2 of shop cannot be 1.2.3-again, tag v1.2.3: 1.2.3, tag v1.2.3 is the release r1 and"
                                + " stays as it is; expected another version and tag");
        assertThat(releases.tagged("v1.2.3")).contains(first);
        assertThat(releases.with(release("r2", "1.2.3", "")).problems()).hasSize(1);
        assertThat(Releases.of("billing").with(second).value()).isPresent();
    }

    @Test
    @Tag("REL-18")
    void what_a_tag_stands_for_does_not_change() {
        Release tagged = release("r1", "1.2.3", "v1.2.3");
        Releases releases = Releases.of("shop").with(tagged).orThrow();

        Releases prepared = releases.with(tagged.with(OF_ONE)).orThrow();

        assertThat(prepared.all()).containsExactly(tagged.with(OF_ONE));
        assertThat(prepared.with(tagged.with(OF_ONE.withNotes("new"))).value()).isPresent();
        for (Release changed : List.of(
                tagged.with(Preparation.NONE.withDigests(List.of("sha256:2"))),
                release("r1", "1.2.3", "v1.2.4").with(OF_ONE),
                release("r1", "1.2.4", "v1.2.3").with(OF_ONE),
                release("r1", "1.2.3", "").with(OF_ONE))) {
            assertThat(prepared.with(changed).problems()).hasSize(1);
        }
    }

    @Test
    void a_release_without_a_tag_is_a_plan_that_may_change() {
        Releases releases = Releases.of("shop").with(release("r1", "1.2.3", "")).orThrow();

        assertThat(releases.with(release("r1", "1.3.0", "v1.3.0")).orThrow().tagged("v1.3.0"))
                .isPresent();
        assertThat(releases.with(release("r2", "1.3.0", "")).orThrow().all())
                .extracting(Release::id)
                .containsExactly("r1", "r2");
        assertThat(releases.tagged("")).isEmpty();
    }

    @Test
    void two_of_one_tag_cannot_be_put_together() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Releases(
                        "shop", List.of(release("r1", "1", "v1"), release("r2", "2", "v2"), release("r3", "3", "v1"))))
                .withMessageContaining("release r3 of shop cannot be 3, tag v1");
    }
}
