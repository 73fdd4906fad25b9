package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final ArtifactRef DEPLOYMENT = ArtifactRef.parse("deployment:d");
    private static final ArtifactRef FIRST_INSIGHT = ArtifactRef.parse("insight:i-1");
    private static final ArtifactRef SECOND_ITEM = ArtifactRef.parse("plan-item:p-2");

    /** One whole cycle, from the insight before it to the plan item of the next. */
    private static List<Artifact> cycle() {
        return List.of(
                new Insight(metadata("i-0"), "slow", ""),
                new PlanItem(metadata("p-1", "insight:i-0"), "Pay by card", List.of()),
                new Commit(metadata("c-1", "plan-item:p-1"), T0, "one", List.of()),
                new Commit(metadata("c-2", "plan-item:p-1"), T0, "two", List.of()),
                new Build(metadata("b", "commit:c-1", "commit:c-2"), "main", Outcome.PASSED, null),
                custom("bill", "build:b"),
                new Release(metadata("r", "build:b", "acme-bill:bill"), "1.0.0", ""),
                Deployment.toProduction("d", T0, List.of(ArtifactRef.parse("release:r"))),
                new OperationRecord(metadata("o", "deployment:d"), "quiet"),
                new Insight(metadata("i-1", "operation-record:o"), "fast", ""),
                new PlanItem(metadata("p-2", "insight:i-1"), "Pay by phone", List.of()));
    }

    private static ArtifactMetadata metadata(String id, String... parents) {
        return ArtifactMetadata.of(id, T0)
                .derivedFrom(Stream.of(parents).map(ArtifactRef::parse).toList());
    }

    private static CustomArtifact custom(String id, String... parents) {
        return new CustomArtifact(metadata(id, parents), new ArtifactKind("acme-bill", Stage.BUILD), new TreeMap<>());
    }

    @Test
    @Tag("ART-26")
    void of_a_full_cycle_the_lineage_of_the_deployment_holds_every_id_once() {
        Ancestry both = Lineage.of(cycle()).both(DEPLOYMENT).orThrow();

        assertThat(both.refs())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        cycle().stream().map(Artifact::ref).toList());
        assertThat(both.refs()).startsWith(DEPLOYMENT);
    }

    @Test
    @Tag("ART-26")
    void it_leads_back_to_release_build_commits_plan_item_and_insight_and_forward_again() {
        Lineage lineage = Lineage.of(cycle());

        assertThat(lineage.back(DEPLOYMENT).refs())
                .extracting(ArtifactRef::id)
                .containsExactly("d", "r", "b", "bill", "c-1", "c-2", "p-1", "i-0");
        assertThat(lineage.forward(ArtifactRef.parse("insight:i-0")).refs())
                .extracting(ArtifactRef::id)
                .containsExactly("i-0", "p-1", "c-1", "c-2", "b", "bill", "r", "d", "o", "i-1", "p-2");
        assertThat(lineage.back(DEPLOYMENT).of(Commit.KIND))
                .extracting(Artifact::id)
                .containsExactly("c-1", "c-2");
        assertThat(lineage.find(DEPLOYMENT)).contains(cycle().get(7));
    }

    @Test
    @Tag("ART-26")
    void a_broken_parent_id_is_a_typed_error_that_names_it() {
        List<Artifact> holed =
                cycle().stream().filter(artifact -> !artifact.id().equals("b")).toList();
        Lineage lineage = Lineage.of(holed);
        BrokenParent build = new BrokenParent(ArtifactRef.parse("release:r"), ArtifactRef.parse("build:b"));

        assertThat(lineage.broken())
                .containsExactly(
                        new BrokenParent(ArtifactRef.parse("acme-bill:bill"), ArtifactRef.parse("build:b")), build);
        assertThatThrownBy(() -> lineage.back(DEPLOYMENT).orThrow())
                .isInstanceOfSatisfying(
                        BrokenLineageException.class,
                        broken -> assertThat(broken.broken()).contains(build))
                .hasMessageContaining("release:r is derived from build:b, which is not there");
        assertThat(lineage.forward(FIRST_INSIGHT).orThrow().refs()).containsExactly(FIRST_INSIGHT, SECOND_ITEM);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lineage.back(ArtifactRef.parse("build:b")))
                .withMessage("there is no artifact build:b to follow the lineage of");
    }

    @Test
    void a_long_list_of_broken_parents_is_cut_in_the_message_only() {
        List<Artifact> orphans = new ArrayList<>(IntStream.range(0, 7)
                .mapToObj(i -> custom("x" + i, "build:gone"))
                .toList());
        orphans.add(custom("all", orphans.stream().map(x -> x.ref().toString()).toArray(String[]::new)));

        assertThatThrownBy(() -> Lineage.of(orphans)
                        .back(ArtifactRef.parse("acme-bill:all"))
                        .orThrow())
                .isInstanceOfSatisfying(
                        BrokenLineageException.class,
                        broken -> assertThat(broken.broken()).hasSize(7))
                .hasMessageEndingWith("; and 2 more");
    }

    @Test
    @Tag("FBK-02")
    void the_plan_item_of_cycle_2_leads_over_the_insight_to_the_deployment_of_cycle_1_and_back() {
        PlanItem planned = NextPlan.item("p-2", T0, (Insight) cycle().get(9));
        List<Artifact> artifacts = new ArrayList<>(cycle().subList(0, 10));
        artifacts.add(planned);
        Lineage lineage = Lineage.of(artifacts);

        assertThat(planned.title()).isEqualTo("fast");
        assertThat(lineage.back(SECOND_ITEM).refs()).containsSubsequence(SECOND_ITEM, FIRST_INSIGHT, DEPLOYMENT);
        assertThat(lineage.forward(DEPLOYMENT).refs()).containsSubsequence(DEPLOYMENT, FIRST_INSIGHT, SECOND_ITEM);
    }

    @Test
    @Tag("SPI-11")
    void a_kind_of_your_own_is_found_both_ways() {
        ArtifactRef bill = ArtifactRef.parse("acme-bill:bill");
        assertThat(Lineage.of(cycle()).back(DEPLOYMENT).refs()).contains(bill);
        assertThat(Lineage.of(cycle()).forward(bill).refs()).contains(DEPLOYMENT);
    }

    @Test
    void the_order_in_which_artifacts_come_changes_nothing() {
        List<Artifact> shuffled = new ArrayList<>(cycle());
        Collections.shuffle(shuffled, new Random(7));
        assertThat(Lineage.of(shuffled).both(DEPLOYMENT))
                .isEqualTo(Lineage.of(cycle()).both(DEPLOYMENT));
    }

    @Test
    void of_two_snapshots_the_last_counts() {
        Lineage lineage = Lineage.of(List.of(custom("x", "build:old"), custom("x", "build:new")));
        assertThat(lineage.broken()).extracting(BrokenParent::parent).containsExactly(ArtifactRef.parse("build:new"));
    }

    @Test
    @Tag("ART-26")
    void a_circle_in_bad_data_is_walked_once() {
        Lineage lineage = Lineage.of(List.of(
                custom("a", "acme-bill:b"), custom("b", "acme-bill:c"), custom("c", "acme-bill:a", "acme-bill:c")));
        ArtifactRef start = ArtifactRef.parse("acme-bill:a");

        assertThat(lineage.back(start).refs()).extracting(ArtifactRef::id).containsExactly("a", "b", "c");
        assertThat(lineage.forward(start).refs()).extracting(ArtifactRef::id).containsExactly("a", "c", "b");
        assertThat(lineage.both(start).refs()).hasSize(3);
    }

    /** A ladder: each of 100,000 artifacts has two parents, so that the number of ways doubles with each rung. */
    @Test
    @Tag("ART-26")
    void a_long_lineage_with_many_ways_takes_no_longer_than_its_length() {
        int rungs = 50_000;
        List<Artifact> ladder = new ArrayList<>();
        for (int i = 0; i < rungs; i++) {
            String[] parents = i == 0 ? new String[0] : new String[] {"acme-bill:l" + (i - 1), "acme-bill:r" + (i - 1)};
            ladder.add(custom("l" + i, parents));
            ladder.add(custom("r" + i, parents));
        }
        ArtifactRef top = ArtifactRef.parse("acme-bill:l" + (rungs - 1));

        Ancestry back = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Lineage.of(ladder).back(top));

        assertThat(back.artifacts()).hasSize(2 * rungs - 1);
    }
}
