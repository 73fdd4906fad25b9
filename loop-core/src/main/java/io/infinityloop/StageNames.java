package io.infinityloop;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for the stages, and how they are read. English, whatever the locale. */
final class StageNames {
    private static final Pattern NUMBER = Pattern.compile("(?:(?:phase|stage|step)\\s*)?([1-8])");
    private static final int SHOWN = 50;

    private static final Map<Stage, List<String>> ALIASES = Map.of(
            Stage.PLAN, List.of("planning"),
            Stage.CODE, List.of("coding"),
            Stage.BUILD, List.of("building"),
            Stage.TEST, List.of("testing"),
            Stage.RELEASE, List.of("releasing"),
            Stage.DEPLOY, List.of("deploying", "deployment"),
            Stage.OPERATE, List.of("operating", "operation", "operations"),
            Stage.MONITOR, List.of("monitoring"));

    private static final Map<String, Stage> BY_WORD = byWord();

    private StageNames() {}

    static Stage parse(String text) {
        String word = requireNonNull(text, "text").strip().toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            return Stage.of(Integer.parseInt(number.group(1)));
        }
        return Optional.ofNullable(BY_WORD.get(word))
                .orElseThrow(() -> new IllegalArgumentException("'" + shortened(text)
                        + "' is no stage of the loop; expected a number from 1 to 8, 'phase 3', or" + " one of "
                        + accepted()));
    }

    private static Map<String, Stage> byWord() {
        Map<String, Stage> words = new TreeMap<>();
        for (Stage stage : Stage.all()) {
            words.put(stage.displayName().toLowerCase(Locale.ROOT), stage);
            ALIASES.getOrDefault(stage, List.of()).forEach(alias -> words.put(alias, stage));
        }
        return words;
    }

    private static String accepted() {
        return Stage.all().stream()
                .map(stage ->
                        stage + ALIASES.getOrDefault(stage, List.of()).stream().collect(joining(", ", " (", ")")))
                .collect(joining(", "));
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
