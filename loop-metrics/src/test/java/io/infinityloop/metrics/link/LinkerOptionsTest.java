package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.incident;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.ofService;
import static io.infinityloop.metrics.Log.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What may be chosen about a linker. */
class LinkerOptionsTest {
    private static Derived link(Linker.Builder linker, LoopEvent... events) {
        return linker.build().link(Facts.of(List.of(events)), Instant.MAX);
    }

    private static List<String> causes(Derived derived) {
        return derived.subjects(IncidentCase.class).stream()
                .flatMap(incident -> incident.causes().stream())
                .map(cause -> cause.deployment() + " " + cause.linkedBy())
                .toList();
    }

    private static Link failing(Snapshot<Incident> incident, Production production) {
        throw new IllegalStateException("no answer about " + incident.artifact().id() + production.horizon());
    }

    /** A strategy of one's own. */
    private record Own(String name, LinkFunction function) implements LinkStrategy {
        @Override
        public Link link(Snapshot<Incident> incident, Production production) {
            return function.link(incident, production);
        }
    }

    @FunctionalInterface
    private interface LinkFunction {
        Link link(Snapshot<Incident> incident, Production production);
    }

    @Nested
    class Strategies {
        private final LoopEvent[] events = {deployed("d1", 1), deployed("d2", 2), incident("i", 3, "deployment:d1")};

        @Test
        void are_asked_in_the_order_given() {
            assertThat(causes(link(Linker.builder(), events))).containsExactly("d1 id");
            assertThat(causes(link(Linker.builder().strategies(LinkStrategy.byTime(), LinkStrategy.byId()), events)))
                    .containsExactly("d2 time");
            assertThat(causes(link(Linker.builder().strategies(), events))).isEmpty();
        }

        @Test
        void may_be_your_own() {
            LinkStrategy first = new Own(
                    "first-of-all",
                    (incident, production) ->
                            Link.to(List.of(production.histories().get(0).get(0))));
            assertThat(causes(link(Linker.builder().strategies(first), events))).containsExactly("d1 first-of-all");
        }

        @Test
        void that_throw_know_nothing_and_are_listed() {
            Derived derived = link(
                    Linker.builder().strategies(new Own("broken", LinkerOptionsTest::failing), LinkStrategy.byId()),
                    events);
            assertThat(causes(derived)).containsExactly("d1 id");
            assertThat(derived.unjoined())
                    .containsExactly(entry(
                            "a link strategy failed",
                            List.of(Own.class.getName()
                                    + ": java.lang.IllegalStateException: no answer about iPT24H")));
        }

        @Test
        @SuppressWarnings("NullAway")
        void that_give_null_know_nothing_and_are_listed() {
            Derived derived = link(
                    Linker.builder().strategies(new Own("null", (incident, production) -> null), LinkStrategy.byId()),
                    events);
            assertThat(causes(derived)).containsExactly("d1 id");
            assertThat(derived.unjoined())
                    .containsExactly(entry(
                            "a link strategy failed",
                            List.of(Own.class.getName() + ": java.lang.NullPointerException: link() gave null")));
        }

        @Test
        void may_look_at_no_service() {
            LoopEvent shop = ofService("shop", deployed("d1", 1));
            LoopEvent mail = ofService("mail", deployed("d2", 2));
            assertThat(causes(link(
                            Linker.builder().strategies(LinkStrategy.byTimeOfAnyService()),
                            shop,
                            mail,
                            ofService("shop", incident("i", 3)))))
                    .containsExactly("d2 time-of-any-service");
        }

