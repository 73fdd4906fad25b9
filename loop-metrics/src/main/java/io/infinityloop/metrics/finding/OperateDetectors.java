package io.infinityloop.metrics.finding;

import io.infinityloop.Labels;
import io.infinityloop.Role;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Backup;
import io.infinityloop.metrics.link.FiredAlert;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.Scaled;
import io.infinityloop.metrics.link.Silence;
import io.infinityloop.rule.Channel;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What goes wrong while software runs.
 *
 * @since 0.1
 */
public final class OperateDetectors {
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final int ENOUGH_INCIDENTS = 3;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final DetectorDefinition MANUAL_SCALING = DetectorDefinition.builder(
                    "finding.manual-scaling", "Scaled by hand")
            .antiPatterns("operate-manual-scaling")
            .stage(Stage.OPERATE)
            .needs("scaling actions")
            .remedy("Give the scaling rule a measure, two limits and a hold time, and let it act.")
            .source(Sources.lesson("ANTI-24"))
            .build();

    private static final DetectorDefinition NO_TELEMETRY = DetectorDefinition.builder(
                    "finding.no-telemetry", "Nobody watches")
            .antiPatterns("operate-no-monitoring", "monitor-no-monitoring")
            .stage(Stage.OPERATE)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("services in production")
            .remedy("Make telemetry a part of being finished: begin with rate, errors and duration, and let nothing go"
                    + " live that does not report them.")
            .option("limit", "how long a service may be silent; 24 hours unless set, as the requirement says")
            .source(Sources.lesson("ANTI-25 and ANTI-28"))
            .build();

    private static final DetectorDefinition ALERT_FATIGUE = DetectorDefinition.builder(
                    "finding.alert-fatigue", "Too many alerts")
            .antiPatterns("operate-alert-fatigue")
            .stage(Stage.OPERATE)
            .needs("alerts that fired")
            .remedy("Delete or soften every alert to which nobody did anything last month.")
            .option("limit", "which part of the alerts may lead to nothing, 0 to 1; 0.5 unless set, ours")
            .source(Sources.lesson("ANTI-26"))
            .build();

    private static final DetectorDefinition POOR_ALERT = DetectorDefinition.builder(
                    "finding.poor-alert", "Alerts that nobody should get")
            .stage(Stage.OPERATE)
            .needs("alerts that fired")
            .remedy("Let an alert ask for something that somebody can do, and wake people only for what customers feel"
                    + " now.")
            .option("qualities", "what is known of the alert rules; none unless set")
            .source(Sources.requirement("OPS-06 and OPS-07"))
            .build();

    private static final DetectorDefinition OLD_BACKUP = DetectorDefinition.builder(
                    "finding.old-backup", "Backups that are too old")
            .stage(Stage.OPERATE)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("backups")
            .remedy("Let a machine make the backups, and try to restore one from time to time.")
            .option("limit", "how old the last backup may be; a day unless set, as the source says")
            .source(Sources.requirement("OPS-21"))
            .build();

    private static final DetectorDefinition SINGLE_RESPONDER = DetectorDefinition.builder(
                    "finding.single-responder", "One person knows it all")
            .antiPatterns("operate-one-expert")
            .stage(Stage.OPERATE)
            .needs("incidents")
            .remedy("Write runbooks, take turns on call, and let the expert watch while others repair.")
            .option("incidents", "from how many incidents of a service on; 3 unless set, ours")
            .source(Sources.lesson("ANTI-27"))
            .build();

    private OperateDetectors() {}

    /**
     * Returns the detector of scaling that somebody did by hand.
     *
     * @return the detector {@code finding.manual-scaling}
     */
    public static Detector<Scaled, ?> manualScaling() {
        return Detectors.each(
                MANUAL_SCALING,
                Scaled.class,
                scaled -> new Place.At(scaled.action().at()),
                scaled -> scaled.trigger() == Trigger.MANUAL,
                scaled -> scaled.action().resource() + " was scaled from "
                        + scaled.action().from() + " to " + scaled.action().to() + " by hand");
    }

    /**
     * Returns the detector of services in production that are silent for 24 hours or longer.
     *
     * @return the detector {@code finding.no-telemetry}
     */
    public static Detector<Silence, ?> noTelemetry() {
        return noTelemetry(A_DAY);
    }

