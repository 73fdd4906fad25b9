package io.infinityloop.cli.serve;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may see the report, and who may send what is not signed: programs of this computer, but no web page that a
 * browser of this computer shows.
 */
public final class Access {
    private static final Pattern LOCAL = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private final boolean isLocal;
    private final boolean isSigned;
    private final List<String> tokens;

    /**
     * Creates the rules.
     *
     * @param isLocal whether only programs of this computer can reach the server
     * @param isSigned whether the receiver takes signed deliveries only
     * @param tokens each of which opens the report from everywhere
     */
    public Access(boolean isLocal, boolean isSigned, List<String> tokens) {
        this.isLocal = isLocal;
        this.isSigned = isSigned;
        this.tokens = List.copyOf(tokens);
    }

    /** Why a delivery is refused before it is read; empty if it is not. */
    Optional<Answer> refusedDelivery(Headers headers) {
        if (isSigned || (isAddressedLocally(headers) && !headers.containsKey("Origin"))) {
            return Optional.empty();
        }
        return Optional.of(Answer.of(
                403,
                "deliveries without a signature are taken from programs of this computer only, not from web pages"));
    }

    /** Why the report is not shown; empty if it is. */
    Optional<Answer> refusedReport(Headers headers) {
        if ((isLocal && isAddressedLocally(headers)) || holdsToken(headers)) {
            return Optional.empty();
        }
        if (tokens.isEmpty()) {
            return Optional.of(Answer.of(
                    403,
                    "the report is shown on the computer itself only: set LOOP_BEARER_TOKEN to show it elsewhere"));
        }
        return Optional.of(Answer.of(401, "the report is shown to who has the token: send it as a bearer or a password")
                .with("WWW-Authenticate", "Basic realm=\"loop\", charset=\"UTF-8\""));
    }

    /** A page that has its own name lead to this computer still calls the server by that name. */
    private static boolean isAddressedLocally(Headers headers) {
        String host = headers.getFirst("Host");
        return host == null
                || LOCAL.matcher(host.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private boolean holdsToken(Headers headers) {
        String given = headers.getFirst("Authorization");
        String token = given == null ? "" : token(given.strip());
        boolean isRight = false;
        for (String right : tokens) {
            isRight |= MessageDigest.isEqual(
                    right.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        }
        return isRight;
    }

    /** A browser can send a password only, under any name. */
    private static String token(String authorization) {
        if (authorization.startsWith("Bearer ")) {
            return authorization.substring("Bearer ".length()).strip();
        }
        if (!authorization.startsWith("Basic ")) {
            return "";
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring("Basic ".length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
