package io.infinityloop.source;

import io.infinityloop.artifact.Review;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reviews of a pull request, out of what the values of {@link Field#REVIEWS} say. */
final class Reviews {
    private static final String DISMISSED = "DISMISSED";

    private Reviews() {}

    /** {@return the value for a review; the id may be empty} */
    static String text(Instant at, String verdict, boolean isByAuthor, String id) {
        String text = at + " " + verdict + (isByAuthor ? " author" : " other");
        return id.isEmpty() ? text : text + " " + id;
    }

    /**
     * Returns the reviews, in the order of time. One that was dismissed later is none, and of one that was changed the
     * last value counts.
     *
     * @throws IllegalArgumentException if a text is no review
     */
    static List<Review> of(Collection<String> texts) {
        Map<String, String[]> last = new TreeMap<>();
        for (String text : texts) {
            String[] words = text.split(" ", -1);
            if (words.length < 3 || words.length > 4) {
                throw new IllegalArgumentException("a review is '" + text
                        + "': expected an instant, a verdict, author or other, and perhaps an id");
            }
            String same = words.length == 4 ? words[3] : text;
            last.merge(same, words, (one, other) -> one[1].equals(DISMISSED) ? one : other);
        }
        return last.values().stream()
                .filter(words -> !words[1].equals(DISMISSED))
                .map(Reviews::review)
                .sorted(Comparator.comparing(Review::at)
                        .thenComparing(Review::verdict)
                        .thenComparing(Review::isByAuthor))
                .toList();
    }

    private static Review review(String[] words) {
        Review.Verdict verdict = Review.Verdict.valueOf(words[1]);
        Instant at = Instant.parse(words[0]);
        return words[2].equals("author") ? Review.byAuthor(at, verdict) : Review.byOther(at, verdict, "reviewer");
    }
}
