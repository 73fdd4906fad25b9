package io.infinityloop.process;

import io.infinityloop.artifact.Share;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The bucket that a user falls into for a feature flag. It depends on the two names alone, so that the same user always
 * gets the same answer, on every machine, and who sees a feature at 5 % still sees it at 50 %. Each flag deals its
 * users anew: nobody is always the first.
 *
 * <p>There are 100,000,000 buckets, a millionth of a percent each. The number is the SHA-256 of
 *
 * <ol>
 *   <li>the number of bytes of the flag's name, as four bytes, the highest first,
 *   <li>the flag's name in UTF-8,
 *   <li>the user's id in UTF-8;
 * </ol>
 *
 * of which the first eight bytes, the highest first, are an unsigned number, and its remainder by 100,000,000 is the
 * bucket. This never changes:
 *
 * <table class="striped">
 *   <caption>Test vectors</caption>
 *   <thead><tr><th>flag</th><th>user</th><th>bucket</th></tr></thead>
 *   <tbody>
 *   <tr><td>{@code new-checkout}</td><td>{@code user-1}</td><td>59,249,451</td></tr>
 *   <tr><td>{@code new-checkout}</td><td>{@code user-2}</td><td>63,556,693</td></tr>
 *   <tr><td>{@code dark-mode}</td><td>{@code user-1}</td><td>43,511,498</td></tr>
 *   <tr><td>{@code größe}</td><td>{@code 名前}</td><td>83,646,479</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>Source: requirement REL-08.
 *
 * @param number the bucket, from 0 to 99,999,999
 * @since 0.1
 */
public record UserBucket(int number) {
    private static final int BUCKETS = 100_000_000;
    private static final int BUCKETS_PER_PERCENT_POWER = 6;

    /**
     * Creates a bucket.
     *
     * @throws IllegalArgumentException if the number is out of range
     */
    public UserBucket {
        if (number < 0 || number >= BUCKETS) {
            throw new IllegalArgumentException("bucket " + number + " is not there: expected 0 to " + (BUCKETS - 1));
        }
    }

    /**
     * Returns the bucket of a user for a flag.
     *
     * @param flag the name of the flag
     * @param user any text that stands for the user and stays the same; it is not kept
     * @return the bucket
     */
    public static UserBucket of(String flag, String user) {
        byte[] flagBytes = flag.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = sha256();
        digest.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(flagBytes.length).array());
        digest.update(flagBytes);
        digest.update(user.getBytes(StandardCharsets.UTF_8));
        long first = ByteBuffer.wrap(digest.digest()).getLong();
        return new UserBucket((int) Long.remainderUnsigned(first, BUCKETS));
    }

    /**
     * Tells whether the bucket is among the first ones that make up a share.
     *
     * @param share the share
     * @return whether it is; never for 0 %, always for 100 %
     */
    public boolean isWithin(Share share) {
        return number
                < share.percent().movePointRight(BUCKETS_PER_PERCENT_POWER).intValueExact();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
