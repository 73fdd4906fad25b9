package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import io.infinityloop.event.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CdEventsTest {
    private static final String SHA = "4f2a91c04f2a91c04f2a91c04f2a91c04f2a91c0";

    /** What a single event tells: nothing is known of the end of what has only begun, or the other way round. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ticket.created      | SHOP-1 | {'summary':'pay','creator':'x','ticketType':'bug','uri':'/1'}       | plan-item SHOP-1 open/fix 10:00..
            ticket.updated      | SHOP-1 | {'summary':'pay','labels':['spike'],'uri':'/1'}                     | plan-item SHOP-1 unknown/experiment 10:00..
            ticket.closed       | SHOP-1 | {'resolution':'done','updatedBy':'x','uri':'/1'}                    | plan-item SHOP-1 closed/unknown 10:00..
            branch.created      | fast   | {'repository':{'id':'acme/shop'}}                                   | branch fast unknown 10:00.. {repository=acme/shop, service=acme/shop}
            change.created      | 12     | {'description':'by x','repository':{'id':'acme/shop'}}              | pull-request 12 open 10:00.. {repository=acme/shop, service=acme/shop}
            change.updated      | 12     | {}                                                                  | pull-request 12 unknown 10:00..
            change.abandoned    | 12     | {}                                                                  | pull-request 12 rejected 10:00..
            build.queued        | 7      | {}                                                                  | build build/7 build/running 10:00.. {queued=10:00}
            build.started       | 7      | {}                                                                  | build build/7 build/running 10:00..
            build.finished      | 7      | {'artifactId':'pkg:oci/shop@1'}                                     | build build/7 build/unknown 10:00..
            pipelinerun.queued  | 7      | {'pipelineName':'main','uri':'http://ci/7'}                         | build pipelinerun/7 main/running 10:00.. {queued=10:00}
            pipelinerun.started | 7      | {'pipelineName':'main','url':'http://ci/7'}                         | build pipelinerun/7 main/running 10:00..
            pipelinerun.finished| 7      | {'pipelineName':'main','outcome':'success','errors':'no'}           | build pipelinerun/7 main/passed 10:00..
            pipelinerun.finished| 7      | {'outcome':'failure'}                                               | build pipelinerun/7 build/failed 10:00..
            pipelinerun.finished| 7      | {'outcome':'cancel'}                                                | build pipelinerun/7 build/cancelled 10:00..
            pipelinerun.finished| 7      | {'outcome':'error'}                                                 | build pipelinerun/7 build/error 10:00..
            pipelinerun.finished| 7      | {'outcome':'timed_out'}                                             | build pipelinerun/7 build/timed_out 10:00..
            testcaserun.skipped | 7      | {'testCase':{'id':'c1'}}                                            | test-run testcaserun/7 c1/skipped 10:00..
            pipelinerun.finished| 7      | {'outcome':'fine, thanks'}                                          | build pipelinerun/7 build/unknown 10:00..
            taskrun.started     | 7      | {'taskName':'unit','pipelineRun':{'id':'7'}}                        | build 7 unit/running 10:00.. [build:pipelinerun/7]
            taskrun.finished    | 7      | {'taskName':'unit','outcome':'success'}                             | build 7 unit/passed 10:00..
            taskrun.finished    | 7      | {'taskName':'unit'}                                                 | build 7 unit/unknown 10:00..
            testcaserun.queued  | 7      | {'environment':{'id':'ci'},'testCase':{'id':'c1'}}                  | test-run testcaserun/7 c1/running 10:00.. {environment=ci, queued=10:00}
            testcaserun.started | 7      | {'environment':{'id':'ci'},'testCase':{'id':'c1','name':'login'}}   | test-run testcaserun/7 login/running 10:00.. {environment=ci}
            testcaserun.finished| 7      | {'environment':{'id':'ci'},'outcome':'success'}                     | test-run testcaserun/7 tests/passed 10:00.. {environment=ci}
            testcaserun.finished| 7      | {'environment':{'id':'ci'},'outcome':'pass'}                        | test-run testcaserun/7 tests/passed 10:00.. {environment=ci}
            testsuiterun.started| 7      | {'environment':{'id':'ci'},'testSuite':{'id':'s1','name':'all'}}    | test-run 7 all/running 10:00.. {environment=ci}
            testsuiterun.finished|7      | {'environment':{'id':'ci'},'outcome':'failure','severity':'high'}   | test-run 7 tests/failed 10:00.. {environment=ci}
            testsuiterun.finished|7      | {'environment':{'id':'ci'},'outcome':'fail'}                        | test-run 7 tests/failed 10:00.. {environment=ci}
            testsuite.finished  | 7      | {}                                                                  | test-run 7 tests/unknown 10:00..
            artifact.packaged   | pkg:oci/shop@1 | {'change':{'id':'12'}}                                      | build-artifact pkg:oci/shop@1 unknown 10:00.. [pull-request:12]
            artifact.packaged   | pkg:oci/shop@1 | {'change':{'id':'12','source':'/git'}}                      | build-artifact pkg:oci/shop@1 unknown 10:00.. [commit:/git#12]
            artifact.packaged   | pkg:oci/shop@1 | {'change':{'id':'4f2a91c','source':'/git'}}                 | build-artifact pkg:oci/shop@1 unknown 10:00.. [commit:4f2a91c]
            artifact.packaged   | pkg:oci/shop@1 | {'change':{'id':'1234567'}}                                 | build-artifact pkg:oci/shop@1 unknown 10:00.. [pull-request:1234567]
            artifact.published  | pkg:oci/shop@1 | {'user':'x'}                                                | release pkg:oci/shop@1 unknown 10:00.. [build-artifact:pkg:oci/shop@1]
            service.deployed    | shop   | {'environment':{'id':'live'},'artifactId':'pkg:oci/shop@1'}         | deployment shop@live/10:00/pkg:oci/shop@1 unknown/succeeded 10:00.. [build-artifact:pkg:oci/shop@1] {environment=live, service=shop}
            service.upgraded    | shop   | {'environment':{'id':'live'},'artifactId':''}                       | deployment shop@live/10:00 unknown/succeeded 10:00.. {environment=live, service=shop}
            service.rolledback  | shop   | {'environment':{'id':'live'},'artifactId':'pkg:oci/shop@1'}         | deployment shop@live/10:00/pkg:oci/shop@1 rollback/succeeded 10:00.. [build-artifact:pkg:oci/shop@1] {environment=live, service=shop}
            incident.detected   | 9      | {'environment':{'id':'live'},'service':{'id':'shop'},'artifactId':'pkg:oci/shop@1'} | incident 9 unknown 10:00.. [build-artifact:pkg:oci/shop@1] {environment=live, service=shop}
            incident.reported   | 9      | {'environment':{'id':'live'},'ticketURI':'http://x'}                | incident 9 unknown 10:00.. {environment=live}
            approval.created    | a1     | {'requestor':'x','approvalDetailsUrl':'http://x'}                   | approval a1 pending 10:00..
            approval.closed     | a1     | {'responder':'x','decision':'approved','status':'approved'}         | approval a1 granted 10:00..10:00
            approval.closed     | a1     | {'responder':'x','decision':'rejected','status':'expired'}          | approval a1 denied 10:00..10:00
            """)
    void an_event_tells_of_one_thing(String type, String id, String content, String expected) {
        Recorded event = Read.of(CdEventText.of(type, "10:00", id, content)).only();

        assertThat(CdEventText.read(event)).isEqualTo(expected);
        assertThat(event.source()).isEqualTo("cdevents:/ci");
        assertThat(event.at()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "artifact.signed",
                "artifact.downloaded",
                "artifact.deleted",
                "testoutput.published",
                "approval.updated",
                "repository.created",
                "repository.modified",
                "repository.deleted",
                "environment.created",
                "environment.modified",
                "environment.deleted",
                "service.published",
                "service.removed"
            })
    void what_says_nothing_about_the_loop_is_counted(String type) {
        Read read = Read.of(CdEventText.of(type, "10:00", "x", "{}"));

        assertThat(read.events()).isEmpty();
        assertThat(read.reading().ignored()).containsOnly(Map.entry("cdevents:" + type, 1L));
    }

    @Test
    void a_type_of_a_later_version_is_unknown_and_kept() {
        Read read = Read.of(CdEventText.of("moon.landed", "10:00", "x", "{}"));

        assertThat(read.reading().unknown()).containsOnly(Map.entry("cdevents:moon.landed", 1L));
        assertThat(new String(read.leftovers().get(0).raw(), StandardCharsets.UTF_8))
                .contains("moon.landed");
    }

    @Test
    void a_life_is_put_together_whatever_the_order() {
        List<String> events = new ArrayList<>(List.of(
                CdEventText.of("change.created", "08:00", "12", "{}"),
                CdEventText.of("change.reviewed", "09:30", "12", "{}"),
                CdEventText.of("change.merged", "10:00", "12", "{}")));
        Read forth = Read.of(String.join("", events));
        Collections.reverse(events);
        Read back = Read.of(String.join("", events));

        for (Read read : List.of(forth, back)) {
            List<PullRequest> changes = read.artifacts(PullRequest.class);
            PullRequest change = changes.get(changes.size() - 1);
            assertThat(change.at()).isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
            assertThat(change.closedAt()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
            assertThat(change.status()).isEqualTo(PullRequest.Status.MERGED);
            assertThat(change.title()).isEmpty();
            assertThat(change.reviews())
                    .containsExactly(Review.byOther(
                            Instant.parse("2026-07-01T09:30:00Z"), Review.Verdict.COMMENTED, "reviewer"));
            assertThat(change.derivedFrom()).containsExactly(ArtifactRef.parse("commit:/ci#12"));
        }
    }

    @Test
    void a_change_that_was_merged_is_a_commit_since_then() {
        Read number = Read.of(CdEventText.of("change.merged", "10:00", "12", "{'repository':{'id':'acme/shop'}}"));
        Read hash = Read.of(CdEventText.of("change.merged", "10:00", SHA, "{}"));

        Commit commit = number.artifacts(Commit.class).get(0);
        assertThat(commit.id()).isEqualTo("/ci#12");
        assertThat(commit.at()).isEqualTo(commit.authoredAt()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(number.events())
                .extracting(event -> event.labels().get(Labels.REPOSITORY).orElse(""))
                .containsOnly("acme/shop");
        assertThat(number.events()).extracting(event -> event.id()).doesNotHaveDuplicates();
        assertThat(hash.artifacts(Commit.class).get(0).id()).isEqualTo(SHA);
    }

    @Test
    void the_end_counts_although_it_comes_at_the_same_second_as_the_beginning() {
        Read read = Read.of(CdEventText.of("taskrun.finished", "10:00", "7", "{'outcome':'success'}")
                + CdEventText.of("taskrun.started", "10:00", "7", "{}"));

        assertThat(read.artifacts(Build.class))
                .last()
                .extracting(build -> build.outcome().name())
                .isEqualTo("PASSED");
    }

    @Test
    void a_build_lasts_although_nobody_says_how_it_ended() {
        Read read = Read.of(CdEventText.of("build.started", "10:00", "7", "{}")
                + CdEventText.of("build.finished", "10:07", "7", "{}"));

        assertThat(CdEventText.read(read.events().get(1))).isEqualTo("build build/7 build/unknown 10:00..10:07");
    }

    @Test
    void an_incident_lasts_from_the_first_that_was_told_of_it() {
        Read read = Read.of(CdEventText.of("incident.detected", "10:00", "9", "{'description':'slow'}")
                + CdEventText.of("incident.reported", "10:05", "9", "{'description':'slow pages'}")
                + CdEventText.of(
                        "incident.resolved", "11:00", "9", "{'description':'fine','artifactId':'pkg:oci/shop@2'}"));

        Incident incident = read.artifacts(Incident.class).get(2);
        assertThat(incident.title()).isEqualTo("slow pages");
        assertThat(Duration.between(incident.at(), incident.resolvedAt())).isEqualTo(Duration.ofMinutes(60));
        assertThat(incident.derivedFrom()).as("what put it right is no cause").isEmpty();
    }

    @Test
    void an_end_without_a_beginning_is_no_incident_until_the_beginning_is_told() {
        Read read = Read.of(CdEventText.of("incident.resolved", "11:00", "9", "{}")
                + CdEventText.of("incident.detected", "10:00", "9", "{}"));

        assertThat(read.leftovers())
                .extracting(Leftover::problem)
                .containsExactly("incident 9 is over and nobody told when it began: expected that first");
        assertThat(CdEventText.read(read.only())).isEqualTo("incident 9 unknown 10:00..11:00");
    }

    @Test
    void a_branch_is_over_when_it_is_deleted() {
        Read read = Read.of(CdEventText.of("branch.created", "10:00", "fast", "{}")
                + CdEventText.of("branch.deleted", "12:00", "fast", "{}"));

        assertThat(CdEventText.read(read.events().get(1))).isEqualTo("branch fast unknown 10:00..12:00");
    }

    @Test
    void a_package_url_tells_digest_or_commit() {
        String digest = "sha256:" + "0".repeat(64);
        Deployment image = deployed("pkg:oci/shop@" + digest.replace(":", "%3A") + "?tag=1");
        Deployment commit = deployed("pkg:github/acme/shop@" + SHA);

        assertThat(image.plan().digests()).containsExactly(digest);
        assertThat(image.plan().version()).isEqualTo(digest);
        assertThat(commit.derivedFrom()).contains(ArtifactRef.parse("commit:" + SHA));
    }

    @Test
    void two_spellings_of_a_package_url_are_one() {
        Read packaged = Read.of(CdEventText.of("artifact.packaged", "10:00", "pkg:oci/shop@sha256%3Aab", "{}"));

        assertThat(deployed("pkg:oci/shop@sha256:ab").derivedFrom())
                .containsExactly(packaged.only().artifact().ref());
    }

    private static Deployment deployed(String artifact) {
        String content = "{'environment':{'id':'live'},'artifactId':'" + artifact + "'}";
        return (Deployment) Read.of(CdEventText.of("service.deployed", "10:00", "shop", content))
                .only()
                .artifact();
    }

    @Test
    void the_cloud_event_around_it_is_taken_off() {
        String event = CdEventText.of("build.started", "10:00", "7", "{}").strip();
        String envelope = "{\"specversion\":\"1.0\",\"id\":\"other\",\"source\":\"other\","
                + "\"time\":\"2020-01-01T00:00:00Z\",\"type\":\"dev.cdevents.build.started.0.3.0\",";
        String base64 = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));

        for (String line : List.of(
                envelope + "\"data\":" + event + "}",
                envelope + "\"data\":\"" + event.replace("\"", "\\\"") + "\"}",
                envelope + "\"data_base64\":\"" + base64 + "\"}")) {
            Recorded read = Read.of(line).only();
            assertThat(read.id()).isEqualTo("build.started/build.started");
            assertThat(CdEventText.read(read)).isEqualTo("build build/7 build/running 10:00..");
        }
        assertThat(Read.of(envelope + "\"data\":\"gone\"}").leftovers().get(0).field())
                .isEqualTo("/data/context");
    }

    @Test
    void older_versions_say_version_type_and_url() {
        Recorded event = Read.of("""
                {"context":{"version":"0.3.0","id":"e1","source":"/ci","type":"dev.cdevents.PipelineRun.finished.0.1.1",\
                "timestamp":"2026-07-01T12:00:00+02:00"},"subject":{"id":"7","source":"/jenkins","type":"pipelineRun",\
                "content":{"pipelineName":"main","url":"http://ci/7","outcome":"success"}}}
                """).only();

        assertThat(CdEventText.read(event)).isEqualTo("build pipelinerun/7 main/passed 10:00..");
        assertThat(event.source()).as("the subject's, where it is told").isEqualTo("cdevents:/jenkins");
        assertThat(event.id()).isEqualTo("pipelinerun.finished/e1");
    }

    @Test
    void a_chain_is_kept_and_links_are_passed_over() {
        String linked = CdEventText.of("build.started", "10:00", "7", "{}")
                .replace(
                        "\"specversion\"",
                        "\"chainId\":\"c1\",\"links\":[{\"linkType\":\"PATH\","
                                + "\"from\":{\"contextId\":\"e1\"}},{\"linkType\":\"END\"}],\"specversion\"");
        Read read = Read.of(linked + "{\"chainId\":\"c1\",\"linkType\":\"START\",\"start\":{\"contextId\":\"e1\"},"
                + "\"timestamp\":\"2026-07-01T10:00:00Z\"}\n");

        assertThat(read.only().labels().get(Labels.CHAIN)).contains("c1");
        assertThat(read.reading().ignored()).containsOnlyKeys("cdevents:link.start");
    }

    @Test
    void a_type_of_ones_own_is_kept_by_name_and_what_it_holds_is_not_read() {
        Recorded event = Read.of(CdEventText.of("x", "10:00", "r1", "{'owner':'somebody'}")
                        .replace("dev.cdevents.x.0.3.0", "dev.cdeventsx.mytool-resource.created.0.1.0"))
                .only();

        CustomArtifact artifact = (CustomArtifact) event.artifact();
        assertThat(artifact.kind().name()).isEqualTo("cdeventsx-mytool-resource");
        assertThat(artifact.stage()).isEqualTo(Stage.MONITOR);
        assertThat(artifact.fields())
                .containsEntry("title", "dev.cdeventsx.mytool-resource.created.0.1.0")
                .doesNotContainValue("somebody");
    }

    @Test
    void an_event_without_an_instant_or_a_subject_is_rejected() {
        Read read = Read.of(CdEventText.of("build.started", "10:00", "7", "{}").replace("timestamp", "time")
                + CdEventText.of("build.started", "10:00", "", "{}")
                + CdEventText.of("build.started", "yesterday", "7", "{}"));

        assertThat(read.events()).isEmpty();
        assertThat(read.leftovers())
                .extracting(Leftover::field)
                .containsExactly("", "build/{/subject/id}", "/context/timestamp");
    }

    @Test
    void two_events_of_one_occurrence_that_share_the_id_are_two() {
        Read read = Read.of((CdEventText.of("service.deployed", "10:00", "shop", "{}")
                        + CdEventText.of("artifact.published", "10:00", "pkg:oci/shop@1", "{}"))
                .replaceAll("\"id\":\"[a-z.]+\",\"source\"", "\"id\":\"same\",\"source\""));

        assertThat(read.events())
                .extracting(event -> event.key())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
