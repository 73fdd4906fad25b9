package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Approval;
import io.infinityloop.internal.Texts;
import io.infinityloop.policy.PolicyFinding.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Somebody says yes before a release is deployed. Where no such policy is, nobody is asked.
 *
 * <p>Source: requirements REL-11 and REL-12.
 *
 * @param enforcement what follows if somebody has not
 * @param roles who is asked: roles such as {@code release-manager}, never persons; if there are none, one yes of any
 *     role is enough
 * @since 0.1
 */
public record ApprovalRequired(Enforcement enforcement, List<String> roles) implements Policy {
    /**
     * Creates the policy.
     *
     * @throws IllegalArgumentException if a role is blank or has more than 500 characters
     */
    public ApprovalRequired {
        requireNonNull(enforcement, "enforcement");
        roles = Texts.ids("role", roles);
    }

    /**
     * Returns a strict policy.
     *
     * @param roles who is asked; none if any role will do
     * @return the policy
     * @throws IllegalArgumentException if a role is blank or has more than 500 characters
     */
    public static ApprovalRequired by(String... roles) {
        return new ApprovalRequired(Enforcement.STRICT, List.of(roles));
    }

    @Override
    public List<PolicyFinding> judge(Proposal proposal) {
        Collection<Approval> approvals = asked(proposal.approvals());
        List<PolicyFinding> findings = new ArrayList<>();
        for (Approval approval : approvals) {
            if (approval.answer() == Approval.Answer.DENIED) {
                findings.add(new PolicyFinding(
                        Code.APPROVAL_DENIED,
                        enforcement,
                        approval.role(),
                        approval.role() + " denied the approval of " + proposal.version()
                                + ": expected another release, or another answer"));
            }
        }
        List<String> granted = approvals.stream()
                .filter(approval -> approval.answer() == Approval.Answer.GRANTED)
                .map(Approval::role)
                .toList();
        missing(granted)
                .map(role -> new PolicyFinding(
                        Code.APPROVAL_MISSING,
                        enforcement,
                        role,
                        proposal.version() + " waits for the approval of " + role))
                .forEach(findings::add);
        return List.copyOf(findings);
    }

    /** {@return the last answer of each role that is asked; any role is, where none is named} */
    private Collection<Approval> asked(List<Approval> given) {
        Map<String, Approval> last = new TreeMap<>();
        for (Approval approval : given) {
            if (roles.isEmpty() || roles.contains(approval.role())) {
                last.put(approval.role(), approval);
            }
        }
        return last.values();
    }

    private Stream<String> missing(List<String> granted) {
        return roles.isEmpty()
                ? Stream.of("any role").filter(any -> granted.isEmpty())
                : roles.stream().filter(role -> !granted.contains(role));
    }
}
