package io.infinityloop.machine;

import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoiningEngineTest {
    private final List<String> told = new ArrayList<>();
    private final List<Snapshot> kept = new ArrayList<>();
    private boolean open;

    private final LoopEngine engine = LoopEngine.builder(Samples.clock())
            .definition(LoopDefinition.builder("gated").gate(PLAN, "review").build())
            .gate("review", (state, command) -> open ? Verdict.pass() : Verdict.refuse("nobody looked"))
            .source("portal")
            .listener(new LoopListener() {
                @Override
                public void onAccepted(Decision.Accepted decision, LoopState state) {
                    told.add("accepted");
                }
            })
            .snapshots(
                    new SnapshotStore() {
                        @Override
                        public Optional<Snapshot> load(LoopId loop) {
                            return kept.stream().reduce((first, last) -> last);
                        }

                        @Override
                        public void save(Snapshot snapshot) {
                            kept.add(snapshot);
                        }
                    },
                    1)
            .build();

    private final Journal transaction = InMemoryJournal.empty();
    private final LoopEngine joined = engine.joining(transaction);

    @Test
    void it_keeps_the_rules_gates_and_source_and_appends_to_the_transaction_alone() {
        Loop loop = joined.start(LOOP);

        assertThat(loop.advance(CODE).isAccepted()).isFalse();
        open = true;
        assertThat(loop.advance(CODE).isAccepted()).isTrue();
        assertThat(joined.definition()).isEqualTo(engine.definition());
        assertThat(transaction.read(LOOP, 0))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.event().source()).isEqualTo("portal"));
        assertThat(engine.find(LOOP)).isEmpty();
    }

    @Test
    void what_may_still_be_rolled_back_is_told_nobody_and_cached_nowhere() {
        open = true;
        joined.start(LOOP).advance(CODE).orThrow();
        assertThat(told).isEmpty();
        assertThat(kept).isEmpty();

        engine.start(LOOP).advance(CODE).orThrow();
        assertThat(told).isNotEmpty();
        assertThat(kept).isNotEmpty();
        assertThat(engine.joining(InMemoryJournal.empty()).find(LOOP)).isEmpty();
    }
}
