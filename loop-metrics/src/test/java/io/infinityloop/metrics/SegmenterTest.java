package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.metrics.link.Released;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static Released with(Labels labels) {
        return new Released("r", "1", Log.at(0), 0, false, null, labels, List.of());
    }

    private static Segment segment(Map<String, String> values) {
        return new Segment(new TreeMap<>(values));
    }

    @Test
    @Tag("MET-15")
    void each_subject_is_in_one_segment_and_a_missing_label_is_unknown() {
        Segmenter segmenter = Segmenter.by("service", "team");
        assertThat(segmenter.of(with(Labels.of("service", "shop")))).hasToString("service=shop, team=(unknown)");
        assertThat(Segmenter.none().of(with(Labels.of("service", "shop")))).isEqualTo(Segment.ALL);
    }

    @Test
    @Tag("MET-35")
    void a_person_is_no_segment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segmenter.by("service", "Author"))
                .withMessageContaining("'Author'")
                .withMessageContaining("team");
        for (String key : List.of(
                "commit.author",
                "reviewer_id",
                "PR-Owner",
                "commitAuthor",
                "assignees",
                "approver",
                "merged_by",
                "approvedBy",
                "user.login",
                "userName")) {
            assertThatIllegalArgumentException()
                    .as(key)
                    .isThrownBy(() -> Segmenter.by(key))
                    .withMessageContaining("no number of this library is about a person");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Segmenter.by(" "));
    }

    @Test
    void what_only_resembles_a_person_is_a_segment() {
        for (String key : List.of("by-team", "authority", "standby", "Team")) {
            assertThat(Segmenter.by(key).isTrivial()).as(key).isFalse();
        }
    }

    @Test
    void segments_whose_text_is_the_same_stay_two() {
        Segment one = segment(Map.of("a", "x, b=y", "b", "z"));
        Segment other = segment(Map.of("a", "x", "b", "y, b=z"));
        assertThat(one).hasToString(other.toString()).isNotEqualByComparingTo(other);
    }

    @Test
    void all_comes_first_then_by_key_and_value() {
        Segment a = segment(Map.of("a", "1"));
        Segment ab = segment(Map.of("a", "1", "b", "0"));
        Segment b = segment(Map.of("b", "0"));
        assertThat(Stream.of(b, ab, a, Segment.ALL).sorted()).containsExactly(Segment.ALL, a, ab, b);
        assertThat(a).isEqualByComparingTo(segment(Map.of("a", "1")));
    }
}
