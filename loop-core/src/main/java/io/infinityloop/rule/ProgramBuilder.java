package io.infinityloop.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Program}. */
final class ProgramBuilder {
    final List<Rule> rules;
    final List<Integer> start = new ArrayList<>();
    final List<Integer> ruleOf = new ArrayList<>();
    final List<Program.Kind> kind = new ArrayList<>();
    final List<Integer> arity = new ArrayList<>();
    final List<Long> span = new ArrayList<>();
    final List<Condition> source = new ArrayList<>();
    final List<Integer> operandOf = new ArrayList<>();
    private final Map<Operand, Integer> operands = new LinkedHashMap<>();

    ProgramBuilder(List<Rule> rules) {
        this.rules = rules;
        for (Rule rule : rules) {
            start.add(kind.size());
            add(rule.condition());
        }
        start.add(kind.size());
    }

    private void add(Condition condition) {
        List<Condition> parts = ConditionText.parts(condition);
        parts.forEach(this::add);
        if (condition instanceof Condition.Comparison comparison) {
            node(Program.Kind.COMPARISON, condition, 0, 0, comparison.operand());
        } else if (condition instanceof Condition.Due due) {
            node(Program.Kind.DUE, condition, 0, due.within().toNanos(), Operand.latest(due.measure()));
        } else if (condition instanceof Condition.Held held) {
            node(Program.Kind.HELD, condition, 1, held.span().toNanos(), null);
        } else if (condition instanceof Condition.Not) {
            node(Program.Kind.NOT, condition, 1, 0, null);
        } else {
            Program.Kind joined = condition instanceof Condition.AllOf ? Program.Kind.ALL : Program.Kind.ANY;
            node(joined, condition, parts.size(), 0, null);
        }
    }

    private void node(Program.Kind what, Condition condition, int parts, long nanos, @Nullable Operand operand) {
        kind.add(what);
        ruleOf.add(start.size() - 1);
        source.add(condition);
        arity.add(parts);
        span.add(nanos);
        operandOf.add(operand == null ? -1 : operands.computeIfAbsent(operand, next -> operands.size()));
    }

    /** {@return what each operand is compared with, by its number} */
    Program.Watched[] watched() {
        List<SortedMap<BigDecimal, List<Integer>>> byThreshold = new ArrayList<>();
        List<List<Integer>> dates = new ArrayList<>();
        operands.forEach((operand, number) -> {
            byThreshold.add(new TreeMap<>());
            dates.add(new ArrayList<>());
        });
        for (int node = 0; node < kind.size(); node++) {
            if (source.get(node) instanceof Condition.Comparison comparison) {
                byThreshold
                        .get(operandOf.get(node))
                        .computeIfAbsent(comparison.threshold(), first -> new ArrayList<>())
                        .add(node);
            } else if (kind.get(node) == Program.Kind.DUE) {
                dates.get(operandOf.get(node)).add(node);
            }
        }
        List<Program.Watched> watched = new ArrayList<>();
        operands.forEach((operand, number) -> {
            SortedMap<BigDecimal, List<Integer>> nodes = byThreshold.get(number);
            watched.add(new Program.Watched(
                    operand,
                    nodes.keySet().toArray(BigDecimal[]::new),
                    nodes.values().stream().map(ProgramBuilder::ints).toArray(int[][]::new),
                    ints(dates.get(number))));
        });
        return watched.toArray(Program.Watched[]::new);
    }

    /** {@return the measures, in the order of their names} */
    List<Program.Measure> measures() {
        SortedMap<String, List<Integer>> byName = new TreeMap<>();
        operands.forEach((operand, number) -> byName.computeIfAbsent(operand.measure(), first -> new ArrayList<>())
                .add(number));
        List<Program.Measure> measures = new ArrayList<>();
        byName.forEach((name, numbers) -> measures.add(new Program.Measure(measures.size(), name, ints(numbers))));
        return List.copyOf(measures);
    }

    static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
