package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.machine.Samples.LOOP;
import static io.infinityloop.machine.Samples.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopListenerTest {
    @ParameterizedTest
    @ValueSource(
            classes = {IllegalStateException.class, AssertionError.class, NoClassDefFoundError.class, Exception.class})
    @Tag("LOOP-19")
    void a_throwing_listener_is_logged_and_harms_nobody(Class<? extends Throwable> type) throws Exception {
        Heard good = new Heard();
        Throwable failure = type.getDeclaredConstructor().newInstance();
        Loop loop = LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .listener(new Throwing(failure))
                .listener(good)
                .build()
                .start(LOOP);
        good.accepted.clear();

        String log = whatIsLogged(() -> loop.advance(CODE).orThrow());

        assertThat(good.accepted).containsExactly(CODE);
        assertThat(good.refused).isEmpty();
        assertThat(loop.stage()).isEqualTo(CODE);
        assertThat(loop.history()).hasSize(1);
        assertThat(log).contains("WARN", Throwing.class.getName(), "failed; the loop is not affected", type.getName());
        assertThat(log.split("the loop is not affected", -1)).as("logged once").hasSize(2);
    }

    @Test
    @Tag("LOOP-19")
    void a_refusal_is_heard_once_also_beside_a_throwing_listener() {
        Heard good = new Heard();
        Loop loop = LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .listener(new Throwing(new IllegalStateException("on purpose")))
                .listener(good)
                .build()
                .start(LOOP);
        String log =
                whatIsLogged(() -> assertThat(loop.advance(DEPLOY).isAccepted()).isFalse());
        assertThat(good.refused).containsExactly("PLAN to DEPLOY");
        assertThat(good.accepted).as("the start").containsExactly(PLAN);
        assertThat(log).contains("on purpose");
        assertThat(loop.stage()).isEqualTo(PLAN);
    }

    @Test
    void a_redelivery_is_not_heard_again() {
        Heard good = new Heard();
        Loop loop = LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .listener(good)
                .build()
                .start(LOOP);
        Command advance = new Command.Advance(metadata("r1", 10), CODE, List.of());
        loop.apply(advance).orThrow();
        loop.apply(advance).orThrow();
        assertThat(good.accepted).containsExactly(PLAN, CODE);
        assertThat(good.refused).isEmpty();
    }

    @Test
    void a_listener_may_move_the_loop_on_and_later_listeners_hear_that_first() {
        Heard good = new Heard();
        List<Loop> handle = new ArrayList<>();
        LoopEngine engine = LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .listener(new LoopListener() {
                    @Override
                    public void onAccepted(Decision.Accepted decision, LoopState after) {
                        if (after.stage() == CODE) {
                            handle.get(0).advance(BUILD).orThrow();
                        }
                    }
                })
                .listener(good)
                .build();
        Loop loop = engine.start(LOOP);
        handle.add(loop);
        loop.advance(CODE).orThrow();
        assertThat(loop.stage()).isEqualTo(BUILD);
        assertThat(good.accepted).containsExactly(PLAN, BUILD, CODE);
        assertThat(loop.history()).hasSize(2);
    }

    private static String whatIsLogged(Runnable action) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class Heard implements LoopListener {
        private final List<Stage> accepted = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();

        @Override
        public void onAccepted(Decision.Accepted decision, LoopState after) {
            accepted.add(after.stage());
        }

        @Override
        public void onRefused(Command command, Decision.Refused decision, LoopState unchanged) {
            refused.add(unchanged.stage() + " to " + ((Command.Advance) command).to());
        }
    }

    /** Throws anything, checked exceptions as well, as a listener in another language may. */
    private record Throwing(Throwable failure) implements LoopListener {
        @Override
        public void onAccepted(Decision.Accepted decision, LoopState after) {
            Throwing.<RuntimeException>sneak(failure);
        }

        @Override
        public void onRefused(Command command, Decision.Refused decision, LoopState unchanged) {
            Throwing.<RuntimeException>sneak(failure);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable failure) throws T {
            throw (T) failure;
        }
    }
}
