package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.VersionBump;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class SemanticVersionProperties {
    @Property
    @Tag("REL-01")
    void what_is_printed_is_read(@ForAll("versions") SemanticVersion version) {
        assertThat(SemanticVersion.parse(version.toString())).isEqualTo(version);
        assertThat(SemanticVersion.parse(version.tag())).isEqualTo(version);
    }

    @Property
    void the_order_is_total_and_agrees_with_equality(
            @ForAll("versions") SemanticVersion one,
            @ForAll("versions") SemanticVersion other,
            @ForAll("versions") SemanticVersion third) {
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        if (one.compareTo(other) <= 0 && other.compareTo(third) <= 0) {
            assertThat(one.compareTo(third)).isNotPositive();
        }
    }

    @Property
    void the_next_version_is_out_and_newer(@ForAll("versions") SemanticVersion version, @ForAll VersionBump bump) {
        SemanticVersion next = version.next(bump);
        if (bump == VersionBump.NONE) {
            assertThat(next).isEqualTo(version);
        } else {
            assertThat(next.isPreRelease()).isFalse();
            assertThat(next.build()).isEmpty();
            assertThat(SemanticVersion.PRECEDENCE.compare(next, version)).isPositive();
            assertThat(version.isPreRelease() || next.difference(version) == bump)
                    .isTrue();
        }
    }

    @Property
    void any_text_is_a_version_or_refused(@ForAll String text) {
        SemanticVersion.find(text)
                .ifPresent(version -> assertThat(text.replaceFirst("^v", "")).isEqualTo(version.toString()));
    }

    @Provide
    Arbitrary<SemanticVersion> versions() {
        Arbitrary<Long> numbers = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 2), Arbitraries.longs().between(0, 1L << 60));
        Arbitrary<String> words = Arbitraries.of("a", "A", "rc", "0", "1", "2", "10", "-", "1a", "x-1");
        Arbitrary<List<String>> preRelease = words.list().ofMaxSize(3);
        Arbitrary<List<String>> builds =
                Arbitraries.oneOf(words, Arbitraries.of("01", "007")).list().ofMaxSize(2);
        return Combinators.combine(numbers, numbers, numbers, preRelease, builds)
                .as(SemanticVersion::new);
    }
}
