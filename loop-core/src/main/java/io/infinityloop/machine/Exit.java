package io.infinityloop.machine;

import io.infinityloop.Stage;
import io.infinityloop.Transition;
import java.util.List;

/** How a stage is left, compiled: what is looked up for each request, made once. */
final class Exit {
    private final Transition transition;
    private final Contract[] contracts;
    private final String[] gates;
    private final List<String> gateNames;
    private final boolean automatic;
    private final List<Stage> permitted;
    private final List<Stage> earlier;
    /** By the number of the stage that is asked for: the refusal while the way on is open, and while it is not. */
    private final Decision.Refused[] noTransition =
            new Decision.Refused[Stage.all().size()];

    private final Decision.Refused[] noTransitionHeld =
            new Decision.Refused[Stage.all().size()];

    Exit(List<Stage> order, Stage stage, List<Contract> contracts, List<String> gates, boolean automatic) {
        int place = order.indexOf(stage);
        Stage next = order.get((place + 1) % order.size());
        this.transition = new Transition(stage, next);
        this.contracts = contracts.toArray(Contract[]::new);
        this.gates = gates.toArray(String[]::new);
        this.gateNames = List.copyOf(gates);
        this.automatic = automatic;
        this.permitted = List.of(next);
        this.earlier = Stage.all().stream()
                .filter(other -> other.isBefore(stage) && order.indexOf(other) < place && isPrefix(order, other))
                .toList();
        for (Stage to : Stage.all()) {
            List<Reason> reasons = List.of(new Reason.NoTransition(stage, to, permitted));
            noTransition[to.number() - 1] = new Decision.Refused(stage, reasons, permitted);
            noTransitionHeld[to.number() - 1] = new Decision.Refused(stage, reasons, List.of());
        }
    }

    /** A return drops what the ring has after a stage: only right where the order has the same stages before it. */
    private static boolean isPrefix(List<Stage> order, Stage stage) {
        return order.subList(0, order.indexOf(stage)).stream().allMatch(other -> other.isBefore(stage))
                && order.indexOf(stage) == stage.number() - 1;
    }

    Stage next() {
        return transition.to();
    }

    Transition transition() {
        return transition;
    }

    List<String> gates() {
        return gateNames;
    }

    List<Contract> contracts() {
        return List.of(contracts);
    }

    boolean isAutomatic() {
        return automatic;
    }

    /** {@return the earlier stages of the cycle, in loop order} */
    List<Stage> earlier() {
        return earlier;
    }

    /** {@return the stages that the loop may advance to now, gates apart} */
    List<Stage> permitted(LoopState state) {
        return isOpen(state) ? permitted : List.of();
    }

    /** {@return the refusal of a move that the loop does not have, made once} */
    Decision.Refused noTransition(LoopState state, Stage to) {
        return (isOpen(state) ? noTransition : noTransitionHeld)[to.number() - 1];
    }

    /** {@return whether nothing but a gate can keep the loop from leaving} */
    boolean isOpen(LoopState state) {
        if (state.isRetired() || hasFailure(state)) {
            return false;
        }
        for (Contract contract : contracts) {
            if (!contract.isMet(state)) {
                return false;
            }
        }
        return true;
    }

    boolean isPassed(Verdicts verdicts) {
        for (String gate : gates) {
            if (!verdicts.isPassed(gate)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasFailure(LoopState state) {
        if (state.failures().isEmpty()) {
            return false;
        }
        return state.obstacle().isPresent();
    }
}
