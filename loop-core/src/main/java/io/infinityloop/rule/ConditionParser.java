package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Bounds;
import io.infinityloop.rule.Tokens.Kind;
import io.infinityloop.rule.Tokens.Token;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the text of conditions: a descent over or, and, not, for, in the order of how loosely they bind. */
final class ConditionParser {
    private static final String FUNCTIONS = "latest, mean, max, min, sum, count or a percentile such as p95";

    private final List<Token> tokens;
    private int place;
    private int depth;

    private ConditionParser(String text) {
        if (requireNonNull(text, "text").length() > ConditionText.CHARACTERS) {
            throw new IllegalArgumentException("the text has " + text.length() + " characters: a condition has at most "
                    + ConditionText.CHARACTERS);
        }
        this.tokens = Tokens.of(text);
    }

    static Condition condition(String text) {
        ConditionParser parser = new ConditionParser(text);
        return parser.whole(parser::anyOf, "and, or, for, or the end");
    }

    /** {@return a condition that belongs to something, which a refusal names} */
    static Condition condition(String owner, String text) {
        try {
            return condition(text);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(owner + ": " + refused.getMessage(), refused);
        }
    }

    static Operand operand(String text) {
        ConditionParser parser = new ConditionParser(text);
        return parser.whole(parser::operand, "the end");
    }

    private <T> T whole(Supplier<T> part, String after) {
        T read = part.get();
        if (token().kind() != Kind.END) {
            throw unexpected(after);
        }
        return read;
    }

    private Condition anyOf() {
        return joined("or", this::allOf, Condition.AnyOf::new);
    }

    private Condition allOf() {
        return joined("and", this::not, Condition.AllOf::new);
    }

    private Condition joined(String word, Supplier<Condition> part, Function<List<Condition>, Condition> join) {
        Token first = token();
        Condition read = part.get();
        if (!token().is(word)) {
            return read;
        }
        List<Condition> parts = new ArrayList<>();
        parts.add(read);
        while (take(word)) {
            parts.add(part.get());
        }
        return at(first, () -> join.apply(parts));
    }

    private Condition not() {
        Token first = token();
        if (!take("not")) {
            return held();
        }
        descend(first);
        Condition negated = not();
        depth--;
        return at(first, () -> new Condition.Not(negated));
    }

    private Condition held() {
        Token first = token();
        Condition held = single();
        while (take("for")) {
            Condition inner = held;
            Duration span = span();
            held = at(first, () -> new Condition.Held(inner, span));
        }
        return held;
    }

    private Condition single() {
        Token first = token();
        if (!take("(")) {
            return comparison();
        }
        descend(first);
        Condition inner = anyOf();
        depth--;
        require(")");
        return inner;
    }

    private Condition comparison() {
        Token first = token();
        Operand operand = operand();
        if (operand instanceof Operand.Latest latest && latest.maximumAge() == null && take("within")) {
            Duration within = span();
            return at(first, () -> new Condition.Due(latest.measure(), within));
        }
        for (Comparator comparator : Comparator.values()) {
            if (take(comparator.symbol())) {
                return new Condition.Comparison(operand, comparator, threshold());
            }
        }
        throw unexpected("one of > >= < <= = != or within");
    }

    private Operand operand() {
        Token first = token();
        if (first.kind() == Kind.WORD && tokens.get(place + 1).is("(") && !isKeyword(first)) {
            place += 2;
            String measure = name();
            require(")");
            require("over");
            Duration window = span();
            return at(first, () -> call(first, measure, window));
        }
        String measure = name();
        return at(first, () -> Operand.latest(measure));
    }

    private static Operand call(Token function, String measure, Duration window) {
        String name = function.text();
        if (name.equals("latest")) {
            return new Operand.Latest(measure, window);
        }
        if (name.matches("p[0-9]{1,3}([.][0-9]{1,6})?")) {
            return new Operand.Percentile(new BigDecimal(name.substring(1)), measure, window);
        }
        for (Operand.Function known : Operand.Function.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new Operand.Aggregate(known, measure, window);
            }
        }
        throw new IllegalArgumentException("found '" + excerpt(name) + "(', expected " + FUNCTIONS);
    }

    private String name() {
        Token token = token();
        if (token.kind() == Kind.QUOTED || (token.kind() == Kind.WORD && !isKeyword(token))) {
            place++;
            return token.text();
        }
        throw unexpected("the name of a measure");
    }

    private static boolean isKeyword(Token token) {
        return ConditionText.KEYWORDS.contains(token.text());
    }

    private BigDecimal threshold() {
        Token token = token();
        if (token.kind() != Kind.NUMBER || !token.text().matches("-?[0-9]+([.][0-9]+)?")) {
            throw unexpected("a number such as 70 or 0.1");
        }
        place++;
        if (token.text().length() > 2 * Bounds.DIGITS) {
            throw problem(token, "a number has at most " + Bounds.DIGITS + " digits");
        }
        return at(token, () -> Bounds.plain("the number", new BigDecimal(token.text())));
    }

    private Duration span() {
        Token token = token();
        Duration span =
                token.kind() == Kind.SPAN ? DurationText.parse(token.text()).orElse(null) : null;
        if (span == null) {
            throw unexpected("a span of time such as 5m or 1h30m");
        }
        place++;
        return at(token, () -> Bounds.span("span", span));
    }

    private Token token() {
        return tokens.get(place);
    }

    private boolean take(String wanted) {
        boolean isThere = token().is(wanted);
        place += isThere ? 1 : 0;
        return isThere;
    }

    private void require(String wanted) {
        if (!take(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    private void descend(Token token) {
        if (++depth > ConditionText.DEPTH) {
            throw problem(token, "brackets and nots are at most " + ConditionText.DEPTH + " deep");
        }
    }

    private IllegalArgumentException unexpected(String expected) {
        Token token = token();
        String found = token.kind() == Kind.END ? "the end" : "'" + excerpt(token.text()) + "'";
        return problem(token, "found " + found + ", expected " + expected);
    }

    private static String excerpt(String text) {
        String shown = ConditionText.quoted(text.length() > 40 ? text.substring(0, 40) + "…" : text);
        return shown.substring(1, shown.length() - 1);
    }

    private static <T> T at(Token token, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            throw problem(token, message);
        }
    }

    private static IllegalArgumentException problem(Token token, String message) {
        return new IllegalArgumentException("column " + token.column() + ": " + message);
    }
}
