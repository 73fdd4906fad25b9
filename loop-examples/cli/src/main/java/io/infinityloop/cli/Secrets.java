package io.infinityloop.cli;

import java.util.regex.Pattern;

/** Keeps what gives access to a database out of messages, whoever wrote them. */
final class Secrets {
    /** A value may have blanks and quotes in it, so it ends with the line; what is hidden already stays as it is. */
    private static final Pattern PARAMETERS =
            Pattern.compile("\\b(user|[a-z]*password)=(?!…)[^&\\n]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE_HOST = Pattern.compile("//[^?\\n]*@");
    private static final Pattern TOLD_BY_SERVER = Pattern.compile("\\b(user|role) \"[^\\n]*?\"(?=[\\s,.;:)]|$)");
    private static final Pattern AFTER_ADDRESS = Pattern.compile("\\?.*", Pattern.DOTALL);

    private Secrets() {}

    /** Returns the text with an ellipsis for each user and password in it. */
    static String hidden(String text) {
        String parameters = PARAMETERS.matcher(text).replaceAll("$1=…");
        String host = BEFORE_HOST.matcher(parameters).replaceAll("//…@");
        return TOLD_BY_SERVER.matcher(host).replaceAll("$1 \"…\"");
    }

    /** Returns a URL without user and parameters, to be followed by other words. */
    static String address(String url) {
        boolean ambiguous = url.indexOf('@', Math.max(0, url.indexOf('?'))) >= 0 && url.contains("?");
        String place = AFTER_ADDRESS.matcher(url).replaceFirst("?…");
        return ambiguous
                ? place.replaceFirst("//[^?]*", "//…")
                : BEFORE_HOST.matcher(place).replaceAll("//…@");
    }
}
