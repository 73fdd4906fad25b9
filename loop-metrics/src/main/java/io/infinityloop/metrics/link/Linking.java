package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Incident;
import io.infinityloop.event.LoopEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One derivation of a linker. Used once, by one thread. */
final class Linking {
    private final Linker.Options options;
    private final SortedMap<String, Set<String>> unjoined = new TreeMap<>();
    private final Snapshots snapshots;
    private final Scopes scopes;
    private final Contents released;
    private final Contents deployed;
    private final Derivation derivation;

    Linking(Linker.Options options, List<LoopEvent> events, Instant asOf) {
        this.options = options;
        this.snapshots = Snapshots.latest(events, options.environments(), options.scopes());
        this.scopes = new Scopes(snapshots, options.scopes());
        this.released = new Contents(snapshots, unjoined);
        this.deployed = new Contents(snapshots, unjoined);
        this.derivation = new Derivation(asOf, events, snapshots, unjoined);
    }

    Derived derive(List<SubjectProducer> plugIns) {
        Releases releases = new Releases(snapshots, scopes, released);
        releases.claim();
        releases.emit(derivation);
        Deliveries deliveries = new Deliveries(snapshots, scopes, deployed, options.historyIsBaseline());
        deliveries.claim();
        Production production = new Production(snapshots, scopes, deployed, deliveries.histories(), options.horizon());
        Incidents incidents = new Incidents(options, production, scopes, unjoined);
        List<LinkedIncident> linked = new ArrayList<>();
        snapshots.of(Incident.class).forEach(incident -> linked.add(incidents.link(incident)));
        deliveries.emit(derivation, signs(production, List.copyOf(linked)));
        new Changes(snapshots, scopes, released, deployed).emit(derivation);
        linked.forEach(incident -> derivation.emit(incidents.subject(incident)));
        Producers.BUILT_IN.forEach(producer -> producer.produce(derivation));
        plugIns.forEach(derivation::emitFrom);
        SortedMap<String, List<String>> lists = new TreeMap<>();
        unjoined.forEach((reason, references) -> lists.put(reason, List.copyOf(references)));
        return new Derived(derivation.subjects(), lists);
    }

    /** Evidence that throws gives no sign, and costs the others nothing. */
    private Signs signs(Production production, List<LinkedIncident> linked) {
        Signs all = new Signs();
        for (FailureEvidence evidence : options.evidence()) {
            Signs own = new Signs();
            try {
                evidence.find(production, linked, own);
                all.addAll(own);
                own.unjoined().forEach(missing -> derivation.unjoined(missing.reason(), missing.reference()));
            } catch (Exception | AssertionError | LinkageError | StackOverflowError failure) {
                derivation.unjoined("evidence of failures failed", Blame.of(evidence, failure));
            }
        }
        return all;
    }
}
