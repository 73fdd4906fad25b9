package io.infinityloop.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ties each event to all events before it: who changes one has to change the hashes of all that follow. */
public final class Chain {
    /** What is before the first event. */
    public static final String BEGINNING = "0".repeat(64);

    private Chain() {}

    /** {@return the hash of an event} */
    public static String next(String before, long position, long revision, String line) {
        return sha256((before + "\n" + position + "\n" + revision + "\n" + line).getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the SHA-256 of bytes in lower-case hexadecimal digits} */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
