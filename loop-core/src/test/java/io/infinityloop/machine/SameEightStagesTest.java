package io.infinityloop.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanItemKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is planned or changed passes the same eight stages. */
class SameEightStagesTest {
    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    @Tag("ART-29")
    void a_change_of_any_sort_passes_them(ChangeKind kind) {
        Commit commit = Commit.of("4f2a91c", Samples.T0, "change")
                .with(ChangeDetails.UNKNOWN.withChange(kind, kind == ChangeKind.FEATURE));

        assertThat(stagesOf(PlanItem.of("a", Samples.T0, "plan"), commit)).containsExactly(Stage.values());
    }

    @ParameterizedTest
    @EnumSource(PlanItemKind.class)
    @Tag("FBK-13")
    void work_of_any_sort_passes_them(PlanItemKind kind) {
        PlanItem item = PlanItem.builder("OPS-1", Samples.T0, "Renew the certificate")
                .work(kind)
                .build();

        assertThat(stagesOf(item, Commit.of("4f2a91c", Samples.T0, "renewed"))).containsExactly(Stage.values());
    }

    private static List<Stage> stagesOf(PlanItem item, Commit commit) {
        Loop loop = Shop.loopIn(Stage.PLAN, LoopDefinition.delivery());
        List<Stage> stages = new ArrayList<>();
        while (loop.state().cycle() == 1) {
            stages.add(loop.stage());
            List<Artifact> shown = switch (loop.stage()) {
                case PLAN -> List.of(item);
                case CODE -> List.of(commit);
                default -> Shop.leaving(loop.stage());
            };
            loop.advance(loop.stage().next(), shown.toArray(Artifact[]::new)).orThrow();
        }
        assertThat(loop.stage()).isEqualTo(Stage.PLAN);
        return stages;
    }
}
