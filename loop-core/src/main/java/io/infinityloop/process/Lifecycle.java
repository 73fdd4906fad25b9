package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import io.infinityloop.picture.Edge;
import io.infinityloop.picture.Graph;
import io.infinityloop.picture.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of a process: its states, where it begins, and the steps that lead on.
 *
 * <pre>{@code
 * enum Door { CLOSED, OPEN }
 *
 * Lifecycle<Door> door = Lifecycle.of("Door", Door.CLOSED)
 *         .step(Door.CLOSED, "open", Door.OPEN)
 *         .back(Door.OPEN, "close", Door.CLOSED)
 *         .build();
 * Course<Door> course = door.begin(now, Evidence.NONE);
 * course = door.move(course, Door.OPEN, now, Evidence.of("somebody rang")).orThrow();
 * }</pre>
 *
 * @param <S> the states
 * @since 0.1
 */
public final class Lifecycle<S extends Enum<S>> {
    private final String name;
    private final S start;
    private final List<Step<S>> steps;

    private Lifecycle(String name, S start, List<Step<S>> steps) {
        this.name = name;
        this.start = start;
        this.steps = List.copyOf(steps);
    }

    /**
     * Begins a table.
     *
     * @param <S> the states
     * @param name what the process is called, as the heading of its picture
     * @param start the state that it begins in
     * @return a builder without steps
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public static <S extends Enum<S>> Builder<S> of(String name, S start) {
        return new Builder<>(Texts.id("name", name), requireNonNull(start, "start"));
    }

    /** {@return what the process is called} */
    public String name() {
        return name;
    }

    /** {@return the state that it begins in} */
    public S start() {
        return start;
    }

    /** {@return all steps, in the order in which they were added} */
    public List<Step<S>> steps() {
        return steps;
    }

    /**
     * Returns the states that can be reached from a state by one step.
     *
     * @param from the state
     * @return the states in the order of the table; empty if the process ends there
     */
    public List<S> next(S from) {
        requireNonNull(from, "from");
        return steps.stream().filter(step -> step.from() == from).map(Step::to).toList();
    }

    /**
     * Tells whether a process ends in a state.
     *
     * @param state the state
     * @return whether no step leads on
     */
    public boolean isFinal(S state) {
        return next(state).isEmpty();
    }

    /**
     * Begins a process.
     *
     * @param at when
     * @param evidence what that rests on
     * @return its course, with the first state
     */
    public Course<S> begin(Instant at, Evidence evidence) {
        return new Course<>(List.of(new Move<>(start, at, evidence)));
    }

    /**
     * Moves a process on.
     *
     * @param course how it went so far
     * @param to the state to be reached
     * @param at when; not before the last move
     * @param evidence what that rests on
     * @return the longer course, or why not: no step of the table leads there, or it would be dated back
     */
    public Progress<Course<S>> move(Course<S> course, S to, Instant at, Evidence evidence) {
        requireNonNull(to, "to");
        S from = course.state();
        List<String> permitted = next(from).stream().map(Enum::name).toList();
        if (!permitted.contains(to.name())) {
            return refuse(course, course, to, way(from));
        }
        if (at.isBefore(course.since())) {
            String reason = "cannot go to " + to + " at " + at + ": " + from + " was reached at " + course.since()
                    + ", and time does not go back";
            return Progress.refused(course, reason, permitted);
        }
        return Progress.moved(course.with(new Move<>(to, at, evidence)));
    }

    /**
     * Returns that a step is refused for a reason that the table does not know.
     *
     * @param <P> the process
     * @param process the process as it is
     * @param course how it went so far
     * @param to the state to be reached
     * @param why what stands against it, and what would be accepted
     * @return the answer, with the states that can be reached from where the process is
     */
    public <P> Progress<P> refuse(P process, Course<S> course, S to, String why) {
        S from = course.state();
        return Progress.refused(
                process,
                "cannot go from " + from + " to " + to + ": " + why,
                next(from).stream().map(Enum::name).toList());
    }

