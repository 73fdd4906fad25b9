package io.infinityloop.event;

import io.infinityloop.internal.Texts;
import java.util.regex.Pattern;

/**
 * Names the rules that a loop runs under: which definition, which version of it, and what exactly it said.
 *
 * @param id the name of the definition, for example {@code delivery}
 * @param version its version, 1 or more
 * @param fingerprint the SHA-256 of its canonical text, 64 lower-case hexadecimal digits: two definitions that differ
 *     in anything have different ones
 * @since 0.1
 */
public record DefinitionRef(String id, int version, String fingerprint) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT = 12;

    /**
     * Creates a reference.
     *
     * @throws IllegalArgumentException if the id is blank or has more than 500 characters, the version is below 1, or
     *     the fingerprint is not 64 lower-case hexadecimal digits
     */
    public DefinitionRef {
        Texts.id("definition id", id);
        if (version < 1) {
            throw new IllegalArgumentException("definition version " + version + " must be at least 1");
        }
        if (!SHA_256.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException(
                    "fingerprint '" + fingerprint + "' is not 64 lower-case hexadecimal digits (a SHA-256)");
        }
    }

    /** {@return the text for people: {@code delivery v2 (3f9a0c11be42)}} */
    @Override
    public String toString() {
        return id + " v" + version + " (" + fingerprint.substring(0, SHORT) + ")";
    }
}
