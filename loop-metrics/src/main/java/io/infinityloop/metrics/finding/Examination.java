package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Blame;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One detector in one segment and one window. Nothing found is not the same as nothing looked at: the result tells.
 *
 * @param detector what was looked for
 * @param segment where
 * @param window when
 * @param result what came of it
 * @since 0.1
 */
public record Examination(DetectorDefinition detector, Segment segment, Window window, Result result) {
    /** Creates an examination. */
    public Examination {
        requireNonNull(detector, "detector");
        requireNonNull(segment, "segment");
        requireNonNull(window, "window");
        requireNonNull(result, "result");
    }

    /** {@return what was found, sorted, unmodifiable; empty if nothing was, or nothing was looked at} */
    public List<Finding> findings() {
        return result instanceof Result.Looked looked ? looked.findings() : List.of();
    }

    /**
     * What came of a detector.
     *
     * @since 0.1
     */
    public sealed interface Result {
        /**
         * It looked.
         *
         * @param subjects how many subjects it looked at
         * @param excluded how many were left out, by reason, sorted by reason, unmodifiable
         * @param findings what it found, sorted, unmodifiable
         */
        record Looked(long subjects, SortedMap<String, Long> excluded, List<Finding> findings) implements Result {
            /** Creates the result. */
            public Looked {
                excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
                findings = findings.stream().sorted().toList();
            }

            static Looked of(long subjects, Map<String, Long> excluded, List<Finding> findings) {
                return new Looked(subjects, new TreeMap<>(excluded), findings);
            }
        }

        /**
         * It did not look.
         *
         * @param reason why, in a few words: {@code no limit is set}
         */
        record NotRun(String reason) implements Result {
            /** Creates the result. */
            public NotRun {
                requireNonNull(reason, "reason");
            }
        }

        /**
         * It failed; other detectors are not affected.
         *
         * @param error what went wrong, in one line
         */
        record Failed(String error) implements Result {
            /** Creates the result. */
            public Failed {
                requireNonNull(error, "error");
            }

            static Failed of(Throwable failure) {
                return new Failed(Blame.line(failure));
            }
        }
    }
}
