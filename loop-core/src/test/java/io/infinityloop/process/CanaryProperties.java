package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.Verification;
import io.infinityloop.rule.Check;
import io.infinityloop.rule.Condition;
import io.infinityloop.rule.StepDecision;
import io.infinityloop.rule.StepVerdict;
import io.infinityloop.rule.Truth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** A canary against ten cages of birds that are opened one after the other, under any commands in any order. */
class CanaryProperties {
    enum Verb {
        BEGIN,
        EXPAND,
        PAUSE,
        ROLL_BACK
    }

    /** Who commands: somebody with a reason, somebody without one, or a verdict of a policy. */
    enum Voice {
        REASONED,
        BARE,
        VERDICT
    }

    record Command(Verb verb, Voice voice, int seconds) {}

    /** Says in plain words what should happen. */
    private static final class Cages {
        private final int[] steps;
        private final List<String> judged = new ArrayList<>();
        private int open;
        private int now;
        private boolean isDone;
        private boolean isShut;
        private @Nullable Integer end;

        Cages(int... steps) {
            this.steps = steps;
        }

        int exposed() {
            return isShut || open == 0 ? 0 : steps[open - 1];
        }

        int highest() {
            return open == 0 ? 0 : steps[open - 1];
        }

        boolean takes(Command command) {
            boolean mayDecide = !isDone && !isShut && command.voice() != Voice.BARE;
            boolean ok = switch (command.verb()) {
                case BEGIN -> !isDone && !isShut && open == 0;
                case EXPAND, PAUSE -> mayDecide && open > 0;
                case ROLL_BACK -> mayDecide;
            };
            if (!ok || command.seconds() < 0) {
                return false;
            }
            now += command.seconds();
            switch (command.verb()) {
                case BEGIN -> open = 1;
                case EXPAND -> expand();
                case PAUSE -> {}
                case ROLL_BACK -> {
                    isShut = true;
                    end = now;
                    if (open > 0) {
                        judged.add("FAILED " + steps[open - 1]);
                    }
                }
            }
            return true;
        }

        private void expand() {
            judged.add("PASSED " + steps[open - 1]);
            if (open == steps.length) {
                isDone = true;
                end = now;
            } else {
                open++;
            }
        }
    }

    @Property(tries = 500)
    @Tag("DEP-07")
    @Tag("DEP-08")
    void a_canary_does_what_the_cages_do_whatever_is_commanded(@ForAll("commands") List<Command> commands) {
        Canary process = Canary.start(ProcessValues.started(ArtifactMetadata.of("d1", Instant.EPOCH)));
        Cages model = new Cages(5, 25, 50, 100);
        for (Command command : commands) {
            Progress<Canary> progress = ask(process, command, Instant.EPOCH.plusSeconds(model.now + command.seconds()));

            assertThat(progress.isMoved()).as("%s", command).isEqualTo(model.takes(command));
            if (!progress.isMoved()) {
                assertThat(progress.process()).isEqualTo(process);
            }
            process = progress.process();
            assertThat(process.exposure()).isEqualTo(Share.ofPercent(model.exposed()));
            assertThat(process.highestExposure()).isEqualTo(Share.ofPercent(model.highest()));
            assertThat(process.liveVersion()).isEqualTo(model.exposed() == 100 ? "1.2.3" : "1.2.2");
            assertThat(process.deployment().status()).isEqualTo(status(model));
            assertThat(process.deployment().finishedAt())
                    .isEqualTo(model.end == null ? null : Instant.EPOCH.plusSeconds(model.end));
            assertThat(process.deployment().verifications()).isEqualTo(verifications(model));
        }
    }

    private static DeploymentStatus status(Cages model) {
        if (model.isShut) {
            return DeploymentStatus.ROLLED_BACK;
        }
        return model.isDone ? DeploymentStatus.SUCCEEDED : DeploymentStatus.IN_PROGRESS;
    }

    private static List<Verification> verifications(Cages model) {
        return model.judged.stream()
                .map(judged -> {
                    String name = "canary at " + judged.split(" ", -1)[1] + " %";
                    return judged.startsWith("PASSED") ? Verification.passed(name) : Verification.failed(name);
                })
                .toList();
    }

    private static Progress<Canary> ask(Canary process, Command command, Instant at) {
        if (command.verb() == Verb.BEGIN) {
            return process.begin(at);
        }
        if (command.voice() == Voice.VERDICT) {
            Check check = new Check(Condition.parse("errors <= 1"), BigDecimal.ONE, Truth.TRUE);
            StepDecision decision = StepDecision.valueOf(command.verb().name());
            return process.decide(new StepVerdict(decision, List.of(check)), at);
        }
        Evidence evidence = command.voice() == Voice.REASONED ? Evidence.of("seen") : Evidence.NONE;
        return switch (command.verb()) {
            case EXPAND -> process.expand(at, evidence);
            case PAUSE -> process.pause(at, evidence);
            case BEGIN, ROLL_BACK -> process.rollBack(at, evidence);
        };
    }

    /** The way on more often than the way back, so that long ways are walked. */
    @Provide
    Arbitrary<List<Command>> commands() {
        Arbitrary<Verb> verbs = Arbitraries.of(
                Verb.BEGIN, Verb.BEGIN, Verb.EXPAND, Verb.EXPAND, Verb.EXPAND, Verb.EXPAND, Verb.PAUSE, Verb.ROLL_BACK);
        Arbitrary<Voice> voices = Arbitraries.of(Voice.REASONED, Voice.REASONED, Voice.VERDICT, Voice.BARE);
        return Combinators.combine(verbs, voices, Arbitraries.of(0, 1, 60, 600, -1))
                .as(Command::new)
                .list()
                .ofMaxSize(25);
    }
}
