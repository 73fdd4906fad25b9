package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Release;
import io.infinityloop.policy.PolicyFinding;
import io.infinityloop.policy.PolicySet;
import io.infinityloop.policy.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Asks the policies of a product before a loop moves on. */
final class PolicyGate implements Gate {
    private final PolicySet policies;
    private final BiFunction<Release, Instant, Proposal> proposal;

    PolicyGate(PolicySet policies, BiFunction<Release, Instant, Proposal> proposal) {
        this.policies = requireNonNull(policies, "policies");
        this.proposal = requireNonNull(proposal, "proposal");
    }

    @Override
    public Verdict check(LoopState state, Command command) {
        List<Artifact> known = new ArrayList<>(state.artifacts());
        known.addAll(handedOver(command));
        Release release = null;
        for (Artifact artifact : known) {
            release = artifact instanceof Release later ? later : release;
        }
        if (release == null) {
            return Verdict.waiting("no release is recorded; record one");
        }
        return verdict(
                policies.judge(proposal.apply(release, command.metadata().at()).with(known)));
    }

    private static List<Artifact> handedOver(Command command) {
        if (command instanceof Command.Advance advance) {
            return advance.artifacts();
        }
        return command instanceof Command.Attach attach ? List.of(attach.artifact()) : List.of();
    }

    private static Verdict verdict(List<PolicyFinding> findings) {
        List<PolicyFinding> strict =
                findings.stream().filter(PolicyFinding::isStrict).toList();
        if (strict.isEmpty()) {
            return Verdict.pass();
        }
        String message = strict.stream().map(PolicyFinding::message).collect(Collectors.joining("; "));
        boolean waitingHelps =
                strict.stream().allMatch(finding -> finding.code().isTemporary());
        return waitingHelps ? Verdict.waiting(message) : Verdict.refuse(message);
    }
}
