package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgoCdTest {
    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);
    private static final String DIGEST = "sha256:" + "d".repeat(64);

    private static String entry(int id, String from, String to, String what) {
        return "{'id':" + id + ",'deployStartedAt':'" + from + "','deployedAt':'" + to + "'," + what + "}";
    }

    private static String operation(String phase, String from, String to) {
        return ",'operationState':{'phase':'" + phase + "','startedAt':'" + from + "','finishedAt':'" + to
                + "','operation':{'initiatedBy':{'automated':true},'sync':{'revision':'" + B + "'}},"
                + "'syncResult':{'revision':'" + B + "'}}";
    }

    private static String application(String more, String... history) {
        return "'apiVersion':'argoproj.io/v1alpha1','kind':'Application','metadata':{'name':'shop','uid':'u-1'},"
                + "'spec':{'destination':{'name':'in-cluster','namespace':'shop-production'}},"
                + "'status':{'history':[" + String.join(",", history) + "],'health':{'status':'Healthy'}" + more + "}";
    }

    private static final String FIRST = entry(7, "10:00", "10:03", "'revision':'" + A + "'");
    private static final String SECOND =
            entry(8, "11:00", "11:04", "'revisions':['1.4.0','" + B + "'],'initiatedBy':{'username':'ann'}");

    static Stream<Arguments> records() {
        String first = "DEPLOY deployment:u-1/7 PRODUCTION SUCCEEDED 01T10:00-01T10:03 @01T10:03 < commit:" + A;
        String second = "DEPLOY deployment:u-1/8 PRODUCTION SUCCEEDED 01T11:00-01T11:04 @01T11:04 < commit:" + B;
        return Stream.of(
                arguments("an application", application("", FIRST), List.of(first)),
                arguments("a notification", "'app':{" + application("", FIRST) + "}", List.of(first)),
                arguments("a history", application("", FIRST, SECOND), List.of(first, second)),
                arguments("no history", application(""), List.of()),
                arguments(
                        "an operation that goes on, and that the history will tell of",
                        application(operation("Running", "12:00", ""), FIRST),
                        List.of(first)),
                arguments(
                        "an operation that succeeded, and that the history tells of",
                        application(operation("Succeeded", "11:00", "11:04"), FIRST, SECOND),
                        List.of(first, second)),
                arguments(
                        "an operation that failed",
                        application(operation("Failed", "12:00", "12:02"), FIRST),
                        List.of(
                                first,
                                "DEPLOY deployment:u-1/2026-07-01T12:00:00Z PRODUCTION FAILED 01T12:00-01T12:02 @01T12:02"
                                        + " < commit:" + B)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void a_record_tells(String name, String record, List<String> told) {
        SourceReader.Builder reader = SourceReader.builder()
                .environments(Environments.byName().with("shop-production", Environment.PRODUCTION));
        Read read = Read.of(Read.line(record), reader);
        assertThat(read.reading().rejections()).isEmpty();
        assertThat(read.reading().formats()).containsOnlyKeys("argocd");
        assertThat(Brief.of(read)).isEqualTo(told);
    }

    @Test
    void an_entry_is_told_once_however_often_the_application_is() {
        String once = Read.line(application("", FIRST));
        String twice = Read.line("'app':{" + application("", FIRST, SECOND) + "}");

        Read read = Read.of(once + twice + once);

        assertThat(read.events().stream().map(LoopEvent::key).distinct())
                .extracting(EventKey::id)
                .containsExactly("deployment/u-1/7/2026-07-01T10:03:00Z", "deployment/u-1/8/2026-07-01T11:04:00Z");
    }

    @Test
    void a_revision_that_is_no_hash_is_a_version() {
        Deployment deployment =
                (Deployment) Read.of(Read.line(application("", SECOND))).only().artifact();

        assertThat(deployment.plan().version()).isEqualTo("1.4.0");
        assertThat(deployment.derivedFrom()).extracting(Object::toString).containsExactly("commit:" + B);
    }

    @Test
    void the_images_that_run_are_what_the_last_operation_brought() {
        String images = ",'summary':{'images':['ghcr.io:443/acme/shop:1.4.0@" + DIGEST + "']}";
        List<Deployment> told = Read.of(
                        Read.line(application(operation("Succeeded", "10:00", "10:03") + images, FIRST)))
                .artifacts(Deployment.class);

        assertThat(told.get(0).plan().version()).isEqualTo("1.4.0");
        assertThat(told.get(0).digests()).containsExactly(DIGEST);
        assertThat(told.get(0).derivedFrom())
                .extracting(Object::toString)
                .contains("build-artifact:pkg:oci/shop@" + DIGEST + "?repository_url=ghcr.io:443%2Facme%2Fshop");
    }

    @Test
    void while_an_operation_goes_on_nobody_knows_which_images_are_whose() {
        String images = ",'summary':{'images':['ghcr.io/acme/shop@" + DIGEST + "']}";

        assertThat(Read.of(Read.line(application(operation("Running", "10:00", "") + images, FIRST)))
                        .artifacts(Deployment.class)
                        .get(0)
                        .digests())
                .isEmpty();
        assertThat(Read.of(Read.line(application(
                                operation("Succeeded", "10:00", "10:03") + images + ",'health':{'status':'Degraded'}",
                                FIRST)))
                        .artifacts(Deployment.class)
                        .get(0)
                        .digests())
                .isEmpty();
    }

    @Test
    void it_says_where_and_by_what_and_names_no_person() {
        Read read = Read.of(Read.line(application("", SECOND))
                + Read.line(application("", FIRST).replace("in-cluster", "eu-1"))
                + Read.line(application("", entry(9, "12:00", "12:01", "'initiatedBy':{'automated':true}"))
                        .replace("'name':'shop'", "'name':'shop','labels':{'env':'live'}")));

        List<LoopEvent> events = read.events();
        assertThat(events)
                .extracting(event -> event.labels().get(Labels.ENVIRONMENT).orElse(""))
                .containsExactly("shop-production", "eu-1", "live");
        assertThat(events)
                .extracting(event -> event.metadata().trigger())
                .containsExactly(Trigger.MANUAL, Trigger.UNKNOWN, Trigger.AUTOMATED);
        assertThat(events)
                .extracting(event -> event.labels().get(Labels.SERVICE).orElse(""))
                .containsOnly("shop");
        assertThat(events.toString()).doesNotContain("ann");
    }
}
