package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@link WriterProcess}es were promised, held against what a journal has. */
final class Ledger {
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int failures;
    private int unknown;
    private int resolved;

    /** Hears all that one process said until it ended. */
    void hear(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "opening", "opened" -> {}
                case "try" -> attempts.put(words[1], new Attempt(words));
                case "ack" -> attempt(words).acknowledged(words);
                case "there" -> attempt(words).found(line);
                case "conflict" -> attempt(words).state = State.ABSENT;
                case "failed" -> attempt(words).failed(words[2].equals("unknown"));
                default -> problems.add(line);
            }
        }
    }

    private Attempt attempt(String[] words) {
        return Objects.requireNonNull(attempts.get(words[1]), words[1]);
    }

    /** {@return how many appends were acknowledged or found to be there} */
    long acknowledged() {
        return attempts.values().stream()
                .filter(attempt -> attempt.state == State.THERE)
                .count();
    }

    /** {@return how many appends failed for the time being} */
    int failures() {
        return failures;
    }

    /** {@return how many of them so that nobody knew whether they had been carried out} */
    int unknown() {
        return unknown;
    }

    /** {@return how many appends of unknown outcome were found to be there when they were tried again} */
    int resolved() {
        return resolved;
    }

    /**
     * Holds a journal against what was promised. What was in flight counts from now on as it was found.
     *
     * @return what is wrong, the same for the same promise broken; empty if all is as it must be
     */
    List<String> check(Journal journal) {
        List<String> wrong = new ArrayList<>(problems);
        Map<String, List<Entry>> found = new HashMap<>();
        Map<LoopId, Long> revisions = new HashMap<>();
        long position = 0;
        for (Entry entry : (Iterable<Entry>) journal.readAll()::iterator) {
            position++;
            LoopId loop = entry.event().loop();
            long revision = loop == null ? 0 : revisions.merge(loop, 1L, Long::sum);
            if (entry.position() != position || entry.revision() != revision) {
                wrong.add("gap: " + entry + " is not at position " + position + ", revision " + revision);
            }
            String id = entry.event().id();
            String attempt = id.substring(0, id.lastIndexOf('.'));
            if (attempts.containsKey(attempt)) {
                found.computeIfAbsent(attempt, any -> new ArrayList<>()).add(entry);
            } else {
                wrong.add("made up: " + id + " is there, and nobody tried to append it");
            }
        }
        attempts.values().forEach(attempt -> attempt.check(found.getOrDefault(attempt.name, List.of()), wrong));
        return wrong;
    }

    private enum State {
        OPEN,
        THERE,
        ABSENT
    }

    private final class Attempt {
        private final String name;
        private final @Nullable LoopId loop;
        private final long before;
        private final int size;
        private State state = State.OPEN;
        private boolean inDoubt;
        private long position;

        Attempt(String[] words) {
            name = words[1];
            loop = words[2].equals("-") ? null : LoopId.of(words[2]);
            before = Long.parseLong(words[3]);
            size = Integer.parseInt(words[4]);
        }

        void acknowledged(String[] words) {
            state = State.THERE;
            position = Long.parseLong(words[4]);
            long first = loop == null ? 0 : before + 1;
            if (Integer.parseInt(words[2]) != size || Long.parseLong(words[3]) != first) {
                problems.add("wrong answer: " + String.join(" ", words) + " to " + this);
            }
        }

        void found(String line) {
            state = State.THERE;
            resolved += inDoubt ? 1 : 0;
            if (!inDoubt) {
                problems.add("wrong answer: " + line + " though it was not in doubt");
            }
        }

        void failed(boolean isUnknown) {
            failures++;
            unknown += isUnknown ? 1 : 0;
            inDoubt |= isUnknown;
        }

        void check(List<Entry> entries, List<String> wrong) {
            if (state == State.ABSENT && !entries.isEmpty()) {
                wrong.add("not asked for: " + this + " was refused or not there before, and is there: " + entries);
            } else if (state == State.THERE && entries.isEmpty()) {
                wrong.add("lost: " + this + " was acknowledged and is not there");
            } else if (!entries.isEmpty() && !isWhole(entries)) {
                wrong.add("half: " + this + " has these events: " + entries);
            } else if (state == State.OPEN) {
                state = entries.isEmpty() ? State.ABSENT : State.THERE;
                position = entries.isEmpty() ? 0 : entries.get(0).position();
            }
        }

        private boolean isWhole(List<Entry> entries) {
            long first = position == 0 ? entries.get(0).position() : position;
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                boolean inPlace = entry.event().id().equals(name + "." + i)
                        && Objects.equals(entry.event().loop(), loop)
                        && entry.revision() == (loop == null ? 0 : before + 1 + i)
                        && entry.position() == first + i;
                if (!inPlace) {
                    return false;
                }
            }
            return entries.size() == size;
        }

        @Override
        public String toString() {
            return "append " + name + " of " + size + " events to " + loop + " at revision " + before;
        }
    }
}
