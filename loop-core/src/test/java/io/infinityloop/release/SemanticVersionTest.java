package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.VersionBump;
import io.infinityloop.json.ValueReader;
import io.infinityloop.json.ValueWriter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text);
    }

    @Test
    @Tag("REL-01")
    void is_ordered_by_number_with_or_without_a_v() {
        assertThat(version("v1.2.3")).isLessThan(version("v1.10.0")).isEqualTo(version("1.2.3"));
        assertThat(version("v1.2.3")).hasToString("1.2.3");
        assertThat(version("1.2.3").tag()).isEqualTo("v1.2.3");
    }

    @Test
    @Tag("REL-01")
    void two_numbers_are_no_version() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version("v1.2"))
                .withMessage("'v1.2' is no semantic version: expected three numbers without leading zeros such as"
                        + " 1.2.3 or v1.2.3, then perhaps -rc.1 and +build");
        assertThat(SemanticVersion.find("v1.2")).isEmpty();
        assertThat(SemanticVersion.find("v1.2.3")).contains(SemanticVersion.of(1, 2, 3));
    }

    @Test
    void the_example_of_the_standard_is_in_its_order() {
        List<SemanticVersion> ascending = Stream.of(
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "2.0.0",
                        "2.1.0",
                        "2.1.1")
                .map(SemanticVersion::parse)
                .toList();

        assertThat(ascending).isSorted().isSortedAccordingTo(SemanticVersion.PRECEDENCE);
        assertThat(ascending.stream().sorted(Comparator.reverseOrder()).sorted().toList())
                .isEqualTo(ascending);
        assertThat(version("1.0.0-9")).isLessThan(version("1.0.0-10")).isLessThan(version("1.0.0-A"));
        assertThat(version("1.0.0-" + "9".repeat(30))).isLessThan(version("1.0.0-1" + "0".repeat(30)));
    }

    @Test
    void the_build_tells_versions_apart_and_makes_none_newer() {
        assertThat(SemanticVersion.PRECEDENCE.compare(version("1.0.0+1"), version("1.0.0+2")))
                .isZero();
        assertThat(version("1.0.0+1")).isLessThan(version("1.0.0+2")).isNotEqualTo(version("1.0.0+01"));
        assertThat(version("1.0.0+1").compareTo(version("1.0.0+01"))).isPositive();
        assertThat(version("1.0.0+1").difference(version("1.0.0"))).isEqualTo(VersionBump.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.4",
                "10.20.30",
                "1.1.2-prerelease+meta",
                "1.1.2+meta-valid",
                "1.0.0-alpha.0valid",
                "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay",
                "2.0.0-rc.1+build.123",
                "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
                "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
                "1.0.0-0A.is.legal",
                "9223372036854775807.0.0"
            })
    void reads_and_prints_what_the_standard_allows(String text) {
        assertThat(version(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.2.3-0123",
                "1.2.3-0123.0123",
                "1.1.2+.123",
                "+invalid",
                "-1.0.3-gamma",
                "alpha_beta",
                "1.0.0-alpha..1",
                "1.0.0-",
                "01.1.1",
                "1.01.1",
                "1.1.01",
                "1.2.3.DEV",
                "1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788",
                "1.1.2+meta+meta",
                "1.2.3\n",
                " 1.2.3",
                "vv1.2.3",
                "١.٢.٣",
                "9223372036854775808.0.0"
            })
    void refuses_what_the_standard_forbids_or_is_too_large(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> version(text));
    }

    @Test
    void refuses_parts_that_cannot_be_printed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SemanticVersion.of(1, -2, 3))
                .withMessageContaining("expected 0 or more, got 1, -2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SemanticVersion(1, 2, 3, List.of("rc 1"), List.of()))
                .withMessageContaining("'rc 1' cannot be a part of a pre-release");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SemanticVersion(1, 2, 3, List.of("a".repeat(500)), List.of()))
                .withMessageContaining("at most 500 are accepted");
    }

    @Test
    @Tag("REL-02")
    void the_largest_change_raises_its_part_and_resets_the_lower_ones() {
        assertThat(version("1.2.3").next(VersionBump.PATCH)).hasToString("1.2.4");
        assertThat(version("1.2.3").next(VersionBump.MINOR)).hasToString("1.3.0");
        assertThat(version("1.2.3").next(VersionBump.MAJOR)).hasToString("2.0.0");
        assertThat(version("1.2.2").next(VersionBump.MINOR)).hasToString("1.3.0");
        assertThat(version("1.2.3+7").next(VersionBump.NONE)).hasToString("1.2.3+7");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.4-rc.1, PATCH, 1.2.4",
        "1.2.4-rc.1, MINOR, 1.3.0",
        "1.3.0-rc.1, MINOR, 1.3.0",
        "1.3.0-rc.1, MAJOR, 2.0.0",
        "2.0.0-rc.1, MAJOR, 2.0.0",
        "2.0.0-rc.1, PATCH, 2.0.0"
    })
    void a_pre_release_is_followed_by_what_it_was_made_for(String now, VersionBump bump, String next) {
        assertThat(version(now).next(bump)).hasToString(next);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 2.0.0, MAJOR",
        "2.0.0, 1.9.9, MAJOR",
        "1.2.3, 1.3.0, MINOR",
        "1.2.3, 1.2.4, PATCH",
        "1.2.3-rc.1, 1.2.3, PATCH",
        "1.2.3, 1.2.3, NONE"
    })
    void the_most_significant_difference_counts(String one, String other, VersionBump difference) {
        assertThat(version(one).difference(version(other))).isEqualTo(difference);
    }

    @Test
    void there_is_no_version_after_the_last() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> SemanticVersion.of(1, 2, Long.MAX_VALUE).next(VersionBump.PATCH));
    }

    @Test
    void travels_as_its_text() {
        assertThat(ValueWriter.toJson(version("1.2.3-rc.1")))
                .isEqualTo("{\"v\":1,\"type\":\"semantic-version\",\"value\":\"1.2.3-rc.1\"}");
        assertThat(ValueReader.read(
                        "{\"v\":1,\"type\":\"semantic-version\",\"value\":\"v1.2.3\"}", SemanticVersion.class))
                .isEqualTo(version("1.2.3"));
    }
}
