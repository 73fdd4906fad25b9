package io.infinityloop.journey;

import static io.infinityloop.journey.Change.built;
import static io.infinityloop.journey.Change.released;
import static io.infinityloop.journey.Change.tested;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Stay;
import io.infinityloop.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the package page, which is cut from here. */
class JourneyExampleTest {
    // EXAMPLE
    static AtPlan deliver(LoopEngine engine, Instant at) {
        AtTest atTest = Journey.start(engine, LoopId.of("pay-by-card"))
                .plan(PlanItem.of("SHOP-1", at, "Pay by card"))
                .code(Commit.of("4f2a91c", at, "Pay by card"))
                .build(built("sha256:9f86d081", at));
        AtCode again = atTest.returnToCode("the card number is logged");
        return again.code(Commit.of("77aa01b", at, "Do not log the card number"))
                .build(built("sha256:60303ae2", at))
                .test(tested("sha256:60303ae2", at))
                .release(released("sha256:60303ae2", at))
                .deploy(Deployment.toProduction("d1", at, List.of()))
                .operate(OperationRecord.of("o1", at, "a quiet day"))
                .monitor(Insight.of("i1", at, "one in three pays by card"));
    }
    // EXAMPLE

    @Test
    void it_goes_round_once_with_a_return() {
        AtPlan next = deliver(LoopEngine.inMemory(SettableClock.start()), Change.AT);
        assertThat(next.stay()).isEqualTo(new Stay(Stage.PLAN, 2, 1));
        assertThat(next.loop().history()).hasSize(8 + 3);
    }

    @Test
    void the_package_page_shows_it() throws IOException {
        Path source = Path.of("src", "test", "java", "io", "infinityloop", "journey", "JourneyExampleTest.java");
        String example = Files.readString(source).split("// EXAMPLE\n", -1)[1];
        assertThat(code(onThePage())).isEqualTo(code(example));
    }

    /** {@return the example as the package page shows it} */
    static String onThePage() throws IOException {
        Path page = Path.of("src", "main", "java", "io", "infinityloop", "journey", "package-info.java");
        String text = Files.readString(page).split("<pre>\\{@code\n", 2)[1];
        return text.substring(0, text.indexOf("}</pre>")).replaceAll("(?m)^ \\* ?", "");
    }

    /** A formatter may break lines as it likes. */
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
