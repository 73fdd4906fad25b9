package io.infinityloop.cli.sample;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the worked quarter: April to June 2026 of a team that looks after one service, {@code till}. It is small enough
 * for every number to be followed with a pencil, and has something for every metric. Four pieces of work:
 *
 * <ul>
 *   <li>TILL-1, in April, goes round without trouble.
 *   <li>TILL-2, in May, is sent back from Test once, and its deployment causes the incident INC-1.
 *   <li>TILL-3, the next day, is the hotfix.
 *   <li>TILL-4, in June, is still being coded when the quarter ends.
 * </ul>
 */
final class WorkedQuarter {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Labels TILL = Labels.of(Labels.SERVICE, "till");

    private final List<LoopEvent> events = new ArrayList<>();
    private @Nullable LoopId loop;
    private Instant now = Instant.EPOCH;
    private Instant entered = Instant.EPOCH;
    private Trigger trigger = Trigger.AUTOMATED;

    private WorkedQuarter() {}

    /** The whole log, in the order of time. */
    static List<LoopEvent> events() {
        WorkedQuarter quarter = new WorkedQuarter();
        quarter.april();
        quarter.may();
        quarter.hotfix();
        quarter.june();
        WorkedFacts.all().forEach(quarter::add);
        return quarter.events.stream()
                .sorted(Comparator.comparing(LoopEvent::at).thenComparing(LoopEvent::key))
                .toList();
    }

    /** 24 + 48 + 1 + 4 + 24 + 1 + 48 + 24 = 174 hours. */
    private void april() {
        start("TILL-1", "04-01 08:00");
        advance(24)
                .advance(48)
                .advance(1)
                .advance(4)
                .advance(24)
                .advance(1)
                .advance(48)
                .advance(24);
        retire(1);
    }

    /** 48 + 24 + 1 + 3, back, 20 + 1 + 5 + 48 + 2 + 48 + 24 = 224 hours. */
    private void may() {
        start("TILL-2", "05-04 08:00");
        advance(48).advance(24).advance(1);
        sendBack(3, Stage.TEST, Stage.CODE, "two tests fail");
        advance(Stage.CODE, 20);
        advance(1).advance(5).advance(48).advance(2).advance(48).advance(24);
        retire(1);
    }

    /** 1 + 2 + 1 + 2 + 1 + 1 + 24 + 24 = 56 hours. */
    private void hotfix() {
        start("TILL-3", "05-11 08:00");
        advance(1)
                .advance(2)
                .advance(1)
                .advance(2)
                .advance(1)
                .advance(1)
                .advance(24)
                .advance(24);
        retire(1);
    }

    /** 24 hours, and then CODE until the end: from 23 June 08:00 to 1 July 00:00 are 184 hours. */
    private void june() {
        start("TILL-4", "06-22 08:00");
        advance(24);
    }

    private Stage stage = Stage.PLAN;

    private void start(String name, String at) {
        loop = LoopId.of(name);
        stage = Stage.PLAN;
        now = at(at);
        entered = now;
        trigger = Trigger.MANUAL;
        events.add(new Started(move("start"), requireNonNull(loop), Stage.PLAN));
    }

    private WorkedQuarter advance(long hours) {
        return advance(stage, hours);
    }

    /** Leaves a stage so many hours after it was entered; plans, code, releases and insights are left by hand. */
    private WorkedQuarter advance(Stage from, long hours) {
        stage = from;
        now = entered.plus(Duration.ofHours(hours));
        boolean byHand = from == Stage.PLAN || from == Stage.CODE || from == Stage.RELEASE || from == Stage.MONITOR;
        trigger = byHand ? Trigger.MANUAL : Trigger.AUTOMATED;
        events.add(
                new Advanced(move("leaves " + from), requireNonNull(loop), Transition.from(from), entered, List.of()));
        entered = now;
        stage = from.next();
        return this;
    }

    private void sendBack(long hours, Stage from, Stage to, String cause) {
        now = entered.plus(Duration.ofHours(hours));
        trigger = Trigger.AUTOMATED;
        events.add(new Returned(move("back to " + to), requireNonNull(loop), from, to, entered, cause));
        entered = now;
        stage = to;
    }

    private void retire(long hours) {
        now = entered.plus(Duration.ofHours(hours));
        trigger = Trigger.MANUAL;
        events.add(new Retired(move("ends"), requireNonNull(loop), "done"));
    }

    private EventMetadata move(String what) {
        return metadata(loop + " " + what + " " + MINUTE.format(now.atZone(ZoneOffset.UTC)), now, trigger);
    }

    private void add(WorkedFacts.Fact fact) {
        Artifact artifact = fact.artifact();
        String id = artifact.ref() + (fact.version() == 1 ? "" : " " + fact.version());
        EventMetadata metadata = metadata(id, fact.told(), fact.trigger()).with(TILL.with(fact.labels()));
        events.add(new Recorded(metadata, fact.loop(), artifact));
    }

    private static EventMetadata metadata(String id, Instant at, Trigger trigger) {
        return EventMetadata.of(id, "till-tracker", at).with(TILL).with(trigger);
    }

    /** An instant of the year, in UTC: {@code 05-11 07:05}. */
    static Instant at(String monthDayTime) {
        return LocalDateTime.parse("2026-" + monthDayTime, MINUTE).toInstant(ZoneOffset.UTC);
    }

    static ArtifactMetadata named(String id, String at, String... lineage) {
        return ArtifactMetadata.of(id, at(at))
                .derivedFrom(Stream.of(lineage).map(ArtifactRef::parse).toList());
    }

    static Outcome passed(boolean passed) {
        return passed ? Outcome.PASSED : Outcome.FAILED;
    }
}
