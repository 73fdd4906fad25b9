package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanItemBuilder;
import io.infinityloop.artifact.PlanItemKind;
import io.infinityloop.artifact.PlanLevel;
import io.infinityloop.artifact.PlanPlace;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final PlanItem ROADMAP = item("R", PlanLevel.ROADMAP, "").build();
    private static final PlanItem EPIC = item("E", PlanLevel.EPIC, "R").build();
    private static final PlanItem FEATURE = item("F", PlanLevel.FEATURE, "E").build();
    private static final PlanItem STORY = item("S", PlanLevel.STORY, "F").build();
    private static final PlanItem LATE =
            item("T-10", PlanLevel.TASK, "S").priority(2).build();
    private static final PlanItem SOON =
            item("T-9", PlanLevel.TASK, "S").priority(1).build();
    private static final PlanItem SOME_DAY = item("T-1", PlanLevel.TASK, "S").build();
    private static final List<PlanItem> TREE = List.of(ROADMAP, EPIC, FEATURE, STORY, SOME_DAY, LATE, SOON);

    private static PlanItemBuilder item(String id, PlanLevel level, String parent) {
        return PlanItem.builder(id, T0, "item " + id).level(level).parent(parent);
    }

    @Test
    @Tag("ART-07")
    void a_tree_holds_smaller_items_in_larger_ones_by_priority() {
        Backlog backlog = Backlog.of(TREE).orThrow();

        assertThat(backlog.roots()).containsExactly(ROADMAP);
        assertThat(backlog.children("R")).containsExactly(EPIC);
        assertThat(backlog.children("S")).containsExactly(SOON, LATE, SOME_DAY);
        assertThat(backlog.children("nowhere")).isEmpty();
        assertThat(backlog.item("S")).contains(STORY);
        assertThat(backlog.withoutEstimate()).hasSize(7);
    }

    @Test
    @Tag("ART-07")
    void an_epic_in_a_story_is_rejected() {
        PlanItem wrong = item("E2", PlanLevel.EPIC, "S").build();

        Admission<Backlog> result = Backlog.of(TREE).orThrow().with(wrong);

        assertThat(result).isEqualTo(new Admission.Rejected<>(List.of(new Problem.WrongNesting(wrong, STORY))));
        assertThat(result.value()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(result::orThrow)
                .withMessage("EPIC E2 cannot be a part of STORY S: expected a parent further left in"
                        + " ROADMAP > EPIC > FEATURE > STORY > TASK");
        assertThat(Backlog.of(List.of(STORY, item("S2", PlanLevel.STORY, "S").build()))
                        .problems())
                .hasSize(1);
    }

    @Test
    @Tag("ART-07")
    void next_is_the_open_task_of_the_highest_priority() {
        Backlog backlog = Backlog.of(TREE).orThrow();

        assertThat(backlog.next()).contains(SOON);
        assertThat(backlog.closed(Set.of(SOON.ref())).next()).contains(LATE);
        assertThat(backlog.closed(Set.of(SOON.ref(), LATE.ref())).next()).contains(SOME_DAY);
        assertThat(backlog.closed(Set.of(EPIC.ref())).next()).isEmpty();
        assertThat(Backlog.empty().next()).isEmpty();
    }

    @Test
    @Tag("ART-32")
    void two_items_with_one_id_and_other_text_are_a_conflict() {
        PlanItem copy = PlanItem.of("SHOP-7", T0, "Speed up checkout");
        PlanItem other = PlanItem.of("SHOP-7", T0, "Slow down checkout");

        assertThat(Backlog.of(List.of(copy, other)).problems())
                .containsExactly(new Problem.DifferingCopies(copy, other));
        assertThat(Backlog.of(List.of(copy, other)).problems().get(0).message())
                .isEqualTo("two copies of plan-item:SHOP-7 differ: expected one record, or equal copies");
        assertThat(Backlog.of(List.of(copy, copy)).orThrow().items()).containsExactly(copy);
        assertThat(Backlog.empty()
                        .with(copy)
                        .orThrow()
                        .replaced(other)
                        .orThrow()
                        .items())
                .containsExactly(other);
    }

    @Test
    @Tag("ART-30")
    void items_that_serve_no_value_statement_are_listed() {
        ValueStatement statement = new ValueStatement("easy-to-pay", "shop", "Paying takes no time", true);
        PlanItem serves = PlanItem.builder("a", T0, "a").value("easy-to-pay").build();
        PlanItem unknown = PlanItem.builder("b", T0, "b").value("nowhere").build();
        PlanItem none = PlanItem.of("c", T0, "c");

        assertThat(Backlog.of(List.of(none, unknown, serves)).orThrow().withoutValue(List.of(statement)))
                .containsExactly(unknown, none);
        assertThat(statement.isMinimum()).isTrue();
    }

    @Test
    @Tag("FBK-13")
    void work_of_operations_stands_in_the_same_backlog() {
        PlanItem renew = item("OPS-1", PlanLevel.TASK, "")
                .work(PlanItemKind.OPERATIONAL)
                .priority(1)
                .build();

        Backlog backlog = Backlog.of(TREE).orThrow().with(renew).orThrow();

        assertThat(backlog.next()).contains(renew);
        assertThat(backlog.closed(Set.of(renew.ref())).next()).contains(SOON);
        assertThat(backlog.closed(Set.of(renew.ref()))
                        .item("OPS-1")
                        .orElseThrow()
                        .place()
                        .status())
                .isEqualTo(PlanPlace.Status.CLOSED);
    }

    @Test
    void a_circle_is_rejected_and_a_parent_elsewhere_is_none() {
        PlanItem a = PlanItem.builder("a", T0, "").parent("b").build();
        PlanItem b = PlanItem.builder("b", T0, "").parent("c").build();
        PlanItem c = PlanItem.builder("c", T0, "").parent("a").build();
        PlanItem below = PlanItem.builder("0", T0, "").parent("b").build();

        assertThat(Backlog.of(List.of(c, b, a, below)).problems())
                .containsExactly(new Problem.Circle(List.of("a", "b", "c")));
        assertThat(Backlog.of(List.of(a)).orThrow().roots()).containsExactly(a);
    }
}
