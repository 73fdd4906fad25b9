package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompareCommandTest {
    private static final String SAMPLE = "sample/shop-2026-q3.ndjson";
    private static final Path HERE = Path.of("");

    private static Tool compare(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "compare";
        all[1] = "--events";
        all[2] = SAMPLE;
        System.arraycopy(args, 0, all, 3, args.length);
        return Tool.run(HERE, all);
    }

    @Test
    void shows_a_metric_as_all_tools_define_it() throws IOException {
        Tool tool = compare("dora.change-lead-time");
        assertThat(tool.exitCode()).isZero();
        assertThat(tool.err()).isEmpty();
        assertThat(tool.out().lines()).allMatch(line -> line.length() <= 80);
        CommandsTest.sameAsGolden("sample-compare.txt", tool.out());
    }

    @Test
    void shows_the_chosen_definitions_of_a_metric_by_another_name() {
        Tool tool = compare("CFR", "--definition", "metrik,gitlab");
        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out().lines().filter(line -> line.matches("[a-z]+ +\\S+ %, n=\\d+"))).hasSize(2);
        assertThat(tool.out()).contains("Change failure rate of ", "\nmetrik ", "\ngitlab ", "here: ");
    }

    @Test
    void refuses_what_cannot_be_compared() {
        assertThat(compare("flow.wip").exitCode()).isEqualTo(2);
        assertThat(compare("flow.wip").err())
                .isEqualTo("loop: there is nothing to compare 'flow.wip' with: tools define [dora.change-lead-time,"
                        + " dora.deployment-frequency, dora.change-failure-rate, dora.time-to-restore]\n");
        Tool unknown = compare("CFR", "--definition", "sleuth");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .isEqualTo("loop: --definition: there is no definition 'sleuth': expected one of [dora, devlake, fourkeys,"
                        + " gitlab, metrik, middleware]\n");
    }

    @Test
    void the_report_takes_a_definition_too() {
        Tool tool = Tool.run(HERE, "report", "--events", SAMPLE, "--format", "json", "--definition", "devlake");
        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out())
                .contains("dora.change-lead-time@devlake", "delivery.release-frequency")
                .contains("are computed by the rules of Apache DevLake")
                .doesNotContain("\"dora.change-lead-time\"");
        assertThat(Tool.run(HERE, "report", "--events", SAMPLE, "--definition", "excel")
                        .err())
                .startsWith("loop: --definition: there is no definition 'excel': expected one of [dora, devlake,");
    }
}
