package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pkg:oci/x@sha256:ab                         | pkg:oci/x@sha256:ab
        pkg:oci/x@sha256%3Aab                       | pkg:oci/x@sha256:ab
        PKG:OCI/X@sha256%3aab                       | pkg:oci/x@sha256:ab
        pkg://oci/x@sha256:ab                       | pkg:oci/x@sha256:ab
        pkg:oci/x@sha256:ab?tag=1&repository_url=r.io/x | pkg:oci/x@sha256:ab?repository_url=r.io%2Fx&tag=1
        pkg:oci/x?Arch=amd64&os=                    | pkg:oci/x?arch=amd64
        pkg:Maven/Org.Acme/App@1.0#src//./main/     | pkg:maven/Org.Acme/App@1.0#src/main
        pkg:maven/org.acme/app@1.0?                 | pkg:maven/org.acme/app@1.0
        pkg:GitHub/Acme/App@v1                      | pkg:github/acme/app@v1
        pkg:npm/@angular/core@12.3.1                | pkg:npm/%40angular/core@12.3.1
        pkg:npm/%40angular/core                     | pkg:npm/%40angular/core
        pkg:npm/@angular/core                       | pkg:npm/%40angular/core
        pkg:PyPI/Django_Package@1.11                | pkg:pypi/django-package@1.11
        pkg:golang/google.golang.org/genproto@v0.0.1#googleapis/api | pkg:golang/google.golang.org/genproto@v0.0.1#googleapis/api
        pkg:docker/customer/image@sha256:244fd47e?repository_url=gcr.io | pkg:docker/customer/image@sha256:244fd47e?repository_url=gcr.io
        pkg:generic/a%20b@1.0+2~x*                  | pkg:generic/a%20b@1.0%2B2~x%2A
        pkg:generic/bärenhöhle                      | pkg:generic/b%C3%A4renh%C3%B6hle
        """)
    void spellings_of_one_package_url_are_one(String text, String canonical) {
        assertThat(PackageUrl.canonical(text)).isEqualTo(canonical);
        assertThat(PackageUrl.canonical(" " + canonical + " ")).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0f3a2c",
                "registry.io/x:1.0",
                "pkg:",
                "pkg:oci",
                "pkg:oci/",
                "pkg:/x",
                "pkg:1x/y",
                "pkg:o ci/x",
                "pkg:oci/x@%zz",
                "pkg:oci/x@%FF",
                "pkg:oci/x@%",
                "pkg:oci/x@\ud800",
                "pkg:oci/x?arch=a&ARCH=b",
                "pkg:oci/x?=a",
                "pkg:oci/x?a b=c"
            })
    void what_is_none_stays_as_it_is(String text) {
        assertThat(PackageUrl.canonical(text)).isEqualTo(text);
    }

    @Test
    void what_would_be_too_long_for_an_id_stays_as_it_is() {
        String text = "pkg:generic/" + "ä".repeat(200);
        assertThat(PackageUrl.canonical(text)).isEqualTo(text);
    }

    @Test
    void two_may_mean_one_package_if_neither_denies_what_the_other_says() {
        assertThat(areCompatible("pkg:oci/x@1", "pkg:oci/x@1?repository_url=a")).isTrue();
        assertThat(areCompatible("pkg:oci/x@1?arch=amd64", "pkg:oci/x@1?repository_url=a"))
                .isTrue();
        assertThat(areCompatible("pkg:oci/x@1?arch=amd64", "pkg:oci/x@1?arch=arm64"))
                .isFalse();
        assertThat(areCompatible("pkg:oci/x@1", "pkg:oci/x@2")).isFalse();
        assertThat(areCompatible("pkg:oci/x@1", "pkg:oci/x@1#a")).isTrue();
        assertThat(areCompatible("pkg:oci/x@1#b", "pkg:oci/x@1#a")).isFalse();
    }

    private static boolean areCompatible(String one, String other) {
        PackageUrl first = PackageUrl.parse(one).orElseThrow();
        PackageUrl second = PackageUrl.parse(other).orElseThrow();
        assertThat(second.isCompatible(first)).isEqualTo(first.isCompatible(second));
        return first.isCompatible(second);
    }
}