    private String way(S from) {
        List<S> next = next(from);
        if (next.isEmpty()) {
            return from + " is where it ends";
        }
        String names = next.stream().map(Enum::name).collect(Collectors.joining(" or "));
        return "after " + from + " comes " + names;
    }

    /**
     * Checks that a course keeps to this table, for example one that was read from somewhere.
     *
     * @param course the course
     * @return the same course
     * @throws IllegalArgumentException if it begins elsewhere, or makes a step that is not in the table
     */
    public Course<S> check(Course<S> course) {
        List<Move<S>> moves = course.moves();
        if (moves.get(0).to() != start) {
            throw new IllegalArgumentException(
                    name + " begins in " + start + ", not in " + moves.get(0).to());
        }
        for (int i = 1; i < moves.size(); i++) {
            S from = moves.get(i - 1).to();
            if (!next(from).contains(moves.get(i).to())) {
                throw new IllegalArgumentException(
                        name + " cannot go from " + from + " to " + moves.get(i).to() + ": " + way(from));
            }
        }
        return course;
    }

    /** {@return the table as a picture: states in the order of the enum, steps in the order of the table} */
    public Graph graph() {
        Graph graph = Graph.of(name);
        for (S state : start.getDeclaringClass().getEnumConstants()) {
            graph = graph.with(Node.of(state.name()));
        }
        for (Step<S> step : steps) {
            String from = step.from().name();
            String to = step.to().name();
            graph = graph.with(step.isBack() ? Edge.back(from, to, step.action()) : Edge.step(from, to, step.action()));
        }
        return graph;
    }

    /**
     * Returns the table as a picture that marks where a process is.
     *
     * @param course the course of the process
     * @return the picture
     */
    public Graph graph(Course<S> course) {
        return graph().at(course.state().name());
    }

    @Override
    public String toString() {
        return name + " " + steps;
    }

    /**
     * Collects the steps of a table. Not safe for use by many threads.
     *
     * @param <S> the states
     * @since 0.1
     */
    public static final class Builder<S extends Enum<S>> {
        private final String name;
        private final S start;
        private final List<Step<S>> steps = new ArrayList<>();

        private Builder(String name, S start) {
            this.name = name;
            this.start = start;
        }

        /**
         * Adds a step ahead.
         *
         * @param from the state that is left
         * @param action what the step is called
         * @param to the state that is reached; {@code from} for a step that can be taken again and again
         * @return this
         * @throws IllegalArgumentException if the action is blank or too long
         */
        public Builder<S> step(S from, String action, S to) {
            steps.add(new Step<>(from, action, to, false));
            return this;
        }

        /**
         * Adds a step back, to be drawn as one.
         *
         * @param from the state that is left
         * @param action what the step is called
         * @param to the state that is reached; {@code from} for a step that can be taken again and again
         * @return this
         * @throws IllegalArgumentException if the action is blank or too long
         */
        public Builder<S> back(S from, String action, S to) {
            steps.add(new Step<>(from, action, to, true));
            return this;
        }

        /**
         * Returns the table.
         *
         * @return the table
         * @throws IllegalArgumentException if two steps join the same two states, or no way leads from the start to one
         *     of the states; all of it is said at once
         */
        public Lifecycle<S> build() {
            Lifecycle<S> built = new Lifecycle<>(name, start, steps);
            List<String> problems = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                Step<S> step = steps.get(i);
                if (steps.subList(0, i).stream()
                        .anyMatch(earlier -> earlier.from() == step.from() && earlier.to() == step.to())) {
                    problems.add("two steps lead from " + step.from() + " to " + step.to());
                }
            }
            Set<S> lost = EnumSet.allOf(start.getDeclaringClass());
            lost.removeAll(built.reachable());
            lost.forEach(state -> problems.add("no way leads from " + start + " to " + state));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(name + " is no process: " + String.join("; ", problems));
            }
            return built;
        }
    }

    private Set<S> reachable() {
        Set<S> reached = EnumSet.of(start);
        List<S> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            next(open.remove(open.size() - 1)).stream().filter(reached::add).forEach(open::add);
        }
        return reached;
    }
}
