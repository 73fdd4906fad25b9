package io.infinityloop.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.metrics.MetricRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigReaderProperties {
    private static MetricRegistry noMetrics() {
        return MetricRegistry.of(List.of());
    }

    private static void isReadOrToldOf(byte[] bytes) {
        try {
            assertThat(ConfigReader.read("f", bytes, ConfigReaderProperties::noMetrics)
                            .file())
                    .isEqualTo("f");
        } catch (ConfigException wrong) {
            assertThat(wrong.problems()).isNotEmpty().allMatch(problem -> problem.startsWith("f"));
        }
    }

    @Provide
    Arbitrary<String> nearlyYaml() {
        String all =
                "services¦teams¦environments¦incidents¦targets¦zone¦window¦group-by¦: ¦:¦- ¦\n¦\n  ¦\n    ¦[¦]¦{¦}¦, "
                        + "¦'¦\"¦&a ¦*a¦!!str ¦!x ¦|¦>¦#¦? ¦---\n¦...\n¦\t¦%YAML 1.1\n¦~¦null¦a¦UTC¦< 1 d¦/x/¦\\u0041";
        List<String> words = List.of(all.split("¦", -1));
        return Arbitraries.of(words).list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property
    void any_text_is_read_or_told_of(@ForAll("nearlyYaml") String text) {
        isReadOrToldOf(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void any_bytes_are_read_or_told_of(@ForAll byte[] bytes) {
        isReadOrToldOf(bytes);
    }

    /** The fewest steps lead both ways, and none only to itself. */
    @Property
    void a_distance_is_one(@ForAll("words") String one, @ForAll("words") String other) {
        int distance = Nearest.distance(one, other);
        assertThat(distance)
                .isEqualTo(Nearest.distance(other, one))
                .isLessThanOrEqualTo(Math.max(one.length(), other.length()));
        assertThat(distance == 0).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars('a', 'b', 'c').ofMaxLength(6);
    }
}
