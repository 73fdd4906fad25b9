package io.infinityloop.jdbc;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure of the database says, without secrets and safe to print. */
final class Told {
    /** Some failures quote the address that they were given, with the password in it. */
    private static final Pattern ADDRESS = Pattern.compile("(jdbc:(?:[a-zA-Z-]+:)*(?://)?)([^\\n]*)");

    /** Where parameters begin. What is in a password, nobody knows: all the rest of the line may be. */
    private static final Pattern PARAMETERS = Pattern.compile("[?;]");

    /** A quote in a name is not doubled by the server. */
    private static final Pattern ACCOUNT = Pattern.compile("(?i)\\b(user|role) \"[^\\n]*?\"(?=[\\s,.;:)]|$)");

    private Told() {}

    /** {@return the text of the failure, its codes and what to do} */
    static String of(SQLException failure) {
        return withoutSecrets(String.valueOf(failure.getMessage())) + " (SQL state " + failure.getSQLState() + ", code "
                + failure.getErrorCode() + ")" + Advice.on(failure);
    }

    /** {@return the failure, or if there is a secret in its text or in that of a cause, one without that} */
    static SQLException cause(SQLException failure) {
        for (Throwable part = failure; part != null; part = part.getCause()) {
            String text = String.valueOf(part.getMessage());
            if (!withoutSecrets(text).equals(text)) {
                SQLException clean = new SQLException(
                        withoutSecrets(String.valueOf(failure.getMessage())),
                        failure.getSQLState(),
                        failure.getErrorCode());
                clean.setStackTrace(failure.getStackTrace());
                return clean;
            }
        }
        return failure;
    }

    static String withoutSecrets(String text) {
        String withoutAddresses = ADDRESS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + place(found.group(2))));
        return ACCOUNT.matcher(withoutAddresses).replaceAll("the $1");
    }

    /** {@return what is neither before an @ nor a parameter; with an @ in the latter it can not be told} */
    private static String place(String address) {
        Matcher parameters = PARAMETERS.matcher(address);
        int end = parameters.find() ? parameters.start() : address.length();
        return address.indexOf('@', end) >= 0 ? "…" : address.substring(address.lastIndexOf('@') + 1, end);
    }
}