    /**
     * Returns the detector of services in production of which nothing is measured for a time, and of loops that leave
     * MONITOR though nothing was measured since they entered OPERATE. Two cards of the catalogue are about it.
     *
     * @param limit how long a service may be silent; as long as that is found
     * @return the detector {@code finding.no-telemetry}
     * @throws IllegalArgumentException if the limit is less than {@link Silence#SHORTEST}
     */
    public static Detector<Silence, ?> noTelemetry(Duration limit) {
        if (limit.compareTo(Silence.SHORTEST) < 0) {
            throw new IllegalArgumentException(NO_TELEMETRY.id() + ": the option 'limit' is " + limit
                    + ", expected an hour or more: what is shorter is no silence");
        }
        return Detectors.each(
                NO_TELEMETRY,
                Silence.class,
                (silence, asOf) -> {
                    Instant to = silence.to();
                    return to == null ? new Place.Over(silence.from(), null) : new Place.At(to);
                },
                (silence, frame) -> silent(silence, frame, limit));
    }

    private static Optional<Sighting> silent(Silence silence, Frame frame, Duration limit) {
        Duration length = silence.length(frame.observedTo());
        if (silence.isOfLoop()) {
            return Optional.of(Sighting.of(
                    silence.what() + " left MONITOR, and nothing was measured since " + silence.from(),
                    silence.evidence()));
        }
        return length.compareTo(limit) < 0
                ? Optional.empty()
                : Optional.of(Sighting.of(
                                silence.what() + " runs in production, and nothing was measured of it for "
                                        + Words.span(length) + ", found from " + Words.span(limit) + " on",
                                silence.evidence())
                        .figure("silence", Amount.of(length)));
    }

    /**
     * Returns the detector of alerts of which more than half lead to nothing. The limit is ours.
     *
     * @return the detector {@code finding.alert-fatigue}
     */
    public static Detector<FiredAlert, ?> alertFatigue() {
        return alertFatigue(HALF);
    }

    /**
     * Returns the detector of alerts of which too large a part leads to nothing: nobody took them on, and no incident,
     * scaling action or plan item names them.
     *
     * @param limit which part may lead to nothing, 0 to 1
     * @return the detector {@code finding.alert-fatigue}
     * @throws IllegalArgumentException if the limit is not 0 to 1
     */
    public static Detector<FiredAlert, ?> alertFatigue(BigDecimal limit) {
        return Detectors.share(
                ALERT_FATIGUE,
                FiredAlert.class,
                fired -> new Place.At(fired.alert().at()),
                fired -> !fired.isActedOn(),
                Comparator.ABOVE,
                limit,
                "alerts led to no action");
    }

    /**
     * Returns the detector of poor alerts, which does not run: events do not tell how good a rule is.
     *
     * @return the detector {@code finding.poor-alert}
     */
    public static Detector<FiredAlert, ?> poorAlert() {
        return new IdleDetector<>(POOR_ALERT, FiredAlert.class, "nobody said how good the alert rules are");
    }

    /**
     * Returns the detector of alerts that fired and that ask for nothing, or wake people for what is not urgent, not
     * felt by customers or only a cause. How an alert was told is its label {@link Labels#CHANNEL}; one without it woke
     * nobody. Alerts of rules of which nothing is known are left out.
     *
     * @param qualities what is known of the alert rules
     * @return the detector {@code finding.poor-alert}
     */
    public static Detector<FiredAlert, ?> poorAlert(Collection<AlertQuality> qualities) {
        SortedMap<String, AlertQuality> known = new TreeMap<>();
        qualities.forEach(quality -> known.put(quality.rule(), quality));
        return Detectors.each(
                POOR_ALERT,
                FiredAlert.class,
                (fired, asOf) -> known.containsKey(fired.alert().rule())
                        ? new Place.At(fired.alert().at())
                        : new Place.Nowhere("nobody said how good its rule is"),
                (fired, frame) ->
                        Optional.ofNullable(known.get(fired.alert().rule())).flatMap(quality -> poor(fired, quality)));
    }

    private static Optional<Sighting> poor(FiredAlert fired, AlertQuality quality) {
        Channel channel = Stream.of(Channel.values())
                .filter(one -> fired.labels().get(Labels.CHANNEL).equals(Optional.of(one.name())))
                .findFirst()
                .orElse(Channel.NOTIFY);
        List<String> problems = quality.problems(channel);
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(Sighting.of(
                        "alert " + fired.alert().id() + " of rule "
                                + fired.alert().rule() + " fired: " + String.join("; ", problems),
                        fired.evidence()));
    }

