package io.infinityloop.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * Rules in the form that they are evaluated in: arrays over the parts (nodes) of all their conditions, each part after
 * the parts that it is made of, and an index from each measure to what is computed from it. Never changed once it is
 * built.
 */
final class Program {
    static final byte FALSE = 0;
    static final byte UNKNOWN = 1;
    static final byte TRUE = 2;

    /** What a node is. */
    enum Kind {
        COMPARISON,
        DUE,
        ALL,
        ANY,
        NOT,
        HELD
    }

    /** An operand, and which comparisons look at it. */
    static final class Watched {
        final Operand operand;
        /** What it is compared with, ascending, each once. */
        final BigDecimal[] thresholds;
        /** The nodes that compare it, for each threshold. */
        final int[][] nodes;
        /** The nodes that take it for a date. */
        final int[] dates;

        Watched(Operand operand, BigDecimal[] thresholds, int[][] nodes, int[] dates) {
            this.operand = operand;
            this.thresholds = thresholds;
            this.nodes = nodes;
            this.dates = dates;
        }
    }

    /** A measure. */
    static final class Measure {
        /** Its place among the measures by name. */
        final int number;

        final String name;
        /** Which operands are computed from it. */
        final int[] operands;

        Measure(int number, String name, int[] operands) {
            this.number = number;
            this.name = name;
            this.operands = operands;
        }
    }

    final List<Rule> rules;
    /** The first node of each rule, and after the last rule the number of nodes. */
    final int[] start;

    final int[] ruleOf;
    final Kind[] kind;
    /** How many nodes an ALL or ANY joins. */
    final int[] arity;
    /** The span of a HELD or DUE in nanoseconds. */
    final long[] span;
    /** The condition that each node is. */
    final Condition[] source;
    /** Whether a COMPARISON is true of a value below, at and above its threshold, as the bits 0 to 2. */
    final byte[] accepted;
    /** The operand of a COMPARISON or DUE; -1 for other nodes. */
    final int[] operandOf;

    final Watched[] watched;
    final List<Measure> measures;
    /** The number of the measure that each operand is computed from. */
    final int[] measureOf;

    final int largest;

    Program(ProgramBuilder from) {
        rules = from.rules;
        start = ProgramBuilder.ints(from.start);
        ruleOf = ProgramBuilder.ints(from.ruleOf);
        kind = from.kind.toArray(Kind[]::new);
        arity = ProgramBuilder.ints(from.arity);
        span = from.span.stream().mapToLong(Long::longValue).toArray();
        source = from.source.toArray(Condition[]::new);
        accepted = accepted(source);
        operandOf = ProgramBuilder.ints(from.operandOf);
        watched = from.watched();
        measures = from.measures();
        measureOf = new int[watched.length];
        for (Measure measure : measures) {
            for (int operand : measure.operands) {
                measureOf[operand] = measure.number;
            }
        }
        int most = 0;
        for (int rule = 0; rule < rules.size(); rule++) {
            most = Math.max(most, start[rule + 1] - start[rule]);
        }
        largest = most;
    }

    private static byte[] accepted(Condition[] source) {
        byte[] accepted = new byte[source.length];
        for (int node = 0; node < source.length; node++) {
            for (int order = -1; order <= 1; order++) {
                boolean isTrue = source[node] instanceof Condition.Comparison comparison
                        && comparison.comparator().accepts(order);
                accepted[node] |= (byte) (isTrue ? 1 << (order + 1) : 0);
            }
        }
        return accepted;
    }

    int nodes() {
        return kind.length;
    }

    /** {@return the truth that a number stands for} */
    static Truth truth(byte number) {
        return number == TRUE ? Truth.TRUE : number == FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** {@return the number that stands for a truth} */
    static byte number(Truth truth) {
        return truth == Truth.TRUE ? TRUE : truth == Truth.FALSE ? FALSE : UNKNOWN;
    }
}
