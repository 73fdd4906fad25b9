package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Share;
import io.infinityloop.rule.Check;
import io.infinityloop.rule.Condition;
import io.infinityloop.rule.StepDecision;
import io.infinityloop.rule.StepVerdict;
import io.infinityloop.rule.Truth;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** A flag against a hall whose doors are opened one after the other, under any commands in any order. */
class FlagRolloutProperties {
    private static final List<String> USERS =
            IntStream.range(0, 40).mapToObj(i -> "user-" + i).toList();
    private static final Set<String> TESTERS = Set.of("user-3", "user-17");

    enum Verb {
        BEGIN,
        EXPAND,
        EXPAND_TO,
        PAUSE,
        COMPLETE,
        KILL,
        VERDICT_EXPAND,
        VERDICT_PAUSE,
        VERDICT_ROLL_BACK
    }

    record Command(Verb verb, int percent, int seconds) {}

    /** Says in plain words what should happen. */
    private static final class Hall {
        private int percent;
        private int highest;
        private int now;
        private int changed;
        private boolean isOver;
        private boolean isEmpty;
        private Set<String> inside = new TreeSet<>(TESTERS);

        boolean takes(Command command) {
            boolean ok = !isOver
                    && command.seconds() >= 0
                    && switch (command.verb()) {
                        case BEGIN -> percent == 0;
                        case EXPAND, VERDICT_EXPAND -> percent == 5 || percent == 50;
                        case EXPAND_TO ->
                            (percent == 5 && command.percent() == 50) || (percent == 50 && command.percent() == 100);
                        case PAUSE, VERDICT_PAUSE -> percent > 0;
                        case COMPLETE -> percent == 100;
                        case KILL, VERDICT_ROLL_BACK -> true;
                    };
            if (ok) {
                now += command.seconds();
                follow(command.verb());
            }
            return ok;
        }

        private void follow(Verb verb) {
            switch (verb) {
                case BEGIN -> opened(5);
                case EXPAND, EXPAND_TO, VERDICT_EXPAND -> opened(percent == 5 ? 50 : 100);
                case PAUSE, VERDICT_PAUSE -> {}
                case COMPLETE -> isOver = true;
                case KILL, VERDICT_ROLL_BACK -> {
                    isOver = true;
                    isEmpty = true;
                    percent = 0;
                    changed = now;
                }
            }
        }

        private void opened(int to) {
            percent = to;
            highest = to;
            changed = now;
        }
    }

    @Property(tries = 500)
    @Tag("REL-07")
    @Tag("REL-08")
    @Tag("REL-17")
    void a_flag_does_what_the_hall_does_and_nobody_leaves_it_but_all_at_once(
            @ForAll("commands") List<Command> commands) {
        FlagRollout process =
                FlagRollout.start("new-checkout", Instant.EPOCH).withTesters(Audience.NOBODY.withTestUsers(TESTERS));
        Hall model = new Hall();
        for (Command command : commands) {
            Progress<FlagRollout> progress =
                    ask(process, command, Instant.EPOCH.plusSeconds(model.now + command.seconds()));

            assertThat(progress.isMoved()).as("%s", command).isEqualTo(model.takes(command));
            if (!progress.isMoved()) {
                assertThat(progress.process()).isEqualTo(process);
            }
            process = progress.process();
            assertThat(process.exposure()).isEqualTo(Share.ofPercent(model.percent));
            assertThat(process.highestExposure()).isEqualTo(Share.ofPercent(model.highest));
            assertThat(process.exposure("e", List.of()).share()).isEqualTo(Share.ofPercent(model.percent));
            assertThat(process.exposure("e", List.of()).at()).isEqualTo(Instant.EPOCH.plusSeconds(model.changed));
            seenBy(process, model);
        }
    }

    /** Who was in stays in, until the hall is emptied; at 100 % all are in, test users always are. */
    private static void seenBy(FlagRollout process, Hall model) {
        Set<String> inside = USERS.stream().filter(process::isOn).collect(Collectors.toCollection(HashSet::new));
        if (model.isEmpty) {
            assertThat(inside).isEmpty();
        } else if (model.percent == 100) {
            assertThat(inside).hasSize(USERS.size());
        } else if (model.percent == 0) {
            assertThat(inside).isEqualTo(TESTERS);
        } else {
            assertThat(inside).containsAll(model.inside);
        }
        model.inside = inside;
    }

    private static Progress<FlagRollout> ask(FlagRollout process, Command command, Instant at) {
        Evidence seen = Evidence.of("seen");
        return switch (command.verb()) {
            case BEGIN -> process.begin(at);
            case EXPAND -> process.expand(at, seen);
            case EXPAND_TO -> process.expandTo(Share.ofPercent(command.percent()), at, seen);
            case PAUSE -> process.pause(at, seen);
            case COMPLETE -> process.complete(at, seen);
            case KILL -> process.kill(at, "complaints");
            case VERDICT_EXPAND -> process.decide(verdict(StepDecision.EXPAND), at);
            case VERDICT_PAUSE -> process.decide(verdict(StepDecision.PAUSE), at);
            case VERDICT_ROLL_BACK -> process.decide(verdict(StepDecision.ROLL_BACK), at);
        };
    }

    private static StepVerdict verdict(StepDecision decision) {
        return new StepVerdict(decision, List.of(new Check(Condition.parse("errors <= 1"), null, Truth.UNKNOWN)));
    }

    /** The way on more often than the way back, so that long ways are walked. */
    @Provide
    Arbitrary<List<Command>> commands() {
        Arbitrary<Verb> verbs = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Verb.BEGIN, Verb.EXPAND, Verb.EXPAND_TO, Verb.VERDICT_EXPAND)),
                Tuple.of(2, Arbitraries.of(Verb.PAUSE, Verb.VERDICT_PAUSE, Verb.COMPLETE)),
                Tuple.of(1, Arbitraries.of(Verb.KILL, Verb.VERDICT_ROLL_BACK)));
        return Combinators.combine(verbs, Arbitraries.of(5, 25, 50, 100), Arbitraries.of(0, 1, 60, 600, -1))
                .as(Command::new)
                .list()
                .ofMaxSize(20);
    }
}
