package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Colour;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Verification;
import java.time.Duration;
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
import net.jqwik.api.constraints.IntRange;

/** A blue-green deployment against a router with two plugs, under any commands in any order. */
class BlueGreenProperties {
    private static final Deployment STARTED = new Deployment(
            ArtifactMetadata.of("d1", Instant.EPOCH),
            Environment.PRODUCTION,
            DeploymentStatus.IN_PROGRESS,
            null,
            DeploymentPlan.UNKNOWN.withVersion("2").withRecovery(Recovery.rollbackTo("1")),
            List.of());

    enum Verb {
        DEPLOY,
        BREAK,
        PASS,
        FAIL,
        SWITCH,
        SWITCH_BACK,
        DECOMMISSION
    }

    record Command(Verb verb, int hours) {}

    /** Says in plain words what should happen. */
    private static final class Router {
        private Colour live = Colour.BLUE;
        private boolean greenUp;
        private boolean tested;
        private boolean failed;
        private boolean wasSwitched;
        private boolean blueGone;
        private int switchedAt;

        boolean takes(Command command, int now, int keep) {
            boolean over = failed || blueGone || (wasSwitched && live == Colour.BLUE);
            switch (command.verb()) {
                case DEPLOY -> {
                    boolean ok = !greenUp && !failed;
                    greenUp |= ok;
                    return ok;
                }
                case BREAK -> {
                    boolean ok = !greenUp && !failed;
                    failed |= ok;
                    return ok;
                }
                case PASS, FAIL -> {
                    boolean ok = greenUp && !tested && !over;
                    tested |= ok && command.verb() == Verb.PASS;
                    failed |= ok && command.verb() == Verb.FAIL;
                    return ok;
                }
                case SWITCH -> {
                    boolean ok = tested && !wasSwitched;
                    if (ok) {
                        wasSwitched = true;
                        switchedAt = now;
                        live = Colour.GREEN;
                    }
                    return ok;
                }
                case SWITCH_BACK -> {
                    boolean ok = live == Colour.GREEN && !blueGone;
                    live = ok ? Colour.BLUE : live;
                    return ok;
                }
                case DECOMMISSION -> {
                    boolean ok = live == Colour.GREEN && !blueGone && now >= switchedAt + keep;
                    blueGone |= ok;
                    return ok;
                }
            }
            throw new AssertionError(command);
        }
    }

    @Property(tries = 500)
    @Tag("DEP-18")
    void exactly_one_side_serves_whatever_is_commanded_and_when(
            @ForAll("commands") List<Command> commands, @ForAll @IntRange(max = 30) int keep) {
        BlueGreen process = BlueGreen.start(STARTED, Duration.ofHours(keep));
        Router model = new Router();
        int now = 0;
        for (Command command : commands) {
            now += command.hours();
            Progress<BlueGreen> progress = ask(process, command.verb(), Instant.EPOCH.plus(Duration.ofHours(now)));

            assertThat(progress.isMoved()).as("%s", command).isEqualTo(model.takes(command, now, keep));
            if (!progress.isMoved()) {
                assertThat(progress.process()).isEqualTo(process);
            }
            process = progress.process();
            assertThat(process.sides().values()).containsOnlyOnce(BlueGreen.Side.LIVE);
            assertThat(process.sides()).containsEntry(model.live, BlueGreen.Side.LIVE);
            assertThat(process.sides().get(Colour.GREEN) == BlueGreen.Side.EMPTY)
                    .isEqualTo(!model.greenUp);
            assertThat(process.live()).isEqualTo(model.live);
            assertThat(process.liveVersion()).isEqualTo(model.live == Colour.GREEN ? "2" : "1");
        }
    }

    private static Progress<BlueGreen> ask(BlueGreen process, Verb verb, Instant at) {
        return switch (verb) {
            case DEPLOY -> process.deploy(at);
            case BREAK -> process.failed(at, Evidence.of("no space left"));
            case PASS -> process.test(at, Evidence.NONE, Verification.passed("smoke"));
            case FAIL -> process.test(at, Evidence.NONE, Verification.failed("smoke"));
            case SWITCH -> process.switchOver(at);
            case SWITCH_BACK -> process.switchBack(at, Evidence.NONE);
            case DECOMMISSION -> process.decommission(at);
        };
    }

    /** Mostly in the order of the happy path, so that the far states are reached too. */
    @Provide
    Arbitrary<List<Command>> commands() {
        Arbitrary<Command> any = Combinators.combine(
                        Arbitraries.of(Verb.class), Arbitraries.integers().between(0, 40))
                .as(Command::new);
        Arbitrary<List<Command>> path = Arbitraries.of(
                        List.of(Verb.DEPLOY, Verb.PASS, Verb.SWITCH), List.of(Verb.DEPLOY, Verb.PASS), List.<Verb>of())
                .map(verbs -> verbs.stream().map(verb -> new Command(verb, 1)).toList());
        return Combinators.combine(path, any.list().ofMaxSize(12)).as((first, then) -> {
            List<Command> all = new ArrayList<>(first);
            all.addAll(then);
            return all;
        });
    }
}
