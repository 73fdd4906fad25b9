package io.infinityloop.source;

import io.infinityloop.artifact.Environment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What words mean for an environment: those of tiers, and those in names. */
final class EnvironmentWords {
    /** Beside {@code prod} these say that it is not what users are served from. */
    private static final Set<String> NOT_REALLY =
            Set.of("non", "not", "no", "like", "copy", "clone", "mirror", "demo", "sandbox");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private EnvironmentWords() {}

    /**
     * Returns what a word in lower case means.
     *
     * <p>Development is TEST, not LOCAL: where something is deployed to, there is a server, not a developer's machine.
     *
     * @return the environment; UNKNOWN if the word says nothing
     */
    static Environment of(String word) {
        return switch (word) {
            case "prod", "production", "prd", "live" -> Environment.PRODUCTION;
            case "staging", "stage", "stg", "uat", "preprod", "preproduction", "acceptance" -> Environment.STAGING;
            case "test", "testing", "qa", "integration", "dev", "development", "review", "preview" -> Environment.TEST;
            case "ci" -> Environment.CI;
            case "local", "localhost" -> Environment.LOCAL;
            default -> Environment.UNKNOWN;
        };
    }

    /** {@return what the words in a name mean; UNKNOWN if none means anything, or they disagree} */
    static Environment guess(String name) {
        Set<Environment> found = EnumSet.noneOf(Environment.class);
        List<String> words = words(name);
        for (String word : words) {
            if (NOT_REALLY.contains(word)) {
                return Environment.UNKNOWN;
            }
            found.add(of(word));
        }
        found.remove(Environment.UNKNOWN);
        return found.size() == 1 ? found.iterator().next() : Environment.UNKNOWN;
    }

    /** {@return the runs of letters in lower case, {@code euProd} as two, {@code pre-prod} as one} */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        boolean isBefore = false;
        for (String word :
                NO_LETTERS.split(CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT), -1)) {
            words.add(isBefore ? "pre" + word : word);
            isBefore = word.equals("pre");
        }
        return words;
    }
}
