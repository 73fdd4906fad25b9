package io.infinityloop.journal;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Chain;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a journal and the hash of everything up to it. Kept in another place, it tells later whether the
 * journal still begins with the same events.
 *
 * @param position the position of an event; 0 for the place before the first one
 * @param hash 64 hexadecimal digits in lower case: the hash of the event, which depends on all events before it; zeros
 *     for position 0
 * @since 0.1
 */
public record Anchor(long position, String hash) {
    private static final Pattern TEXT = Pattern.compile("(0|[1-9][0-9]{0,17}):(.*)", Pattern.DOTALL);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** The place before the first event, where every journal begins. */
    public static final Anchor BEGINNING = new Anchor(0, Chain.BEGINNING);

    /**
     * Creates an anchor.
     *
     * @throws IllegalArgumentException if the position is below 0, or the hash is none, or none of that position
     */
    public Anchor {
        if (position < 0) {
            throw new IllegalArgumentException("position " + position + " must be at least 0");
        }
        if (!HASH.matcher(requireNonNull(hash, "hash")).matches() || (position == 0 && !hash.equals(Chain.BEGINNING))) {
            throw new IllegalArgumentException("the hash of position " + position + " must be "
                    + (position == 0 ? "64 zeros" : "64 hexadecimal digits in lower case"));
        }
    }

    /**
     * Reads what {@link #toString()} has written.
     *
     * @param text a position, a colon and a hash
     * @return the anchor
     * @throws IllegalArgumentException if the text is no anchor
     */
    public static Anchor parse(String text) {
        Matcher matcher = TEXT.matcher(requireNonNull(text, "text"));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "this is no anchor: expected a position, a colon and 64 hexadecimal digits");
        }
        return new Anchor(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    /** {@return position, colon and hash} */
    @Override
    public String toString() {
        return position + ":" + hash;
    }
}
