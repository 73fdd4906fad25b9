package io.infinityloop.machine;

import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tools that embed the library share a process, and nothing else. */
class IndependentLoopsTest {
    @Test
    @Tag("SPI-08")
    void two_engines_in_one_process_do_not_interact() {
        List<String> heardByOne = new ArrayList<>();
        List<String> heardByOther = new ArrayList<>();
        LoopEngine one = engine(Duration.ZERO, heardByOne);
        LoopEngine other = engine(Duration.ofDays(1_000), heardByOther);

        Loop loopOfOne = one.start(LOOP);
        Loop loopOfOther = other.start(LOOP);
        for (int move = 0; move < 8; move++) {
            loopOfOne.advance(loopOfOne.stage().next()).orThrow();
        }
        loopOfOther.advance(CODE).orThrow();
        loopOfOther.retire("not needed").orThrow();

        LoopState stateOfOne = one.find(LOOP).orElseThrow().state();
        assertThat(stateOfOne.stage()).isEqualTo(PLAN);
        assertThat(stateOfOne.cycle()).isEqualTo(2);
        assertThat(stateOfOne.isRetired()).isFalse();
        assertThat(stateOfOne.entered()).isEqualTo(Samples.T0);
        LoopState stateOfOther = other.find(LOOP).orElseThrow().state();
        assertThat(stateOfOther.stage()).isEqualTo(CODE);
        assertThat(stateOfOther.cycle()).isEqualTo(1);
        assertThat(stateOfOther.entered()).isEqualTo(Samples.T0.plus(Duration.ofDays(1_000)));
        assertThat(heardByOne)
                .containsExactly("PLAN", "CODE", "BUILD", "TEST", "RELEASE", "DEPLOY", "OPERATE", "MONITOR", "PLAN");
        assertThat(heardByOther).containsExactly("PLAN", "CODE", "CODE");
    }

    @Test
    @Tag("SPI-08")
    void two_loops_of_one_engine_do_not_interact() {
        LoopEngine engine = engine(Duration.ZERO, new ArrayList<>());
        Loop one = engine.start(LoopId.of("one"));
        Loop other = engine.start(LoopId.of("other"));
        LoopState before = other.state();
        one.advance(CODE).orThrow();
        assertThat(one.advance(DEPLOY).isAccepted()).isFalse();
        one.retire("not needed").orThrow();
        assertThat(engine.find(other.id()).orElseThrow().state()).isEqualTo(before);
        while (other.stage() != TEST) {
            other.advance(other.stage().next()).orThrow();
        }
        assertThat(engine.find(one.id()).orElseThrow().state()).isEqualTo(one.state());
        assertThat(one.stage()).isEqualTo(CODE);
    }

    private static LoopEngine engine(Duration later, List<String> heard) {
        return LoopEngine.builder(Clock.fixed(Samples.T0.plus(later), ZoneOffset.UTC))
                .definition(LoopDefinition.ring())
                .listener(new LoopListener() {
                    @Override
                    public void onAccepted(Decision.Accepted decision, LoopState after) {
                        heard.add(after.stage().name());
                    }
                })
                .build();
    }
}
