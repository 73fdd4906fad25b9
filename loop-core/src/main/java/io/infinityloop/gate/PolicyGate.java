package io.infinityloop.gate;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Release;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Gate;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Verdict;
import io.infinityloop.policy.PolicyFinding;
import io.infinityloop.policy.PolicySet;
import io.infinityloop.policy.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        Held held = Held.of(state, command);
        Optional<Release> release = held.last(Release.class, any -> true);
        if (release.isEmpty()) {
            return Verdict.waiting("no release is recorded; record one");
        }
        Instant now = command.metadata().at();
        return verdict(policies.judge(proposal.apply(release.get(), now).with(held.all(Artifact.class, any -> true))));
    }

    private static Verdict verdict(List<PolicyFinding> findings) {
        List<PolicyFinding> strict =
                findings.stream().filter(PolicyFinding::isStrict).toList();
        if (strict.isEmpty()) {
            return Verdict.pass();
        }
        String message = strict.stream().map(PolicyFinding::message).collect(Collectors.joining("; "));
        if (!strict.stream().allMatch(finding -> finding.code().isTemporary())) {
            return Verdict.refuse(message);
        }
        return strict.stream().anyMatch(finding -> finding.code() == PolicyFinding.Code.APPROVAL_MISSING)
                ? Verdict.awaitingApproval(message)
                : Verdict.waiting(message);
    }
}
