package io.infinityloop.cli;

import java.util.regex.Pattern;

/** Keeps what gives access to a database out of messages, whoever wrote them. */
final class Secrets {
    private static final Pattern PARAMETERS =
            Pattern.compile("\\b(user|[a-z]*password)=[^&\\s'\"]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_HOST = Pattern.compile("//[^/\\s]*@");
    private static final Pattern TOLD_BY_SERVER = Pattern.compile("\\b(user|role) \"[^\"]*\"");

    private Secrets() {}

    /** Returns the text with an ellipsis for each user and password in it. */
    static String hidden(String text) {
        String parameters = PARAMETERS.matcher(text).replaceAll("$1=…");
        String host = BEFORE_HOST.matcher(parameters).replaceAll("//…@");
        return TOLD_BY_SERVER.matcher(host).replaceAll("$1 \"…\"");
    }
}
