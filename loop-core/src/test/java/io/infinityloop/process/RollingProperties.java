package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A rolling deployment against a row of boxes, under any commands in any order. */
class RollingProperties {
    private static final Deployment STARTED = new Deployment(
            ArtifactMetadata.of("d1", Instant.EPOCH),
            Environment.PRODUCTION,
            DeploymentStatus.IN_PROGRESS,
            null,
            DeploymentPlan.UNKNOWN,
            List.of());

    enum Verb {
        CHECK,
        HEALTHY,
        UNHEALTHY,
        RESUME,
        UNDO,
        UNDONE
    }

    /** Says in plain words what should happen. */
    private static final class Boxes {
        private final Rolling.Server[] boxes;
        private int current;
        private boolean checking;
        private boolean undoing;
        private boolean over;

        Boxes(int count) {
            boxes = new Rolling.Server[count];
            Arrays.fill(boxes, Rolling.Server.OLD);
            boxes[0] = Rolling.Server.UPDATING;
        }

        boolean takes(Verb verb) {
            boolean busy = !over && !undoing;
            boolean halted = busy && boxes[current] == Rolling.Server.FAILED;
            switch (verb) {
                case CHECK -> {
                    boolean ok = busy && !checking && !halted;
                    checking |= ok;
                    return ok;
                }
                case HEALTHY -> {
                    return checked(busy && checking, Rolling.Server.NEW);
                }
                case UNHEALTHY -> {
                    return checked(busy && checking, Rolling.Server.FAILED);
                }
                case RESUME -> {
                    if (halted) {
                        boxes[current] = Rolling.Server.UPDATING;
                    }
                    return halted;
                }
                case UNDO -> {
                    undoing |= busy;
                    return busy;
                }
                case UNDONE -> {
                    boolean ok = undoing && !over;
                    if (ok) {
                        Arrays.fill(boxes, Rolling.Server.OLD);
                        over = true;
                    }
                    return ok;
                }
            }
            throw new AssertionError(verb);
        }

        private boolean checked(boolean ok, Rolling.Server found) {
            if (ok) {
                checking = false;
                boxes[current] = found;
                if (found == Rolling.Server.NEW) {
                    current++;
                    over = current == boxes.length;
                    if (!over) {
                        boxes[current] = Rolling.Server.UPDATING;
                    }
                }
            }
            return ok;
        }
    }

    @Property(tries = 500)
    void one_server_after_the_other_whatever_is_commanded(
            @ForAll("verbs") List<Verb> verbs, @ForAll @IntRange(min = 1, max = 6) int servers) {
        List<String> names =
                IntStream.range(0, servers).mapToObj(i -> "server " + i).toList();
        Rolling process = Rolling.start(STARTED, names);
        Boxes model = new Boxes(servers);
        for (Verb verb : verbs) {
            Progress<Rolling> progress = ask(process, verb);

            assertThat(progress.isMoved()).as("%s", verb).isEqualTo(model.takes(verb));
            if (!progress.isMoved()) {
                assertThat(progress.process()).isEqualTo(process);
            }
            process = progress.process();
            assertThat(process.standing().values()).containsExactly(model.boxes);
            assertThat(process.standing().values())
                    .filteredOn(server -> server == Rolling.Server.UPDATING || server == Rolling.Server.FAILED)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static Progress<Rolling> ask(Rolling process, Verb verb) {
        Instant at = process.course().since().plusSeconds(1);
        return switch (verb) {
            case CHECK -> process.check(at);
            case HEALTHY -> process.healthy(at, Evidence.NONE);
            case UNHEALTHY -> process.unhealthy(at, Evidence.NONE);
            case RESUME -> process.resume(at, Evidence.NONE);
            case UNDO -> process.undo(at, Evidence.NONE);
            case UNDONE -> process.undone(at);
        };
    }

    /** The way on more often than the way back, so that long ways are walked. */
    @Provide
    Arbitrary<List<Verb>> verbs() {
        return Arbitraries.of(
                        Verb.CHECK,
                        Verb.CHECK,
                        Verb.CHECK,
                        Verb.HEALTHY,
                        Verb.HEALTHY,
                        Verb.HEALTHY,
                        Verb.UNHEALTHY,
                        Verb.RESUME,
                        Verb.UNDO,
                        Verb.UNDONE)
                .list()
                .ofMaxSize(40);
    }
}
