package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one process went so far: the states that it came into, when, and why. A {@link Lifecycle} begins it and moves it
 * on.
 *
 * @param <S> the states of the process
 * @param moves the states in their order, at least the first; no instant is before the one of the state before
 * @since 0.1
 */
public record Course<S extends Enum<S>>(List<Move<S>> moves) {
    /**
     * Creates a course.
     *
     * @throws IllegalArgumentException if there is no move, or one is dated before the move before it
     */
    public Course {
        moves = List.copyOf(requireNonNull(moves, "moves"));
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("a process has at least its first state");
        }
        for (int i = 1; i < moves.size(); i++) {
            if (moves.get(i).at().isBefore(moves.get(i - 1).at())) {
                throw new IllegalArgumentException(moves.get(i).to() + " is reached at "
                        + moves.get(i).at() + ", before " + moves.get(i - 1).to() + " at "
                        + moves.get(i - 1).at());
            }
        }
    }

    /** {@return the state that the process is in} */
    public S state() {
        return last().to();
    }

    /** {@return when it came into that state} */
    public Instant since() {
        return last().at();
    }

    /** {@return when it began} */
    public Instant start() {
        return moves.get(0).at();
    }

    /** {@return the last move} */
    public Move<S> last() {
        return moves.get(moves.size() - 1);
    }

    /**
     * Returns when the process came into a state for the first time.
     *
     * @param state the state
     * @return the instant, empty if it was never in it
     */
    public Optional<Instant> reached(S state) {
        requireNonNull(state, "state");
        return moves.stream().filter(move -> move.to() == state).map(Move::at).findFirst();
    }

    /** Not for everybody: only a lifecycle knows where a process can go. */
    Course<S> with(Move<S> next) {
        List<Move<S>> more = new ArrayList<>(moves);
        more.add(next);
        return new Course<>(more);
    }
}
