package io.infinityloop.metrics.preset;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules in which tools differ about the lead time of changes, and the lead time by any of them. */
final class LeadTimeRules {
    /** The library's own: {@link ChangeLeadTime}. */
    static final Rules OURS = Rules.of(
            Sample.COMMIT,
            Start.WRITTEN,
            Contents.FIRST_DELIVERY,
            Counting.DEPLOYED,
            Whole.END_TO_END,
            Span.Rounding.EXACT,
            Sign.NEGATIVE_OUT,
            Merges.OUT,
            Seed.OUT,
            Span.Summary.MEDIAN,
            Range.WINDOW);

    static final RuledMetric METRIC = new RuledMetric(ChangeLeadTime.DEFINITION, OURS, LeadTimeRules::of);

    private LeadTimeRules() {}

    /** What has a lead time. */
    enum Sample implements Option {
        COMMIT("each commit"),
        PULL_REQUEST("each pull request");

        private final String meaning;

        Sample(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "sample";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What starts the clock. */
    enum Start implements Option {
        WRITTEN("the author's time of the first commit"),
        COMMITTED("the committer's time of the first commit"),
        MERGED("the merge; of a commit the committer's time");

        private final String meaning;

        Start(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "start";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What a deployment delivers. */
    enum Contents implements Option {
        FIRST_DELIVERY("all that no successful deployment held before"),
        NAMED("the commits that it names, and those of their pull request; not those in between"),
        BUILDS("the commits of the builds since the last success of its pipeline");

        private final String meaning;

        Contents(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "contents";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** When a sample counts. */
    enum Counting implements Option {
        DEPLOYED("when it was deployed"),
        MERGED("when its pull request was merged");

        private final String meaning;

        Counting(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "counts";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** How the time of a pull request is put together. */
    enum Whole implements Option {
        END_TO_END("from start to end"),
        THREE_PARTS("coding + review + deployment, a negative part is 0"),
        FIVE_PARTS("coding + response + rework + merging + deployment, a missing part is 0");

        private final String meaning;

        Whole(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "whole";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** What is done with a time that is not positive. */
    enum Sign implements Option {
        NEGATIVE_OUT("negative ones are left out"),
        ZERO_OUT("negative ones and those of no minute are left out"),
        CLAMPED("negative ones are 0"),
        KEPT("negative ones count as they are");

        private final String meaning;

        Sign(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "negative";
        }

        @Override
        public String meaning() {
            return meaning;
        }

        Stream<Duration> of(Duration taken) {
            return switch (this) {
                case NEGATIVE_OUT -> taken.isNegative() ? Stream.empty() : Stream.of(taken);
                case ZERO_OUT -> taken.isNegative() || taken.isZero() ? Stream.empty() : Stream.of(taken);
                case CLAMPED -> Stream.of(taken.isNegative() ? Duration.ZERO : taken);
                case KEPT -> Stream.of(taken);
            };
        }
    }

    /** Whether merge commits are changes. */
    enum Merges implements Option {
        OUT("merge commits do not count"),
        IN("merge commits count");

        private final String meaning;

        Merges(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "merges";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** Whether what the first deployment held counts. */
    enum Seed implements Option {
        OUT("what a baseline held does not count"),
        IN("what a baseline held counts");

        private final String meaning;

        Seed(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String rule() {
            return "baseline";
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** Something on its way: when it started, when it counts, and how long it took. */
    private record Way(Instant counts, Duration taken) {}

    private static MetricResult of(MetricDefinition definition, Rules rules, Known known, Frame frame) {
        Range range = rules.get(Range.class);
        List<Way> ways;
        if (rules.has(Sample.PULL_REQUEST)) {
            ways = known.requests().stream()
                    .flatMap(request -> requested(request, rules, known).stream())
                    .toList();
        } else if (rules.has(Contents.BUILDS)) {
            ways = BuildContents.of(known, range.of(frame), rules.get(Start.class)).stream()
                    .map(span -> new Way(span.at(), span.taken()))
                    .toList();
        } else {
            ways = committed(rules, known);
        }
        boolean builds = rules.has(Sample.COMMIT) && rules.has(Contents.BUILDS);
        List<Span> spans = ways.stream()
                .filter(way -> builds || range.contains(frame, way.counts()))
                .flatMap(way -> rules.get(Sign.class)
                        .of(rules.get(Span.Rounding.class).of(way.taken()))
                        .map(taken -> new Span(way.counts(), taken)))
                .toList();
        return Span.result(
                definition,
                spans,
                rules.get(Span.Summary.class),
                rules.has(Sample.PULL_REQUEST) ? "merged pull requests with a lead time" : definition.needs());
    }

    private static List<Way> committed(Rules rules, Known known) {
        if (rules.has(Contents.FIRST_DELIVERY)) {
            return known.changes().stream()
                    .filter(change -> counts(change, rules))
                    .flatMap(change -> Stream.ofNullable(change.deployed())
                            .filter(delivery -> !delivery.baseline() || rules.has(Seed.IN))
                            .map(delivery -> way(change, delivery.at(), rules)))
                    .toList();
        }
        List<Way> ways = new ArrayList<>();
        for (DeployedHeads heads : known.heads()) {
            pushed(heads, known).stream()
                    .flatMap(commit -> known.changes(commit).stream().limit(1))
                    .filter(change -> counts(change, rules))
                    .forEach(change -> ways.add(way(change, heads.at(), rules)));
        }
        return ways;
    }

    private static boolean counts(Change change, Rules rules) {
        return !change.merge() || rules.has(Merges.IN);
    }

    /** The commits that a deployment names, and all of a pull request one of whose commits it names. */
    private static List<String> pushed(DeployedHeads heads, Known known) {
        return Stream.concat(
                        heads.commits().stream(),
                        known.requests().stream()
                                .filter(request -> request.commits().stream().anyMatch(heads.commits()::contains))
                                .flatMap(request -> request.commits().stream()))
                .distinct()
                .toList();
    }

    private static Way way(Change change, Instant end, Rules rules) {
        Instant start = rules.has(Start.WRITTEN) ? change.authoredAt() : change.committedAt();
        return new Way(rules.has(Counting.MERGED) ? change.committedAt() : end, Duration.between(start, end));
    }

    private static Optional<Way> requested(MergedRequest request, Rules rules, Known known) {
        Instant end = end(request, rules, known);
        if (end == null) {
            return Optional.empty();
        }
        Instant start = switch (rules.get(Start.class)) {
            case WRITTEN -> first(request, known, Change::authoredAt);
            case COMMITTED -> first(request, known, Change::committedAt);
            case MERGED -> request.mergedAt();
        };
        Duration taken = switch (rules.get(Whole.class)) {
            case END_TO_END -> Duration.between(start, end);
            case THREE_PARTS -> Parts.three(request, start, end, rules.get(Span.Rounding.class));
            case FIVE_PARTS -> Parts.five(request, start, end);
        };
        return Optional.of(new Way(rules.has(Counting.MERGED) ? request.mergedAt() : end, taken));
    }

    private static Instant first(MergedRequest request, Known known, Function<Change, Instant> time) {
        return request.commits().stream()
                .flatMap(commit -> known.changes(commit).stream())
                .map(time)
                .min(Instant::compareTo)
                .orElse(request.openedAt());
    }

    /** When the last of its commits was delivered; the merge where no deployment at all is known, if that counts. */
    private static @Nullable Instant end(MergedRequest request, Rules rules, Known known) {
        if (rules.has(Counting.MERGED) && known.heads().isEmpty()) {
            return request.mergedAt();
        }
        if (rules.has(Contents.NAMED)) {
            return known.heads().stream()
                    .filter(heads -> request.commits().stream().anyMatch(heads.commits()::contains))
                    .map(DeployedHeads::at)
                    .findFirst()
                    .orElse(null);
        }
        return request.commits().stream()
                .flatMap(commit -> known.changes(commit).stream())
                .map(Change::deployed)
                .flatMap(Stream::ofNullable)
                .filter(delivery -> !delivery.baseline() || rules.has(Seed.IN))
                .max(Comparator.comparing(Delivery::at))
                .map(Delivery::at)
                .orElse(null);
    }

    /** The time of a pull request as the sum of its parts. */
    private static final class Parts {
        private Parts() {}

        static Duration three(MergedRequest request, Instant start, Instant end, Span.Rounding rounding) {
            return positive(rounding.of(Duration.between(start, request.openedAt())))
                    .plus(rounding.of(Duration.between(request.openedAt(), request.mergedAt())))
                    .plus(positive(rounding.of(Duration.between(request.mergedAt(), end))));
        }

        static Duration five(MergedRequest request, Instant start, Instant end) {
            Instant reviewed = request.reviewedAt();
            Instant approved = request.approvedAt();
            Duration sum = positive(Duration.between(start, request.openedAt()));
            if (reviewed != null) {
                sum = sum.plus(Duration.between(request.openedAt(), reviewed));
            }
            if (reviewed != null && approved != null) {
                sum = sum.plus(Duration.between(reviewed, approved))
                        .plus(positive(Duration.between(approved, request.mergedAt())));
            }
            return sum.plus(positive(Duration.between(request.mergedAt(), end)));
        }

        private static Duration positive(Duration part) {
            return part.isNegative() ? Duration.ZERO : part;
        }
    }
}
