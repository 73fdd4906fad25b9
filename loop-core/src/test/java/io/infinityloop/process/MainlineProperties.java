package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A main line under any results of builds, in any order, against the plainest way to say what it is. */
class MainlineProperties {
    record Result(String subject, Outcome outcome, int second) {}

    @Property(tries = 300)
    void it_is_broken_while_the_last_result_of_any_subject_is_a_failure(@ForAll("results") List<Result> results) {
        Mainline line = Mainline.green(Instant.EPOCH);
        Map<String, Integer> last = new HashMap<>();
        Set<String> failed = new HashSet<>();
        int since = 0;

        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            Instant at = Instant.EPOCH.plusSeconds(result.second());
            Progress<Mainline> progress = line.built(
                    new Build(ArtifactMetadata.of("b" + i, at), result.subject(), result.outcome(), null), at);
            boolean isStale = result.second() < last.getOrDefault(result.subject(), 0);

            assertThat(progress.isMoved()).isNotEqualTo(isStale);
            if (isStale) {
                assertThat(progress.process()).isEqualTo(line);
                continue;
            }
            boolean wasBroken = !failed.isEmpty();
            if (result.outcome().isFailure()) {
                failed.add(result.subject());
                last.put(result.subject(), result.second());
            } else if (result.outcome().isSuccess()) {
                failed.remove(result.subject());
                last.put(result.subject(), result.second());
            }
            if (wasBroken == failed.isEmpty()) {
                int known = failed.isEmpty() ? Collections.max(last.values()) : result.second();
                since = Math.max(since, known);
            }
            line = progress.process();

            assertThat(line.state()).isEqualTo(failed.isEmpty() ? MainlineState.GREEN : MainlineState.BROKEN);
            assertThat(line.red().keySet()).isEqualTo(failed);
            assertThat(line.course().since()).isEqualTo(Instant.EPOCH.plusSeconds(since));
        }
    }

    @Provide
    Arbitrary<List<Result>> results() {
        return Combinators.combine(
                        Arbitraries.of("build", "nightly", "long"),
                        Arbitraries.of(Outcome.class),
                        Arbitraries.integers().between(0, 8))
                .as(Result::new)
                .list()
                .ofMaxSize(25);
    }
}