        @Test
        void need_different_names() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Linker.builder().strategies(LinkStrategy.byTime(), LinkStrategy.byTime()))
                    .withMessage("two link strategies have the name time, expected a name of its own for each");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Linker.builder().strategies(new Own(" ", LinkerOptionsTest::failing)))
                    .withMessageEndingWith("has a blank name, expected one that stands with its links");
        }
    }

    @Nested
    class A_horizon {
        @Test
        void bounds_what_is_guessed() {
            assertThat(causes(link(Linker.builder().horizon(Duration.ofHours(1)), deployed("d1", 1), incident("i", 2))))
                    .containsExactly("d1 time");
            assertThat(causes(link(
                            Linker.builder().horizon(Duration.ofMinutes(59)), deployed("d1", 1), incident("i", 2))))
                    .isEmpty();
        }

        @Test
        void is_more_than_zero() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Linker.builder().horizon(Duration.ZERO))
                    .withMessage("horizon is PT0S, expected more than zero such as PT24H");
        }
    }

    @Nested
    class Evidence {
        private final LoopEvent[] events = {
            deployed("d1", 1), incident("i", 2), deployed("r", 3, DeploymentPurpose.ROLLBACK)
        };

        private static List<String> signs(Derived derived) {
            return derived.subjects(Deployed.class).stream()
                    .flatMap(deployed -> deployed.failures().stream())
                    .map(failure -> failure.sign() + " " + failure.linkedBy())
                    .toList();
        }

        @Test
        void is_chosen() {
            assertThat(signs(link(Linker.builder(), events))).containsExactly("ROLLBACK time", "INCIDENT time");
            assertThat(signs(link(Linker.builder().evidence(FailureEvidence.incidents()), events)))
                    .containsExactly("INCIDENT time");
            assertThat(signs(link(Linker.builder().evidence(), events))).isEmpty();
        }

        @Test
        void may_be_your_own() {
            FailureEvidence own = (production, incidents, signs) -> production
                    .histories()
                    .forEach(history -> signs.failed(
                            history.get(0),
                            new Failure(
                                    Failure.Sign.FLAGGED,
                                    "ticket:7",
                                    at(2),
                                    null,
                                    false,
                                    "tickets",
                                    history.get(0).evidence())));
            assertThat(signs(link(Linker.builder().evidence(own), events))).containsExactly("FLAGGED tickets");
        }

        @Test
        void that_throws_gives_no_sign_and_is_listed() {
            FailureEvidence broken = (production, incidents, signs) -> {
                signs.remedy(production.histories().get(0).get(0), "half of it");
                throw new IllegalStateException("no more");
            };
            Derived derived = link(Linker.builder().evidence(broken, FailureEvidence.incidents()), events);
            assertThat(signs(derived)).containsExactly("INCIDENT time");
            assertThat(derived.subjects(Deployed.class))
                    .allMatch(deployed -> deployed.remedies().isEmpty());
            assertThat(derived.unjoined()).containsOnlyKeys("evidence of failures failed");
        }
    }

    @Nested
    class Environments {
        @Test
        void may_be_told_by_a_label() {
            EnvironmentRule rule = EnvironmentRule.byLabel(Labels.ENVIRONMENT, Pattern.compile("prod-.*"));
            Recorded eu = labelled(
                    deployment("eu", 1, Environment.UNKNOWN, DeploymentStatus.SUCCEEDED),
                    Labels.ENVIRONMENT,
                    "prod-eu");
            Recorded copy = labelled(deployed("copy", 2), Labels.ENVIRONMENT, "copy of production");
            Recorded plain = deployed("plain", 0);
            Derived derived = link(Linker.builder().environments(rule), eu, copy, plain, incident("i", 3));
            assertThat(derived.subjects(Deployed.class))
                    .extracting(deployed -> deployed.id() + " " + deployed.environment())
                    .containsExactly("plain PRODUCTION", "eu PRODUCTION", "copy UNKNOWN");
            assertThat(causes(derived)).containsExactly("eu time");
        }

        @Test
        void of_incidents_count_where_nobody_links_them() {
            Recorded elsewhere = labelled(incident("i", 2), Labels.ENVIRONMENT, "Staging");
            Recorded named = labelled(incident("j", 2, "deployment:d1"), Labels.ENVIRONMENT, "staging");
            Derived derived = link(Linker.builder(), deployed("d1", 1), elsewhere, named);
            assertThat(causes(derived)).containsExactly("d1 id");
            assertThat(derived.unjoined()).containsExactly(entry("incident outside production", List.of("incident:i")));
        }
    }

    @Nested
    class A_scope_map {
        private final ScopeMap map = ScopeMap.none().with("mono", "shop", "mail");

        private static Recorded of(String repository, Recorded event) {
            return labelled(event, Labels.REPOSITORY, repository);
        }

        @Test
        void counts_a_fact_of_a_repository_for_each_of_its_services() {
            Derived derived = link(
                    Linker.builder().scopes(map),
                    of("mono", commit("a", 1)),
                    of("mono", release("v1", 2, "commit:a")),
                    of("mono", deployed("d1", 3, "release:v1")),
                    of("other", deployed("d2", 3)));
            assertThat(derived.subjects(Deployed.class))
                    .extracting(
                            deployed -> deployed.labels().get(Labels.SERVICE).orElse("-") + " " + deployed.id() + " "
                                    + deployed.changes())
                    .containsExactlyInAnyOrder("mail d1 1", "shop d1 1", "- d2 0");
            assertThat(derived.subjects(Change.class))
                    .extracting(change -> change.labels().get(Labels.SERVICE).orElse("-"))
                    .containsExactly("mail", "shop");
            assertThat(derived.subjects(Released.class)).hasSize(2);
        }

        @Test
        void gives_what_is_of_a_service_its_team() {
            Derived derived = link(
                    Linker.builder().scopes(map.withTeam("shop", "checkout").withTeam("till", "stores")),
                    of("mono", commit("a", 1)),
                    of("mono", release("v1", 2, "commit:a")),
                    of("mono", deployed("d1", 3, "release:v1")),
                    ofService("till", deployed("d2", 3)),
                    labelled(ofService("till", deployed("d3", 4)), Labels.TEAM, "guests"));
            assertThat(derived.subjects(Deployed.class))
                    .extracting(deployed -> deployed.id() + " "
                            + deployed.labels().get(Labels.SERVICE).orElse("-") + " "
                            + deployed.labels().get(Labels.TEAM).orElse("-"))
                    .containsExactlyInAnyOrder("d1 mail -", "d1 shop checkout", "d2 till stores", "d3 till guests");
            assertThat(derived.subjects(Change.class))
                    .extracting(change -> change.labels().get(Labels.TEAM).orElse("-"))
                    .containsExactly("-", "checkout");
        }

        @Test
        void leaves_a_fact_that_names_its_service() {
            Derived derived = link(Linker.builder().scopes(map), of("mono", ofService("shop", deployed("d1", 3))));
            assertThat(derived.subjects(Deployed.class)).hasSize(1);
        }

        @Test
        void lets_only_the_service_of_the_incident_fail() {
            Derived derived = link(
                    Linker.builder().scopes(map), of("mono", deployed("d1", 1)), ofService("shop", incident("i", 2)));
            assertThat(derived.subjects(Deployed.class))
                    .filteredOn(deployed -> !deployed.failures().isEmpty())
                    .extracting(
                            deployed -> deployed.labels().get(Labels.SERVICE).orElse("-"))
                    .containsExactly("shop");
        }

        @Test
        void needs_services() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> map.with("empty"))
                    .withMessage("repository empty has no service, expected at least one");
        }
    }

    @Nested
    class Producers_of_subjects {
        private record Seen(String id, Labels labels, List<EventKey> evidence) implements Subject {}

        private final SubjectProducer own = derivation -> derivation
                .latest(Incident.class)
                .forEach(incident -> derivation.emit(
                        new Seen(incident.artifact().id(), incident.labels(), List.of(incident.evidence()))));

        @Test
        void may_be_your_own() {
            assertThat(link(Linker.builder().producer(own), incident("i", 2)).subjects(Seen.class))
                    .extracting(Seen::id)
                    .containsExactly("i");
            assertThat(Linker.derive(Facts.of(List.of(incident("i", 2))), Instant.MAX, List.of(own))
                            .subjects(Seen.class))
                    .hasSize(1);
        }

        @Test
        void that_throw_give_nothing_and_are_listed() {
            SubjectProducer broken = derivation -> {
                own.produce(derivation);
                throw new IllegalStateException("no more");
            };
            Derived derived = link(Linker.builder().producer(broken), incident("i", 2));
            assertThat(derived.subjects(Seen.class)).isEmpty();
            assertThat(derived.subjects(IncidentCase.class)).hasSize(1);
            assertThat(derived.unjoined())
                    .containsEntry(
                            "a producer of subjects failed",
                            List.of(LinkerOptionsTest.class.getName()
                                    + "$Producers_of_subjects: java.lang.IllegalStateException: no more"));
        }

        @Test
        void that_cannot_even_say_what_went_wrong_are_listed() {
            SubjectProducer speechless = derivation -> {
                throw new IllegalStateException() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() {
                        throw new IllegalArgumentException();
                    }
                };
            };
            assertThat(link(Linker.builder().producer(speechless), incident("i", 2))
                            .unjoined())
                    .containsKey("a producer of subjects failed");
        }
    }

    @Test
    void without_choices_it_is_the_standard() {
        Facts facts = Facts.of(List.of(commit("a", 1), deployed("d1", 2, "commit:a"), incident("i", 3)));
        assertThat(Linker.builder().build().link(facts, at(5)))
                .isEqualTo(Linker.standard().link(facts, at(5)))
                .isEqualTo(Linker.derive(facts, at(5)));
    }
}
