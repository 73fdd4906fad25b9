package io.infinityloop.gate;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Release;
import io.infinityloop.internal.Texts;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Gate;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Verdict;
import java.util.Optional;

/** Asks for the word of a role. */
final class ApprovalGate implements Gate {
    private final String role;

    ApprovalGate(String role) {
        this.role = Texts.bounded("role", role, 100);
    }

    @Override
    public Verdict check(LoopState state, Command command) {
        Held held = Held.of(state, command);
        Optional<Release> release = held.last(Release.class, any -> true);
        Optional<Approval> approval = held.last(
                Approval.class,
                asked -> asked.role().equals(role) && release.map(asked::isFor).orElse(true));
        if (approval.isEmpty()) {
            return Verdict.awaitingApproval("no approval of the role " + role + " is recorded; ask for it");
        }
        String named = "the approval " + approval.get().id() + " of the role " + role;
        return switch (approval.get().answer()) {
            case PENDING -> Verdict.awaitingApproval(named + " is PENDING");
            case DENIED -> Verdict.refuse(named + " is DENIED; a later one that is granted would open the gate");
            case GRANTED -> Verdict.pass();
        };
    }
}
