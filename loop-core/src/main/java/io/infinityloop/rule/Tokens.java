package io.infinityloop.rule;

import java.util.ArrayList;
import java.util.List;

/** The text of a condition as words, names, numbers, spans of time and signs. */
final class Tokens {
    private static final String SIGNS = "()<>=!";

    private final String text;
    private int place;

    private Tokens(String text) {
        this.text = text;
    }

    /** What a token is. */
    enum Kind {
        WORD,
        QUOTED,
        NUMBER,
        SPAN,
        SIGN,
        END
    }

    /**
     * A token.
     *
     * @param kind what it is
     * @param text what it says; of a quoted name, the name
     * @param column the column of its first character, counted from 1
     */
    record Token(Kind kind, String text, int column) {
        boolean is(String wanted) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wanted);
        }
    }

    /** {@return the tokens of a text, the last an END} */
    static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        List<Token> list = new ArrayList<>();
        do {
            list.add(tokens.next());
        } while (list.get(list.size() - 1).kind() != Kind.END);
        return list;
    }

    /** {@return whether a name can stand without quotes} */
    static boolean isWord(String name) {
        return isLetter(name.charAt(0)) && name.chars().allMatch(Tokens::isOfWord);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isOfWord(int c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '-' || c == '/' || c == ':';
    }

    private Token next() {
        while (place < text.length() && " \t\r\n".indexOf(text.charAt(place)) >= 0) {
            place++;
        }
        if (place == text.length()) {
            return new Token(Kind.END, "", place + 1);
        }
        char c = text.charAt(place);
        if (c == '"') {
            return quoted();
        }
        if (isLetter(c)) {
            return word();
        }
        if (isDigit(c) || c == '-') {
            return number();
        }
        if (SIGNS.indexOf(c) >= 0) {
            return sign(c);
        }
        throw problem(place, Character.getName(text.codePointAt(place)), "a name, a number or a bracket");
    }

    private Token word() {
        int from = place;
        while (place < text.length() && isOfWord(text.charAt(place))) {
            place++;
        }
        return new Token(Kind.WORD, text.substring(from, place), from + 1);
    }

    private Token number() {
        int from = place++;
        boolean isSpan = false;
        while (place < text.length() && isOfWord(text.charAt(place))) {
            isSpan |= isLetter(text.charAt(place));
            place++;
        }
        return new Token(isSpan ? Kind.SPAN : Kind.NUMBER, text.substring(from, place), from + 1);
    }

    private Token sign(char c) {
        int from = place++;
        if (c != '(' && c != ')' && place < text.length() && text.charAt(place) == '=' && c != '=') {
            place++;
        }
        return new Token(Kind.SIGN, text.substring(from, place), from + 1);
    }

    private Token quoted() {
        int from = place++;
        StringBuilder name = new StringBuilder();
        while (place < text.length() && text.charAt(place) != '"') {
            name.append(text.charAt(place) == '\\' ? escaped() : text.charAt(place++));
        }
        if (place == text.length()) {
            throw problem(from, "a quote that is not closed", "a second \"");
        }
        place++;
        return new Token(Kind.QUOTED, name.toString(), from + 1);
    }

    private char escaped() {
        char c = place + 1 < text.length() ? text.charAt(place + 1) : ' ';
        if (c == '"' || c == '\\') {
            place += 2;
            return c;
        }
        String digits = c == 'u' && place + 6 <= text.length() ? text.substring(place + 2, place + 6) : "";
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw problem(place, "a \\ with something else", "\\\", \\\\ or \\u with four hexadecimal digits");
        }
        place += 6;
        return (char) Integer.parseInt(digits, 16);
    }

    private static IllegalArgumentException problem(int place, String found, String expected) {
        return new IllegalArgumentException("column " + (place + 1) + ": found " + found + ", expected " + expected);
    }
}
