package io.infinityloop.cli.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a file. Not safe for use by many threads. */
final class Problems {
    /** Who has more of them has a mistake of another sort. */
    private static final int MOST = 20;

    private final String file;
    private final List<Problem> sentences = new ArrayList<>();
    private long more;

    private record Problem(int line, String sentence) {}

    Problems(String file) {
        this.file = file;
    }

    /** Adds what is wrong at a line, of the key at a path; no line is 0, no path empty. */
    void add(int line, String path, String sentence) {
        if (isFull()) {
            more++;
        } else {
            String place = (line == 0 ? "" : ", line " + line) + (path.isEmpty() ? "" : ", " + path);
            sentences.add(new Problem(line, file + place + ": " + sentence));
        }
    }

    /** {@return whether no more are told one by one} */
    boolean isFull() {
        return sentences.size() >= MOST;
    }

    /** {@return what ends the reading now} */
    ConfigException with(int line, String sentence) {
        add(line, "", sentence);
        return exception();
    }

    void check() throws ConfigException {
        if (!sentences.isEmpty()) {
            throw exception();
        }
    }

    private ConfigException exception() {
        List<String> all = sentences.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::sentence)
                .collect(Collectors.toCollection(ArrayList::new));
        if (more > 0) {
            all.add(file + ": and " + more + " more");
        }
        return new ConfigException(all);
    }
}
