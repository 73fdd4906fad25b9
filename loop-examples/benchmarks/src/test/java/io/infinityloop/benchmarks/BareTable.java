package io.infinityloop.benchmarks;

import io.infinityloop.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ring as the barest table there is: what may come next, and a ready-made text for each pair that may not. */
final class BareTable {
    private final List<List<Stage>> permitted =
            Stage.all().stream().map(stage -> List.of(stage.next())).toList();
    private final @Nullable String[][] refusals =
            new String[Stage.all().size()][Stage.all().size()];

    BareTable() {
        for (Stage from : Stage.all()) {
            for (Stage to : Stage.all()) {
                refusals[from.number() - 1][to.number() - 1] =
                        to == from.next() ? null : "cannot go from " + from + " to " + to;
            }
        }
    }

    List<Stage> permitted(Stage from) {
        return permitted.get(from.number() - 1);
    }

    /** {@return why not; null if it may} */
    @Nullable
    String refusal(Stage from, Stage to) {
        return refusals[from.number() - 1][to.number() - 1];
    }
}
