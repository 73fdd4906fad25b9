package io.infinityloop.release;

import io.infinityloop.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a commit's message as a {@link ConventionalCommit}. */
final class MessageText {
    /** No word is longer; in lower case it can have more letters, and still fits. */
    private static final int WORD_LIMIT = 100;

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");
    private static final Pattern HEADER =
            Pattern.compile("([\\p{L}\\p{N}_-]+)(?:\\(([^()\r\n]+)\\))?(!?): +(\\S.*)", Pattern.DOTALL);
    private static final Pattern FOOTER =
            Pattern.compile("(BREAKING CHANGE|[\\p{L}\\p{N}][\\p{L}\\p{N}-]*)(?:: | #)(.*)", Pattern.DOTALL);

    private final List<String> body = new ArrayList<>();
    private final List<ConventionalCommit.Footer> footers = new ArrayList<>();
    private final List<String> value = new ArrayList<>();
    private String token = "";

    private MessageText() {}

    static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    static Optional<ConventionalCommit> parse(String message) {
        String[] lines = LINE_BREAK.split(message, -1);
        Matcher header = HEADER.matcher(lines[0]);
        if (message.length() > Texts.PROSE_LIMIT || !header.matches() || !isInBounds(header)) {
            return Optional.empty();
        }
        MessageText rest = new MessageText();
        for (int i = 1; i < lines.length; i++) {
            rest.add(lines[i], lines[i - 1].isBlank());
        }
        rest.endFooter();
        return Optional.of(new ConventionalCommit(
                header.group(1),
                header.group(2) == null ? "" : header.group(2).strip(),
                header.group(3).equals("!"),
                header.group(4).strip(),
                String.join("\n", rest.body).strip(),
                rest.footers));
    }

    private static boolean isInBounds(Matcher header) {
        return header.group(1).length() <= WORD_LIMIT
                && (header.group(2) == null || header.group(2).length() <= Texts.ID_LIMIT)
                && !header.group(4).isBlank();
    }

    /** The first footer stands after a blank line; that something breaks is never overlooked, wherever it stands. */
    private void add(String line, boolean afterBlank) {
        Matcher footer = FOOTER.matcher(line);
        boolean begins = footer.matches()
                && footer.group(1).length() <= WORD_LIMIT
                && (afterBlank || !token.isEmpty() || line.startsWith("BREAKING") || namesPerson(footer));
        if (begins) {
            endFooter();
            token = footer.group(1);
            value.add(footer.group(2));
        } else {
            (token.isEmpty() ? body : value).add(line);
        }
    }

    /** Wherever it stands: it is not to be kept as a part of the text. */
    private static boolean namesPerson(Matcher footer) {
        return footer.group(1).toLowerCase(Locale.ROOT).endsWith("-by")
                && footer.group(2).contains("@");
    }

    private void endFooter() {
        if (!token.isEmpty()) {
            footers.add(new ConventionalCommit.Footer(
                    token, String.join("\n", value).strip()));
            value.clear();
        }
    }
}
