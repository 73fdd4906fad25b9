package io.infinityloop.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far each rule has come, and what follows when values change. A rule is looked at only if a comparison of it
 * changed or something of it is due; then its parts are gone through once, from the inside out.
 */
final class Judge {
    static final long NONE = Long.MIN_VALUE;

    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal LAST = BigDecimal.valueOf(Timers.NEVER);

    private final Program program;
    private final Timers timers;
    /** The first of the timers that repeat rules. */
    private final int repeats;

    private final byte[] truth;
    /** Of a HELD since when its part is TRUE; of a DUE from when on it is true. */
    private final long[] since;
    /** Of a HELD what its part was when it was last not TRUE. */
    private final byte[] before;

    private final byte[] ruleTruth;
    private final boolean[] isArmed;
    private final long[] firedAt;
    /** Before this instant no rule repeats. */
    private long repeatFrom = NONE;

    private final byte[] stack;

    private final boolean[] isMarked;
    private final int[] marked;
    private int markedCount;
    private final int[] fired;
    private int firedCount;

    Judge(Program program, Timers timers) {
        this.program = program;
        this.timers = timers;
        int nodes = program.nodes();
        int rules = program.rules.size();
        repeats = nodes + program.watched.length;
        truth = filled(nodes);
        before = filled(nodes);
        ruleTruth = filled(rules);
        stack = new byte[program.largest];
        since = new long[nodes];
        firedAt = new long[rules];
        Arrays.fill(since, NONE);
        Arrays.fill(firedAt, NONE);
        isArmed = new boolean[rules];
        Arrays.fill(isArmed, true);
        isMarked = new boolean[rules];
        marked = new int[rules];
        fired = new int[rules];
        for (int rule = 0; rule < rules; rule++) {
            mark(rule);
        }
    }

    private static byte[] filled(int size) {
        byte[] unknown = new byte[size];
        Arrays.fill(unknown, Program.UNKNOWN);
        return unknown;
    }

    /** Sees to it that a rule is looked at. */
    void mark(int rule) {
        if (!isMarked[rule]) {
            isMarked[rule] = true;
            marked[markedCount++] = rule;
        }
    }

    /** Carries a new value of an operand into the comparisons that it changes. */
    void follow(Cell cell) {
        int rank = cell.newRank();
        int old = cell.rank;
        if (rank != old) {
            cell.rank = rank;
            boolean isAll = rank < 0 || old < 0;
            int[][] nodes = cell.watched.nodes;
            int from = isAll ? 0 : Math.min(rank, old) / 2;
            int to = isAll ? nodes.length : Math.min(nodes.length, Math.max(rank, old) / 2 + 1);
            for (int i = from; i < to; i++) {
                compare(nodes[i], rank, 2 * i + 1);
            }
        }
        for (int node : cell.watched.dates) {
            date(node, cell);
        }
    }

    private void compare(int[] nodes, int rank, int threshold) {
        int bit = rank < threshold ? 1 : rank == threshold ? 2 : 4;
        for (int node : nodes) {
            byte known = (program.accepted[node] & bit) != 0 ? Program.TRUE : Program.FALSE;
            byte now = rank < 0 ? Program.UNKNOWN : known;
            if (truth[node] != now) {
                truth[node] = now;
                mark(program.ruleOf[node]);
            }
        }
    }

    private void date(int node, Cell cell) {
        BigDecimal date = cell.value;
        if (date == null) {
            since[node] = NONE;
        } else {
            BigDecimal from = date.multiply(SECOND).subtract(BigDecimal.valueOf(program.span[node]));
            since[node] = from.max(BigDecimal.ZERO)
                    .min(LAST)
                    .setScale(0, RoundingMode.CEILING)
                    .longValue();
        }
        mark(program.ruleOf[node]);
    }

    /** Looks at all rules that are marked. */
    void look(long now) {
        firedCount = 0;
        for (int i = 0; i < markedCount; i++) {
            int rule = marked[i];
            isMarked[rule] = false;
            conclude(rule, whole(rule, now), now);
        }
        markedCount = 0;
        if (firedCount > 1) {
            Arrays.sort(fired, 0, firedCount);
        }
    }

    private byte whole(int rule, long now) {
        int top = 0;
        for (int node = program.start[rule]; node < program.start[rule + 1]; node++) {
            switch (program.kind[node]) {
                case COMPARISON -> stack[top++] = truth[node];
                case DUE -> stack[top++] = due(node, now);
                case NOT -> stack[top - 1] = (byte) (Program.TRUE - stack[top - 1]);
                case HELD -> stack[top - 1] = held(node, stack[top - 1], now);
                case ALL, ANY -> top = join(node, top);
            }
        }
        return stack[0];
    }

    /** Of all the least, of any the most: FALSE comes before UNKNOWN before TRUE. */
    private int join(int node, int top) {
        int first = top - program.arity[node];
        boolean isAll = program.kind[node] == Program.Kind.ALL;
        byte result = stack[first];
        for (int i = first + 1; i < top; i++) {
            result = (byte) (isAll ? Math.min(result, stack[i]) : Math.max(result, stack[i]));
        }
        stack[first] = result;
        return first + 1;
    }

