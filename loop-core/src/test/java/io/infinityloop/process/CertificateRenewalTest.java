package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificateRenewalTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void the_guide_prints_the_example_that_is_compiled_here() throws IOException {
        Path source = Path.of("src", "test", "java", "io", "infinityloop", "process", "CertificateRenewal.java");
        String example = Files.readString(source).split("// guide\n", -1)[1];

        assertThat(Files.readString(Path.of("..", ".github", "CONTRIBUTING.md")))
                .contains("```java\n" + example + "```\n");
    }

    @Test
    void the_example_works() {
        CertificateRenewal issued =
                CertificateRenewal.ordered(NOON).issue(NOON.plusSeconds(60)).orThrow();

        assertThat(RolloutTest.reason(issued.install(NOON.plusSeconds(90), Evidence.NONE)))
                .isEqualTo("cannot go from ISSUED to INSTALLED: nobody tried it on a test server yet");
        assertThat(issued.install(NOON.plusSeconds(90), Evidence.of("it answers"))
                        .orThrow()
                        .course()
                        .state())
                .isEqualTo(CertificateRenewal.State.INSTALLED);
        assertThat(RolloutTest.reason(CertificateRenewal.ordered(NOON).install(NOON, Evidence.NONE)))
                .isEqualTo("cannot go from ORDERED to INSTALLED: after ORDERED comes ISSUED");
        assertThat(CertificateRenewal.LIFECYCLE.graph().dot()).contains("order again");
    }
}
