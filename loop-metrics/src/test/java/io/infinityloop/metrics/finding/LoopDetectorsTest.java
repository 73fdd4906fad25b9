package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.finding.Found.labelled;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoopDetectorsTest {
    private static Recorded deployment(String service, String by, String owner) {
        Recorded event = labelled(deployed("d-" + service + by, 10), Labels.SERVICE, service);
        return labelled(labelled(event, Labels.BY_TEAM, by), Labels.TEAM, owner);
    }

    @Test
    @Tag("ANTI-32")
    void a_team_that_deploys_a_b_and_c_and_looks_after_none_is_found_with_what_to_do_instead() {
        LoopEvent[] silo = {deployment("A", "X", "red"), deployment("B", "X", "blue"), deployment("C", "X", "green")};
        assertThat(Found.by(LoopDetectors.devopsSilo(), 100, silo))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo(
                                    "team X makes all deployments of A, B, C, which other teams look after, and looks after"
                                            + " none itself");
                    assertThat(finding.evidence()).hasSize(3);
                    assertThat(finding.remedy()).contains("platform");
                });
    }

    @Test
    @Tag("ANTI-32")
    void a_team_with_a_service_of_its_own_or_two_services_of_others_is_fine() {
        LoopEvent[] two = {deployment("A", "X", "red"), deployment("B", "X", "blue")};
        assertThat(messages(LoopDetectors.devopsSilo(), 100, two)).isEmpty();
        LoopEvent[] own = {
            deployment("A", "X", "red"),
            deployment("B", "X", "blue"),
            deployment("C", "X", "green"),
            deployment("D", "X", "X")
        };
        assertThat(messages(LoopDetectors.devopsSilo(), 100, own)).isEmpty();
        LoopEvent[] shared = {
            deployment("A", "X", "red"),
            deployment("B", "X", "blue"),
            deployment("C", "X", "green"),
            deployment("C", "green", "green")
        };
        assertThat(messages(LoopDetectors.devopsSilo(), 100, shared)).isEmpty();
    }

    @Test
    @Tag("ANTI-32")
    void whose_a_service_is_can_be_told_by_its_commits() {
        LoopEvent[] silo = Stream.of("A", "B", "C")
                .flatMap(service -> Stream.of(
                        labelled(
                                labelled(commit("c" + service, 1), Labels.SERVICE, service),
                                Labels.TEAM,
                                "t" + service),
                        labelled(labelled(deployed("d" + service, 5), Labels.SERVICE, service), Labels.BY_TEAM, "X")))
                .toArray(LoopEvent[]::new);
        assertThat(messages(LoopDetectors.devopsSilo(), 100, silo)).hasSize(1);
    }
}
