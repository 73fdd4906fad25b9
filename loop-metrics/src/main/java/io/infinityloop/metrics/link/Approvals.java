package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long approvals took, beside the lead time of what waited for them. It reads the changes that were linked before.
 */
final class Approvals implements SubjectProducer {
    /** Lead times that are added up. */
    private static final class Leads {
        private Duration sum = Duration.ZERO;
        private long count;

        void add(Duration lead) {
            sum = sum.plus(lead);
            count++;
        }
    }

    @Override
    public void produce(Derivation derivation) {
        List<Snapshot<Approval>> approvals = derivation.latest(Approval.class);
        if (approvals.isEmpty()) {
            return;
        }
        Map<ArtifactRef, Leads> leads = leads(derivation);
        Map<ArtifactRef, List<ArtifactRef>> releases = new HashMap<>();
        for (Snapshot<Release> release : derivation.latest(Release.class)) {
            release.artifact()
                    .approvals()
                    .forEach(approval -> releases.merge(
                            approval,
                            List.of(release.artifact().ref()),
                            (one, other) ->
                                    Stream.concat(one.stream(), other.stream()).toList()));
        }
        for (Snapshot<Approval> snapshot : approvals) {
            Approval approval = snapshot.artifact();
            Stream<ArtifactRef> held = Stream.concat(
                            approval.derivedFrom().stream(), releases.getOrDefault(approval.ref(), List.of()).stream())
                    .distinct();
            derivation.emit(wait(snapshot, mean(held, leads)));
        }
    }

    private static ApprovalWait wait(Snapshot<Approval> snapshot, @Nullable Duration leadTime) {
        Approval approval = snapshot.artifact();
        return new ApprovalWait(
                approval.id(),
                approval.role(),
                approval.at(),
                approval.answer(),
                approval.answeredAt(),
                leadTime,
                snapshot.labels(),
                List.of(snapshot.evidence()));
    }

    /** The lead times of changes in production, by commit and by release. */
    private static Map<ArtifactRef, Leads> leads(Derivation derivation) {
        Map<ArtifactRef, Leads> leads = new HashMap<>();
        for (Subject subject : derivation.subjects()) {
            if (!(subject instanceof Change change) || change.merge()) {
                continue;
            }
            Delivery deployed = change.deployed();
            if (deployed == null || deployed.baseline()) {
                continue;
            }
            Duration lead = Duration.between(change.authoredAt(), deployed.at());
            add(leads, ArtifactRef.of(Commit.KIND, change.commit()), lead);
            Delivery released = change.released();
            if (released != null) {
                add(leads, ArtifactRef.of(Release.KIND, released.id()), lead);
            }
        }
        return leads;
    }

    private static void add(Map<ArtifactRef, Leads> leads, ArtifactRef of, Duration lead) {
        leads.computeIfAbsent(of, ref -> new Leads()).add(lead);
    }

    private static @Nullable Duration mean(Stream<ArtifactRef> held, Map<ArtifactRef, Leads> leads) {
        Leads all = new Leads();
        held.forEach(ref -> {
            Leads of = leads.get(ref);
            if (of != null) {
                all.sum = all.sum.plus(of.sum);
                all.count += of.count;
            }
        });
        return all.count == 0 ? null : all.sum.dividedBy(all.count);
    }
}
