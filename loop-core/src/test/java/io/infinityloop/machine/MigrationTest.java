package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.infinityloop.Trigger;
import io.infinityloop.artifact.Commit;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Migrated;
import io.infinityloop.event.Started;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops whose rules change while they are on their way. */
class MigrationTest {
    private static final LoopDefinition V1 = LoopDefinition.builder("shop").build();
    private static final LoopDefinition V2 = LoopDefinition.builder("shop")
            .version(2)
            .require(CODE, new Contract.Present(Commit.KIND))
            .build();
    private static final LoopDefinition V3 = LoopDefinition.builder("shop")
            .version(3)
            .require(BUILD, new Contract.Present(Commit.KIND))
            .build();

    private final Journal journal = InMemoryJournal.empty();

    @Test
    void a_loop_remembers_the_rules_that_it_was_started_under() {
        Loop loop = engine(V1).start(LOOP);
        assertThat(loop.state().definition()).isEqualTo(V1.ref());
        assertThat(((Started) Samples.events(journal, LOOP).get(0)).definition())
                .isEqualTo(V1.ref());
    }

    @Test
    void other_rules_that_nobody_declared_are_refused_with_what_differs() {
        LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .journal(journal)
                .build()
                .start(LOOP);
        assertThatExceptionOfType(DefinitionMismatchException.class)
                .isThrownBy(() -> engine(V2).find(LOOP))
                .withMessageContaining("loop checkout runs under ring v1 (")
                .withMessageContaining("this engine has shop v2 (")
                .withMessageContaining("+ CODE requires present(commit)")
                .satisfies(mismatch -> {
                    assertThat(mismatch.found()).isEqualTo(LoopDefinition.ring().ref());
                    assertThat(mismatch.differences()).contains("- id ring", "+ id shop");
                });
    }

    @Test
    void rules_of_ones_own_that_are_gone_are_named() {
        Loop loop = engine(V1).start(LOOP);
        loop.advance(CODE).orThrow();
        assertThatExceptionOfType(DefinitionMismatchException.class)
                .isThrownBy(() -> engine(V2).find(LOOP))
                .withMessageContaining("shop v1 (")
                .satisfies(mismatch -> assertThat(mismatch.differences()).isEmpty());
    }

    @Test
    void a_declared_loop_goes_on_under_the_new_rules_and_its_past_is_judged_by_the_old() {
        Loop old = engine(V1).start(LOOP);
        for (int i = 0; i < 10; i++) {
            old.advance(V1.next(old.stage())).orThrow();
        }
        assertThat(old.stage()).isEqualTo(BUILD);

        Loop loop = engine(V2, V1).find(LOOP).orElseThrow();
        assertThat(loop.state().definition())
                .as("only a request makes it go on")
                .isEqualTo(V1.ref());
        loop.returnTo(CODE, "with the new rules").orThrow();
        assertThat(loop.state().definition()).isEqualTo(V2.ref());
        assertThat(loop.advance(BUILD).isAccepted()).isFalse();
        loop.advance(BUILD, Shop.leaving(CODE).get(0)).orThrow();

        List<LoopEvent> events = Samples.events(journal, LOOP);
        assertThat(events.get(11)).isInstanceOfSatisfying(Migrated.class, migrated -> {
            assertThat(migrated.from()).isEqualTo(V1.ref());
            assertThat(migrated.to()).isEqualTo(V2.ref());
            assertThat(migrated.trigger()).isEqualTo(Trigger.AUTOMATED);
        });
        assertThat(events.stream().filter(Migrated.class::isInstance)).hasSize(1);
        assertThat(engine(V2, V1).find(LOOP).orElseThrow().state()).isEqualTo(loop.state());
    }

    @Test
    void migrations_follow_one_another() {
        engine(V1).start(LOOP).advance(CODE).orThrow();
        Loop second = engine(V2, V1).find(LOOP).orElseThrow();
        second.advance(BUILD, Shop.leaving(CODE).get(0)).orThrow();
        Loop third = engine(V3, V1, V2).find(LOOP).orElseThrow();
        third.advance(TEST).orThrow();
        assertThat(Samples.events(journal, LOOP).stream()
                        .filter(Migrated.class::isInstance)
                        .map(event -> ((Migrated) event).to()))
                .containsExactly(V2.ref(), V3.ref());
        assertThatExceptionOfType(DefinitionMismatchException.class)
                .as("a loop that was under v2 for a while needs v2")
                .isThrownBy(() -> engine(V3, V1).find(LOOP));
    }

    @Test
    void a_retired_loop_is_left_alone() {
        engine(V1).start(LOOP).retire("given up").orThrow();
        Loop loop = engine(V2, V1).find(LOOP).orElseThrow();
        assertThat(loop.advance(CODE).isAccepted()).isFalse();
        assertThat(Samples.events(journal, LOOP)).hasSize(2);
    }

    @Test
    void a_loop_that_nobody_enforced_rules_for_is_judged_by_the_engines() {
        journal.append(LOOP, 0, List.of(new Started(Samples.metadata("s", 0), LOOP, OPERATE)));
        Loop loop = engine(V2).find(LOOP).orElseThrow();
        loop.advance(MONITOR).orThrow();
        assertThat(loop.advance(PLAN).isAccepted()).isTrue();
        assertThat(loop.state().definition()).isNull();
    }

    private LoopEngine engine(LoopDefinition definition, LoopDefinition... older) {
        LoopEngine.Builder builder =
                LoopEngine.builder(Samples.clock()).definition(definition).journal(journal);
        List.of(older).forEach(builder::migrate);
        return builder.build();
    }
}
