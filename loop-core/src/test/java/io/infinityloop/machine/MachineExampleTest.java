package io.infinityloop.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The example of the package page, which is cut from here. */
class MachineExampleTest {
    // EXAMPLE
    static final LoopDefinition RULES = LoopDefinition.builder("portal")
            .require(Stage.TEST, new Contract.Passed(TestRun.KIND))
            .require(Stage.RELEASE, new Contract.Granted())
            .gate(Stage.RELEASE, "change-freeze")
            .build();

    static LoopEngine engine(Clock clock, Journal journal, BooleanSupplier frozen) {
        return LoopEngine.builder(clock)
                .definition(RULES)
                .journal(journal)
                .gate(
                        "change-freeze",
                        (state, command) ->
                                frozen.getAsBoolean() ? Verdict.refuse("no change before Monday") : Verdict.pass())
                .build();
    }

    static String ship(Loop loop, Approval approval) {
        return loop.advance(Stage.DEPLOY, approval) instanceof Decision.Refused refused
                ? refused.message()
                : "now in " + loop.stage();
    }
    // EXAMPLE

    @Test
    void it_says_everything_that_holds_a_change_and_lets_it_go_then() {
        SettableClock clock = SettableClock.start();
        AtomicBoolean frozen = new AtomicBoolean(true);
        Loop loop = engine(clock, InMemoryJournal.empty(), frozen::get).importAt(LoopId.of("checkout"), Stage.RELEASE);
        Approval asked = Approval.asked(ArtifactMetadata.of("go", clock.instant()), "release-manager");
        assertThat(ship(loop, asked))
                .isEqualTo("cannot leave RELEASE: the approval go of the role release-manager is PENDING; record it"
                        + " when it is granted; gate 'change-freeze' refuses: no change before Monday");
        frozen.set(false);
        assertThat(ship(loop, asked.granted(clock.instant()))).isEqualTo("now in DEPLOY");
    }

    @Test
    void the_package_page_shows_it() throws IOException {
        Path page = Path.of("src", "main", "java", "io", "infinityloop", "machine", "package-info.java");
        Path source = Path.of("src", "test", "java", "io", "infinityloop", "machine", "MachineExampleTest.java");
        String shown = Files.readString(page).split("<pre>\\{@code\n", 2)[1].split("}</pre>", 2)[0];
        String example = Files.readString(source).split("// EXAMPLE\n", -1)[1];
        assertThat(code(shown.replaceAll("(?m)^ \\* ?", ""))).isEqualTo(code(example));
    }

    /** A formatter may break lines as it likes. */
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