    private byte due(int node, long now) {
        long from = since[node];
        timers.set(node, from == NONE || now >= from ? Timers.NEVER : from);
        truth[node] = from == NONE ? Program.UNKNOWN : now >= from ? Program.TRUE : Program.FALSE;
        return truth[node];
    }

    private byte held(int node, byte part, long now) {
        if (part != Program.TRUE) {
            since[node] = NONE;
            before[node] = part;
            timers.cancel(node);
            return part;
        }
        if (since[node] == NONE) {
            since[node] = now;
        }
        if (now - since[node] >= program.span[node]) {
            timers.cancel(node);
            return Program.TRUE;
        }
        timers.set(node, Ticks.later(since[node], program.span[node]));
        return before[node];
    }

    private void conclude(int rule, byte result, long now) {
        ruleTruth[rule] = result;
        if (result == Program.FALSE) {
            isArmed[rule] = true;
            timers.cancel(repeats + rule);
        } else if (result == Program.TRUE) {
            Duration repeat = program.rules.get(rule).repeatEvery();
            boolean isAgain = repeat != null && firedAt[rule] != NONE && now >= nextAt(rule, repeat);
            if (isArmed[rule] || isAgain) {
                isArmed[rule] = false;
                firedAt[rule] = now;
                fired[firedCount++] = rule;
            }
            if (repeat != null) {
                timers.set(repeats + rule, nextAt(rule, repeat));
            }
        }
    }

    private long nextAt(int rule, Duration repeat) {
        return Math.max(Ticks.later(firedAt[rule], repeat.toNanos()), repeatFrom);
    }

    /** Lets no rule repeat before an instant, from the next look on. */
    void repeatFrom(long instant) {
        repeatFrom = instant;
    }

    /** {@return how many rules fired at the last look} */
    int firedCount() {
        return firedCount;
    }

    /** {@return a firing of the last look, in the order of the rules} */
    Firing firing(int number, String subject, Cell[] cells, long now) {
        Rule rule = program.rules.get(fired[number]);
        return new Firing(subject, rule.id(), rule.action(), Ticks.instant(now), evidence(fired[number], cells));
    }

    /** {@return the comparisons of a rule as they stand} */
    List<Check> evidence(int rule, Cell[] cells) {
        List<Check> checks = new ArrayList<>();
        for (int node = program.start[rule]; node < program.start[rule + 1]; node++) {
            if (program.operandOf[node] >= 0) {
                BigDecimal actual = cells[program.operandOf[node]].value;
                checks.add(new Check(program.source[node], actual, Program.truth(truth[node])));
            }
        }
        return checks;
    }

    /** {@return whether the condition of a rule is true, as of the last look} */
    Truth truth(int rule) {
        return Program.truth(ruleTruth[rule]);
    }

    /** {@return how far each rule has come} */
    List<RuleState.Progress> progress(Cell[] cells) {
        List<RuleState.Progress> progress = new ArrayList<>();
        for (int i = 0; i < program.rules.size(); i++) {
            Rule rule = program.rules.get(i);
            List<RuleState.Hold> holds = new ArrayList<>();
            for (int node = program.start[i]; node < program.start[i + 1]; node++) {
                if (program.kind[node] == Program.Kind.HELD) {
                    Instant from = since[node] == NONE ? null : Ticks.instant(since[node]);
                    holds.add(new RuleState.Hold(from, Program.truth(before[node])));
                }
            }
            Instant last = firedAt[i] == NONE ? null : Ticks.instant(firedAt[i]);
            progress.add(new RuleState.Progress(
                    rule.id(), rule.condition(), isArmed[i], last, truth(i), seen(i, cells), holds));
        }
        return progress;
    }

    private List<RuleState.Seen> seen(int rule, Cell[] cells) {
        return compared(rule).stream()
                .map(node -> new RuleState.Seen(cells[program.operandOf[node]].value, Program.truth(truth[node])))
                .toList();
    }

    private List<Integer> compared(int rule) {
        return IntStream.range(program.start[rule], program.start[rule + 1])
                .filter(node -> program.operandOf[node] >= 0)
                .boxed()
                .toList();
    }

    /** Goes on from where a rule had come, if its condition is still the same. */
    void restore(int rule, RuleState.Progress progress, Cell[] cells) {
        List<Integer> held = IntStream.range(program.start[rule], program.start[rule + 1])
                .filter(node -> program.kind[node] == Program.Kind.HELD)
                .boxed()
                .toList();
        List<Integer> compared = compared(rule);
        boolean isSame = progress.condition().equals(program.rules.get(rule).condition());
        if (!isSame || progress.holds().size() != held.size() || progress.seen().size() != compared.size()) {
            return;
        }
        ruleTruth[rule] = Program.number(progress.truth());
        for (int i = 0; i < compared.size(); i++) {
            RuleState.Seen seen = progress.seen().get(i);
            truth[compared.get(i)] = Program.number(seen.truth());
            cells[program.operandOf[compared.get(i)]].value = seen.value();
        }
        isArmed[rule] = progress.isArmed();
        Instant last = progress.firedAt();
        firedAt[rule] = last == null ? NONE : Ticks.of(last);
        for (int i = 0; i < held.size(); i++) {
            RuleState.Hold hold = progress.holds().get(i);
            Instant from = hold.since();
            since[held.get(i)] = from == null ? NONE : Ticks.of(from);
            before[held.get(i)] = Program.number(hold.before());
        }
    }
}
