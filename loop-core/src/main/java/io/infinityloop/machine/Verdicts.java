package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gates said of one attempt, by the name of the gate. Immutable.
 *
 * @since 0.1
 */
public final class Verdicts {
    static final Verdict UNASKED = new Verdict.Failed("it was not asked");
    private static final Verdicts NONE = new Verdicts(new String[0], new Verdict[0], false);
    private static final Verdicts OF_HISTORY = new Verdicts(new String[0], new Verdict[0], true);

    /** Few, so that looking through them is faster than hashing. */
    private final String[] gates;

    private final Verdict[] verdicts;

    /** Whether every gate that is not named is taken to have let the loop pass. */
    private final boolean othersPassed;

    private Verdicts(String[] gates, Verdict[] verdicts, boolean othersPassed) {
        this.gates = gates;
        this.verdicts = verdicts;
        this.othersPassed = othersPassed;
    }

    /** {@return that no gate was asked} */
    public static Verdicts none() {
        return NONE;
    }

    /**
     * Returns the verdict of one gate.
     *
     * @param gate the name of the gate
     * @param verdict what it says
     * @return the verdicts
     */
    public static Verdicts of(String gate, Verdict verdict) {
        String[] gates = {requireNonNull(gate, "gate")};
        Verdict[] verdicts = {requireNonNull(verdict, gate)};
        return new Verdicts(gates, verdicts, false);
    }

    /**
     * Returns the verdicts of several gates.
     *
     * @param byGate what each gate says, by its name
     * @return the verdicts
     */
    public static Verdicts of(Map<String, Verdict> byGate) {
        SortedMap<String, Verdict> sorted = new TreeMap<>(byGate);
        sorted.forEach((gate, verdict) -> requireNonNull(verdict, gate));
        return new Verdicts(
                sorted.keySet().toArray(String[]::new), sorted.values().toArray(Verdict[]::new), false);
    }

    /** {@return that every gate let the loop pass: what is in the history did pass them} */
    static Verdicts ofHistory() {
        return OF_HISTORY;
    }

    /**
     * Returns what a gate said.
     *
     * @param gate the name of the gate
     * @return the verdict, or empty if it was not asked
     */
    public Optional<Verdict> of(String gate) {
        for (int i = 0; i < gates.length; i++) {
            if (gates[i].equals(gate)) {
                return Optional.of(verdicts[i]);
            }
        }
        return Optional.empty();
    }

    /** {@return whether a gate was asked and lets the loop pass} */
    boolean isPassed(String gate) {
        for (int i = 0; i < gates.length; i++) {
            if (gates[i].equals(gate)) {
                return verdicts[i] instanceof Verdict.Passed;
            }
        }
        return othersPassed;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("verdicts [");
        for (int i = 0; i < gates.length; i++) {
            text.append(i > 0 ? ", " : "").append(gates[i]).append(": ").append(verdicts[i]);
        }
        return text.append(']').toString();
    }
}
