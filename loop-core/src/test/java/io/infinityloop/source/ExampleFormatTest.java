package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleFormatTest {
    private static final String BEGUN = Read.line(
            "'harbour':'deploy','cluster':'eu','app':'shop','stage':'live','run':8,"
                    + "'state':'running','started':'10:00','changes':[{'sha':'4f2a'},{'sha':'9c1e'}],'ref':'tags/1.4.0'");
    private static final String ENDED =
            Read.line("'harbour':'deploy','cluster':'eu','app':'shop','stage':'live','run':8,"
                    + "'state':'ok','ended':'10:04','undo':true");

    private static Read read(String text) {
        return Read.of(text, SourceReader.builder().format(new HarbourFormat()));
    }

    @Test
    void the_guide_prints_the_example_that_is_compiled_here() throws IOException {
        Path source = Path.of("src", "test", "java", "io", "infinityloop", "source", "HarbourFormat.java");
        String example = Files.readString(source).split("// guide\n", -1)[1];

        assertThat(Files.readString(Path.of("..", ".github", "CONTRIBUTING.md")))
                .contains("```java\n" + example + "```\n");
        assertThat(example.lines()).hasSizeLessThanOrEqualTo(45);
    }

    @Test
    void two_records_tell_of_one_deployment_in_any_order() {
        String whole = "DEPLOY deployment:8 PRODUCTION SUCCEEDED 01T10:00-01T10:04 @01T10:04 < commit:4f2a commit:9c1e";

        assertThat(Brief.of(read(BEGUN + ENDED))).last().isEqualTo(whole);
        assertThat(Brief.of(read(ENDED + BEGUN))).last().isEqualTo(whole);
        Deployment deployment = read(BEGUN + ENDED).artifacts(Deployment.class).get(1);
        assertThat(deployment.plan().version()).isEqualTo("1.4.0");
        assertThat(deployment.plan().purpose()).isEqualTo(DeploymentPurpose.ROLLBACK);
    }

    @Test
    void a_list_tells_of_several_things_and_the_record_of_all_of_them() {
        Read read = read(Read.line("'harbour':'alarms','cluster':'eu','app':'shop','alarms':["
                + "{'nr':1,'since':'10:00','until':'10:20','level':'major'},"
                + "{'nr':2,'since':'10:05','level':'TEST'},{'nr':3,'since':'10:10','level':'low'}]"));

        assertThat(Brief.of(read))
                .containsExactly(
                        "OPERATE incident:1 MAJOR 01T10:00-01T10:20 @01T10:20",
                        "OPERATE incident:3 NOTICE 01T10:10- @01T10:10");
        assertThat(read.events()).allSatisfy(event -> {
            assertThat(event.metadata().source()).isEqualTo("harbour:eu");
            assertThat(event.labels().get(Labels.SERVICE)).contains("shop");
        });
    }

    @Test
    void what_is_broken_not_known_or_ignored_costs_itself_only() {
        Read read = read(Read.line("'harbour':'comment','text':'hello'")
                + Read.line("'harbour':'invented'")
                + Read.line("'harbour':'deploy','started':'10:00'")
                + BEGUN);

        assertThat(read.only().artifact().id()).isEqualTo("8");
        assertThat(read.reading().ignored()).containsOnlyKeys("harbour:comment");
        assertThat(read.reading().unknown()).containsOnlyKeys("harbour:invented");
        assertThat(read.reading().rejections())
                .extracting(Leftover::field, Leftover::problem)
                .containsExactly(tuple("/run", "missing: expected the id of the deployment"));
    }

    @Test
    void the_table_can_be_read_by_people() {
        List<Table.Row> rows = new HarbourFormat().table().rows();

        assertThat(rows)
                .contains(
                        new Table.Row("deploy", Deployment.KIND, Field.VERSION, List.of("{/ref after tags/}"), ""),
                        new Table.Row("deploy", Deployment.KIND, Field.PURPOSE, List.of("rollback"), "/undo is true"),
                        new Table.Row("alarms", Incident.KIND, Field.ID, List.of("/nr"), "/level is not test"));
    }
}
