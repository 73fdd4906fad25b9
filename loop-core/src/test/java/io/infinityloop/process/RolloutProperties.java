package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** A rollout against a tap that is opened notch by notch, under any commands in any order. */
class RolloutProperties {
    enum Verb {
        BEGIN,
        EXPAND,
        EXPAND_TO,
        PAUSE,
        COMPLETE,
        ROLL_BACK
    }

    record Command(Verb verb, int percent, boolean hasEvidence) {}

    /** Says in plain words what should happen. */
    private static final class Tap {
        private final List<Integer> notches;
        private final List<Integer> opened = new ArrayList<>(List.of(0));
        private int notch = -1;
        private boolean over;
        private boolean closed;

        Tap(List<Integer> notches) {
            this.notches = notches;
        }

        int open() {
            return closed || notch < 0 ? 0 : notches.get(notch);
        }

        boolean takes(Command command) {
            boolean canDecide = !over && notch >= 0 && command.hasEvidence();
            boolean isLast = notch == notches.size() - 1;
            boolean ok = switch (command.verb()) {
                case BEGIN -> !over && notch < 0;
                case EXPAND -> canDecide && !isLast;
                case EXPAND_TO -> canDecide && !isLast && notches.get(notch + 1) == command.percent();
                case PAUSE -> canDecide;
                case COMPLETE -> canDecide && isLast;
                case ROLL_BACK -> !over && command.hasEvidence();
            };
            if (ok) {
                switch (command.verb()) {
                    case BEGIN, EXPAND, EXPAND_TO -> {
                        notch++;
                        opened.add(open());
                    }
                    case PAUSE -> {}
                    case COMPLETE -> over = true;
                    case ROLL_BACK -> {
                        over = true;
                        closed = true;
                    }
                }
            }
            return ok;
        }
    }

    @Property(tries = 500)
    @Tag("DEP-07")
    void the_exposure_never_passes_the_step_that_is_allowed(
            @ForAll("steps") List<Integer> steps, @ForAll("commands") List<Command> commands) {
        RolloutPlan plan = RolloutPlan.of(
                RolloutPlan.Subject.USERS, steps.stream().mapToInt(i -> i).toArray());
        Rollout process = Rollout.prepare(plan, Instant.EPOCH);
        Tap model = new Tap(steps);
        for (Command command : commands) {
            Progress<Rollout> progress = ask(process, command);

            assertThat(progress.isMoved()).as("%s", command).isEqualTo(model.takes(command));
            if (!progress.isMoved()) {
                assertThat(progress.process()).isEqualTo(process);
            }
            process = progress.process();
            assertThat(process.exposure()).isEqualTo(Share.ofPercent(model.open()));
            assertThat(process.highestExposure())
                    .isEqualTo(Share.ofPercent(model.opened.get(model.opened.size() - 1)))
                    .isGreaterThanOrEqualTo(process.exposure());
        }
        assertThat(IntStream.range(1, model.opened.size()))
                .allMatch(i -> model.opened.get(i - 1) < model.opened.get(i));
    }

    private static Progress<Rollout> ask(Rollout process, Command command) {
        Instant at = process.course().since().plusSeconds(1);
        Evidence evidence = command.hasEvidence() ? Evidence.of("seen") : Evidence.NONE;
        return switch (command.verb()) {
            case BEGIN -> process.begin(at);
            case EXPAND -> process.expand(at, evidence);
            case EXPAND_TO -> process.expandTo(Share.ofPercent(command.percent()), at, evidence);
            case PAUSE -> process.pause(at, evidence);
            case COMPLETE -> process.complete(at, evidence);
            case ROLL_BACK -> process.rollBack(at, evidence);
        };
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.of(10, 20, 30, 40, 50, 60, 70, 80, 90)
                .set()
                .ofMaxSize(4)
                .map(rest -> IntStream.concat(rest.stream().mapToInt(i -> i).sorted(), IntStream.of(100))
                        .boxed()
                        .toList());
    }

    /** The way on more often than the way back, so that long ways are walked. */
    @Provide
    Arbitrary<List<Command>> commands() {
        Arbitrary<Verb> verbs = Arbitraries.of(
                Verb.BEGIN,
                Verb.BEGIN,
                Verb.EXPAND,
                Verb.EXPAND,
                Verb.EXPAND_TO,
                Verb.EXPAND_TO,
                Verb.PAUSE,
                Verb.COMPLETE,
                Verb.ROLL_BACK);
        Arbitrary<Integer> percents = Arbitraries.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
        return Combinators.combine(verbs, percents, Arbitraries.of(true, true, true, false))
                .as(Command::new)
                .list()
                .ofMaxSize(30);
    }
}
