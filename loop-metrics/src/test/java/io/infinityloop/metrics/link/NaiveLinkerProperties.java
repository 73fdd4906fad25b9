package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.link.Joined.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

/** The linker equals one that looks at everything for everything, whatever the order of arrival. */
@Domain(Events.class)
class NaiveLinkerProperties {
    @Property(tries = 500)
    void changes_find_the_same_deliveries(
            @ForAll List<LoopEvent> events, @ForAll long seed, @ForAll @IntRange(max = 60) int asOf) {
        Derived derived = Linker.derive(mixed(events, seed), Log.at(asOf));
        assertThat(derived.subjects(Change.class))
                .extracting(NaiveLinkerProperties::text)
                .containsExactlyElementsOf(new NaiveLinker(events, Log.at(asOf)).changes());
    }

    @Property(tries = 500)
    void incidents_find_the_same_deployments_by_each_strategy(
            @ForAll List<LoopEvent> events, @ForAll long seed, @ForAll @IntRange(max = 60) int asOf) {
        NaiveLinker naive = new NaiveLinker(events, Log.at(asOf));
        for (LinkStrategy strategy : LinkStrategy.STANDARD) {
            assertThat(causes(mixed(events, seed), Log.at(asOf), strategy))
                    .as(strategy.name())
                    .isEqualTo(naive.causes(strategy));
        }
    }

    /** Out of order, in two parts, a half of it twice. */
    private static Facts mixed(List<LoopEvent> events, long seed) {
        List<LoopEvent> mixed = new ArrayList<>(events);
        mixed.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(mixed, new Random(seed));
        int part = mixed.size() / 3;
        return Facts.of(mixed.subList(part, mixed.size())).union(Facts.of(mixed.subList(0, part)));
    }

    private static String text(Change change) {
        Delivery deployed = change.deployed();
        return change.commit() + " " + change.labels().get(Labels.SERVICE).orElse("") + " " + id(change.released())
                + " " + id(deployed) + (deployed != null && deployed.baseline() ? " history" : "");
    }

    private static List<String> causes(Facts facts, Instant asOf, LinkStrategy strategy) {
        List<String> causes = new ArrayList<>();
        FailureEvidence seen = (production, incidents, signs) -> {
            for (LinkedIncident linked : incidents) {
                TreeSet<String> ids = new TreeSet<>();
                for (Snapshot<Deployment> cause : linked.causes()) {
                    ids.add(cause.artifact().id() + "@" + cause.evidence());
                }
                Snapshot<Incident> incident = linked.incident();
                causes.add(incident.artifact().id() + " " + ids);
            }
        };
        Linker.builder().strategies(strategy).evidence(seen).build().link(facts, asOf);
        return causes;
    }
}
