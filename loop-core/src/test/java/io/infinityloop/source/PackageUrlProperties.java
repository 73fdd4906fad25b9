package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.testkit.ValueArbitraries;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackageUrlProperties {
    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> near =
                Arbitraries.strings().withChars("abAB:/@?&=#%.+~-_ 123é").ofMaxLength(30);
        return Arbitraries.oneOf(near, ValueArbitraries.ids()).map(text -> "pkg:oci/" + text);
    }

    @Property(tries = 3_000)
    void the_canonical_form_of_the_canonical_form_is_itself(@ForAll("urls") String text) {
        String canonical = PackageUrl.canonical(text);
        assertThat(PackageUrl.canonical(canonical)).isEqualTo(canonical);
    }

    @Property
    void what_is_escaped_needlessly_is_the_same(@ForAll("versions") String version) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : version.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format("%%%02x", b));
        }
        String plain = "pkg:generic/x@"
                + URLEncoder.encode(version, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(PackageUrl.canonical("pkg:generic/x@" + escaped)).isEqualTo(PackageUrl.canonical(plain));
        assertThat(PackageUrl.parse("pkg:generic/x@" + escaped)).isPresent();
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.strings().withCharRange(' ', '\u2fff').ofMinLength(1).ofMaxLength(10);
    }
}