    /**
     * Returns the detector of backups after which none was made for more than a day.
     *
     * @return the detector {@code finding.old-backup}
     */
    public static Detector<Backup, ?> oldBackup() {
        return oldBackup(A_DAY);
    }

    /**
     * Returns the detector of backups that became too old before the next one was made, or have become.
     *
     * @param limit how old the last backup may be
     * @return the detector {@code finding.old-backup}
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static Detector<Backup, ?> oldBackup(Duration limit) {
        Limits.positive(OLD_BACKUP, "limit", limit);
        return Detectors.each(
                OLD_BACKUP,
                Backup.class,
                (backup, asOf) -> {
                    Instant next = backup.next();
                    return next == null ? new Place.Over(backup.at(), null) : new Place.At(next);
                },
                (backup, frame) -> old(backup, frame, limit));
    }

    private static Optional<Sighting> old(Backup backup, Frame frame, Duration limit) {
        Duration age = backup.age(frame.observedTo());
        if (age.compareTo(limit) <= 0) {
            return Optional.empty();
        }
        String of = backup.of().isEmpty() ? "" : " of " + backup.of();
        String message = backup.next() == null
                ? "the last backup" + of + " is " + Words.span(age) + " old"
                : "the backup" + of + " was " + Words.span(age) + " old when the next one was made";
        return Optional.of(Sighting.of(message + ", more than " + Words.span(limit), backup.evidence())
                .figure("age", Amount.of(age)));
    }

    /**
     * Returns the detector of services whose incidents, three or more, all need one and the same responder.
     *
     * @return the detector {@code finding.single-responder}
     */
    public static Detector<IncidentCase, ?> singleResponder() {
        return singleResponder(ENOUGH_INCIDENTS);
    }

    /**
     * Returns the detector of services whose incidents all need one and the same responder, and nobody else. Responders
     * are opaque keys, and the finding does not show them. A role that many play, one of {@link Role}, is no such key;
     * staged incidents, and those of which nobody said who came, do not count.
     *
     * @param incidents from how many incidents of a service on
     * @return the detector {@code finding.single-responder}
     * @throws IllegalArgumentException if there are less than two
     */
    public static Detector<IncidentCase, ?> singleResponder(int incidents) {
        Limits.atLeast(2, SINGLE_RESPONDER, "incidents", incidents);
        return Detectors.<IncidentCase, SortedMap<String, Responders>>fold(
                SINGLE_RESPONDER,
                IncidentCase.class,
                (one, asOf) -> one.incident().response().practice()
                        ? new Place.NotConcerned()
                        : new Place.At(one.incident().at()),
                TreeMap::new,
                (services, one, frame) -> {
                    List<String> joined = one.incident().response().joined().stream()
                            .map(IncidentResponse.Joined::role)
                            .toList();
                    if (joined.isEmpty()) {
                        return Use.excluded("nobody said who came");
                    }
                    services.computeIfAbsent(one.labels().get(Labels.SERVICE).orElse(""), name -> new Responders())
                            .add(joined, one.evidence());
                    return Use.counted();
                },
                (into, from) -> {
                    from.forEach((service, responders) -> into.computeIfAbsent(service, name -> new Responders())
                            .addAll(responders));
                    return into;
                },
                (services, frame) -> services.entrySet().stream()
                        .flatMap(entry -> entry.getValue().finding(entry.getKey(), incidents).stream())
                        .toList());
    }

    /** Who came to the incidents of a service. */
    private static final class Responders {
        private final TreeSet<String> keys = new TreeSet<>();
        private final TreeSet<EventKey> evidence = new TreeSet<>();
        private long incidents;

        void add(List<String> joined, List<EventKey> events) {
            incidents++;
            keys.addAll(joined);
            evidence.addAll(events);
        }

        void addAll(Responders other) {
            incidents += other.incidents;
            keys.addAll(other.keys);
            evidence.addAll(other.evidence);
        }

        Optional<Sighting> finding(String service, int least) {
            if (incidents < least || keys.size() != 1 || isRole(keys.first())) {
                return Optional.empty();
            }
            return Optional.of(Sighting.of(
                            incidents + " of " + incidents + " incidents"
                                    + (service.isEmpty() ? "" : " of " + service)
                                    + " needed one and the same responder, and nobody else came",
                            evidence)
                    .figure("incidents", Amount.count(incidents)));
        }

        private static boolean isRole(String key) {
            try {
                Role.parse(key);
                return true;
            } catch (IllegalArgumentException opaque) {
                return false;
            }
        }
    }
}
