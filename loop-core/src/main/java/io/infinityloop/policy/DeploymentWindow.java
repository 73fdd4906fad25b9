package io.infinityloop.policy;

import static java.util.Objects.requireNonNull;

import io.infinityloop.policy.PolicyFinding.Code;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When deployments may begin: at times at which somebody is there if it goes wrong.
 *
 * <p>Source: requirement DEP-13.
 *
 * @param enforcement what follows outside of these times
 * @param zone where the times are meant, by its wall clocks
 * @param openings the times, in the order given, at least one
 * @since 0.1
 */
public record DeploymentWindow(Enforcement enforcement, ZoneId zone, List<Opening> openings) implements Policy {
    private static final LocalTime NINE = LocalTime.of(9, 0);

    /**
     * Creates the policy.
     *
     * @throws IllegalArgumentException if there is no opening
     */
    public DeploymentWindow {
        requireNonNull(enforcement, "enforcement");
        requireNonNull(zone, "zone");
        openings = List.copyOf(requireNonNull(openings, "openings"));
        if (openings.isEmpty()) {
            throw new IllegalArgumentException(
                    "a window without an opening lets nothing through: expected at least one");
        }
    }

    /**
     * Returns the usual window: Monday to Thursday from 9 to 17, Friday from 9 to 12, so that half a day is left to
     * repair it. The hours are ours, not the sources'.
     *
     * @param zone where people work
     * @return the policy, ADVISORY
     */
    public static DeploymentWindow officeHours(ZoneId zone) {
        List<Opening> week = new ArrayList<>();
        for (DayOfWeek day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            week.add(new Opening(day, NINE, LocalTime.of(day == DayOfWeek.FRIDAY ? 12 : 17, 0)));
        }
        return new DeploymentWindow(Enforcement.ADVISORY, zone, week);
    }

    /**
     * Returns this window with another consequence.
     *
     * @param other what follows outside of it
     * @return the policy
     */
    public DeploymentWindow with(Enforcement other) {
        return new DeploymentWindow(other, zone, openings);
    }

    /**
     * Tells whether a deployment may begin.
     *
     * @param at when
     * @return whether it is within an opening
     */
    public boolean isOpen(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return openings.stream().anyMatch(opening -> opening.holds(local));
    }

    /**
     * Returns when a deployment may begin that is ready now.
     *
     * @param at when it is ready
     * @return the same instant if the window is open, else when it opens next; empty if it does not within a year,
     *     because the clocks go forward over it
     */
    public Optional<Instant> next(Instant at) {
        if (isOpen(at)) {
            return Optional.of(at);
        }
        LocalDate today = at.atZone(zone).toLocalDate();
        return Stream.iterate(today, date -> date.plusDays(1))
                .limit(366)
                .flatMap(this::begins)
                .filter(begin -> begin.isAfter(at) && isOpen(begin))
                .findFirst();
    }

    /** It also opens when the clocks are changed and jump into an opening, or back into one. */
    private Stream<Instant> begins(LocalDate date) {
        Stream<Instant> openings = this.openings.stream()
                .filter(opening -> opening.day() == date.getDayOfWeek())
                .map(opening -> date.atTime(opening.from()).atZone(zone))
                .flatMap(begin -> Stream.of(begin, begin.withLaterOffsetAtOverlap()))
                .map(ZonedDateTime::toInstant);
        ZoneOffsetTransition change =
                zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant());
        return Stream.concat(openings, Stream.ofNullable(change).map(ZoneOffsetTransition::getInstant))
                .filter(begin ->
                        begin.isBefore(date.plusDays(1).atStartOfDay(zone).toInstant()))
                .sorted();
    }

    @Override
    public List<PolicyFinding> judge(Proposal proposal) {
        if (isOpen(proposal.at())) {
            return List.of();
        }
        ZonedDateTime local = proposal.at().atZone(zone);
        String begin = local.getDayOfWeek() + " " + local.toLocalTime() + " in " + zone;
        String next = next(proposal.at())
                .map(open -> ": it opens " + open.atZone(zone).toOffsetDateTime())
                .orElse("");
        return List.of(new PolicyFinding(
                Code.OUTSIDE_WINDOW,
                enforcement,
                proposal.version(),
                proposal.version() + " would be deployed on " + begin + ", outside the window" + next));
    }

    /**
     * A stretch of time on one day of each week.
     *
     * @param day the day
     * @param from when it begins, inclusive
     * @param to when it ends, exclusive; midnight is the end of the day
     * @since 0.1
     */
    public record Opening(DayOfWeek day, LocalTime from, LocalTime to) {
        /**
         * Creates an opening.
         *
         * @throws IllegalArgumentException if it does not end after it begins
         */
        public Opening {
            requireNonNull(day, "day");
            requireNonNull(from, "from");
            if (!requireNonNull(to, "to").equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException("the opening on " + day + " from " + from + " to " + to
                        + " does not end after it begins: expected two openings if it goes over midnight");
            }
        }

        private boolean holds(ZonedDateTime local) {
            LocalTime time = local.toLocalTime();
            return local.getDayOfWeek() == day
                    && !time.isBefore(from)
                    && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }
    }
}
