package io.infinityloop.webhook;

import io.infinityloop.webhook.Received.Reason;
import io.infinityloop.webhook.Received.Refused;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks what a delivery shows, in a time that does not depend on how much of it is right. */
final class Signature {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SIGNING_TOKEN = "whsec_";

    private Signature() {}

    /**
     * Checks a delivery with the secrets of its sender, of which one must fit.
     *
     * @return why it is refused; null if it is in order
     */
    static @Nullable Refused check(Sender sender, List<String> secrets, Headers headers, byte[] body, Instant now) {
        if (sender == Sender.GITLAB_SIGNED) {
            Refused stale = stale(headers.get("webhook-timestamp"), now);
            if (stale != null) {
                return stale;
            }
        }
        boolean isRight = false;
        for (String secret : secrets) {
            isRight |= fits(sender, secret, headers, body);
        }
        return isRight
                ? null
                : new Refused(Reason.WRONG_SIGNATURE, "the signature is not that of the secret for " + sender);
    }

    private static @Nullable Refused stale(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,11}")) {
            return new Refused(Reason.STALE, "webhook-timestamp is missing or no number of seconds");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(TOLERANCE) <= 0
                ? null
                : new Refused(Reason.STALE, "webhook-timestamp is more than five minutes from now");
    }

    private static boolean fits(Sender sender, String secret, Headers headers, byte[] body) {
        return switch (sender) {
            case GITHUB -> equal("sha256=" + hex(secret, body), headers.get("x-hub-signature-256"));
            case GITLAB_SIGNED ->
                oneOf(
                        "v1," + Base64.getEncoder().encodeToString(standardHmac(secret, headers, body)),
                        headers.get("webhook-signature").split(" ", -1));
            case GITLAB -> equal(secret, headers.get("x-gitlab-token"));
            case PAGERDUTY ->
                oneOf(
                        "v1=" + hex(secret, body),
                        headers.get("x-pagerduty-signature").split("\\s*,\\s*", -1));
            case BEARER -> equal("Bearer " + secret, headers.get("authorization"));
        };
    }

    private static byte[] standardHmac(String secret, Headers headers, byte[] body) {
        String before = headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + ".";
        byte[] key = Base64.getDecoder().decode(secret.substring(SIGNING_TOKEN.length()));
        return hmac(key, bytes(before), body);
    }

    private static String hex(String secret, byte[] body) {
        return HexFormat.of().formatHex(hmac(bytes(secret), body));
    }

    private static boolean oneOf(String expected, String[] given) {
        boolean isRight = false;
        for (String signature : given) {
            isRight |= equal(expected, signature);
        }
        return isRight;
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(bytes(expected), bytes(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            Arrays.stream(parts).forEach(mac::update);
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
