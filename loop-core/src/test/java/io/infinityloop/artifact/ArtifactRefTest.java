package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactRefTest {
    @Test
    void the_id_may_hold_colons() {
        ArtifactRef ref = ArtifactRef.parse("build:urn:ci:7");
        assertThat(ref).isEqualTo(new ArtifactRef("build", "urn:ci:7")).hasToString("build:urn:ci:7");
        assertThat(ref).isEqualTo(ArtifactRef.of(Build.KIND, "urn:ci:7"));
        assertThat(ref.isOf(Build.KIND)).isTrue();
        assertThat(ref.isOf(Commit.KIND)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "commit", ":", "commit:", ":4f2a91c", " :x", "commit: "})
    void other_texts_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ArtifactRef.parse(text));
    }

    @Test
    void a_kind_holds_no_colon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArtifactRef("a:b", "c"))
                .withMessage("artifact kind 'a:b' must not hold a colon");
    }

    @Test
    void references_are_sorted_by_kind_then_id() {
        assertThat(new ArtifactRef("a", "z")).isLessThan(new ArtifactRef("b", "a"));
        assertThat(new ArtifactRef("a", "a")).isLessThan(new ArtifactRef("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Build", "test_run", "-a", "a-", "a--b", "1a", "a b", "é"})
    void kinds_are_lower_case_kebab(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArtifactKind(name, Stage.BUILD))
                .withMessageContaining("'" + name + "'");
    }

    @Test
    void kinds_are_equal_by_name_and_stage() {
        assertThat(new ArtifactKind("build", Stage.BUILD)).isEqualTo(Build.KIND).hasToString("build");
        assertThat(new ArtifactKind("build", Stage.CODE))
                .isNotEqualTo(Build.KIND)
                .isLessThan(Build.KIND);
        assertThat(new ArtifactKind("a2-b3", Stage.PLAN)).isLessThan(Build.KIND);
        assertThatIllegalArgumentException().isThrownBy(() -> new ArtifactKind("a".repeat(101), Stage.PLAN));
    }
}
