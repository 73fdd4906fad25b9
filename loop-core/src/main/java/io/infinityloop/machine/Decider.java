package io.infinityloop.machine;

import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Answers requests by the rules of a definition. No state, no side effect. */
final class Decider {
    private final LoopDefinition definition;

    Decider(LoopDefinition definition) {
        this.definition = definition;
    }

    Decision decide(LoopState state, Command command, Verdicts verdicts) {
        if (state.isRetired()) {
            return new Decision.Refused(state.stage(), List.of(new Reason.Retired(state.retirement())), List.of());
        }
        if (command instanceof Command.Advance advance) {
            return advance(state, advance, verdicts);
        }
        if (command instanceof Command.ReturnTo returnTo) {
            return returnTo(state, returnTo);
        }
        List<Reason> reasons = timeGoesBack(state, command.metadata().at());
        return reasons.isEmpty() ? staying(state, command, verdicts) : refused(state, reasons);
    }

    private Decision advance(LoopState state, Command.Advance advance, Verdicts verdicts) {
        Exit exit = definition.exit(state.stage());
        if (advance.artifacts().isEmpty()) {
            return advance(state, state, advance, exit, verdicts, List.of());
        }
        List<LoopEvent> events = new ArrayList<>(advance.artifacts().size() + 1);
        LoopState after = state;
        for (Artifact artifact : advance.artifacts()) {
            EventMetadata metadata =
                    advance.metadata().withId(RequestIds.part(advance.metadata().id(), events.size() + 1));
            Recorded recorded = new Recorded(metadata, state.loop(), artifact);
            events.add(recorded);
            after = after.evolve(recorded);
        }
        return advance(state, after, advance, exit, verdicts, events);
    }

    private Decision advance(
            LoopState before,
            LoopState recorded,
            Command.Advance advance,
            Exit exit,
            Verdicts verdicts,
            List<LoopEvent> events) {
        EventMetadata metadata = advance.metadata();
        boolean legal = advance.to() == exit.next();
        if (metadata.at().isBefore(before.lastAt())
                || (legal
                        ? !exit.isOpen(recorded) || !exit.isPassed(verdicts)
                        : recorded.obstacle().isPresent())) {
            return refused(before, reasons(before, recorded, advance, exit, verdicts));
        }
        if (!legal) {
            return exit.noTransition(before, advance.to());
        }
        Advanced advanced =
                new Advanced(metadata, before.loop(), exit.transition(), before.entered(), refs(advance.artifacts()));
        if (events.isEmpty() && !definition.hasAutomatic()) {
            return new Decision.Accepted(List.of(advanced));
        }
        events = new ArrayList<>(events);
        events.add(advanced);
        return onwards(recorded, events, metadata, verdicts);
    }

    /** Every reason against a move that is refused; contracts and gates are asked about the way on only. */
    private static List<Reason> reasons(
            LoopState before, LoopState recorded, Command.Advance advance, Exit exit, Verdicts verdicts) {
        List<Reason> reasons = new ArrayList<>();
        boolean legal = advance.to() == exit.next();
        if (!legal) {
            reasons.addAll(exit.noTransition(before, advance.to()).reasons());
        }
        reasons.addAll(timeGoesBack(before, advance.metadata().at()));
        recorded.obstacle().ifPresent(reasons::add);
        if (legal) {
            for (Contract contract : exit.contracts()) {
                if (!saysTheSame(contract, recorded)) {
                    contract.missing(recorded)
                            .ifPresent(missing ->
                                    reasons.add(new Reason.ContractUnmet(before.stage(), contract, missing)));
                }
            }
            for (String gate : exit.gates()) {
                Verdict verdict = verdicts.isPassed(gate)
                        ? Verdict.pass()
                        : verdicts.of(gate).orElse(Verdicts.UNASKED);
                verdict.reason(gate).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    /**
     * A failed check is one reason, not two: that it failed, and that it should have passed, or passed with a field.
     */
    private static boolean saysTheSame(Contract contract, LoopState state) {
        return (contract instanceof Contract.Passed || contract instanceof Contract.FieldPresent)
                && state.failures().stream()
                        .anyMatch(failure -> failure.stage() == state.stage()
                                && failure.kind().equals(contract.kinds().get(0).name()));
    }

    private Decision returnTo(LoopState state, Command.ReturnTo returnTo) {
        List<Reason> reasons = timeGoesBack(state, returnTo.metadata().at());
        Exit exit = definition.exit(state.stage());
        if (!exit.earlier().contains(returnTo.to())) {
            reasons.add(0, new Reason.NoReturn(state.stage(), returnTo.to(), exit.earlier()));
        }
        if (!reasons.isEmpty()) {
            return refused(state, reasons);
        }
        return new Decision.Accepted(List.of(new Returned(
                returnTo.metadata(), state.loop(), state.stage(), returnTo.to(), state.entered(), returnTo.cause())));
    }

    private Decision staying(LoopState state, Command command, Verdicts verdicts) {
        if (command instanceof Command.Retire retire) {
            return new Decision.Accepted(List.of(new Retired(retire.metadata(), state.loop(), retire.reason())));
        }
        Command.Attach attach = (Command.Attach) command;
        Recorded recorded = new Recorded(attach.metadata(), state.loop(), attach.artifact());
        if (!definition.hasAutomatic()) {
            return new Decision.Accepted(List.of(recorded));
        }
        return onwards(state, new ArrayList<>(List.of(recorded)), attach.metadata(), verdicts);
    }

    /**
     * Adds the moves that follow by themselves. They end: each automatic stage requires something, and what MONITOR
     * leaves behind does not meet the contracts of the next cycle for ever. The gates were asked about the stage where
     * the request was made; nobody asked those of a later stage, even one of the same name.
     */
    private Decision onwards(LoopState state, List<LoopEvent> events, EventMetadata metadata, Verdicts verdicts) {
        if (verdicts == Verdicts.ofHistory()) {
            return new Decision.Accepted(events);
        }
        LoopState after = state.evolve(events.get(events.size() - 1));
        int moves = 0;
        Exit exit = definition.exit(after.stage());
        while (exit.isAutomatic()
                && moves < definition.order().size()
                && exit.isOpen(after)
                && exit.isPassed(after.stage() == state.stage() ? verdicts : Verdicts.none())) {
            moves++;
            EventMetadata own =
                    metadata.withId(RequestIds.automatic(metadata.id(), moves)).with(Trigger.AUTOMATED);
            Advanced advanced = new Advanced(own, after.loop(), exit.transition(), after.entered(), List.of());
            events.add(advanced);
            after = after.evolve(advanced);
            exit = definition.exit(after.stage());
        }
        return new Decision.Accepted(events);
    }

    private Decision.Refused refused(LoopState state, List<Reason> reasons) {
        return new Decision.Refused(state.stage(), reasons, definition.permitted(state));
    }

    private static List<ArtifactRef> refs(List<Artifact> artifacts) {
        return artifacts.isEmpty()
                ? List.of()
                : artifacts.stream().map(Artifact::ref).toList();
    }

    private static List<Reason> timeGoesBack(LoopState state, Instant at) {
        List<Reason> reasons = new ArrayList<>(2);
        if (at.isBefore(state.lastAt())) {
            reasons.add(new Reason.OutOfOrder(at, state.lastAt()));
        }
        return reasons;
    }
}
