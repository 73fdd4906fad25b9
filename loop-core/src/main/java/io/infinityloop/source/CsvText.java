package io.infinityloop.source;

import java.util.ArrayList;
import java.util.List;

/** Takes a row of a table apart. */
final class CsvText {
    private static final byte[] SEPARATORS = {',', ';', '\t'};

    private CsvText() {}

    /** {@return which of comma, semicolon and tab stands in a header most often, outside of quotes; comma if none} */
    static byte separator(byte[] header) {
        byte best = SEPARATORS[0];
        int most = 0;
        for (byte separator : SEPARATORS) {
            int count = 0;
            boolean isQuoted = false;
            for (byte next : header) {
                isQuoted ^= next == '"';
                count += next == separator && !isQuoted ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }

    /** {@return the fields of a whole row} */
    static List<String> fields(String row, char separator) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            int end;
            if (at < row.length() && row.charAt(at) == '"') {
                end = quoteEnd(row, at + 1);
                fields.add(row.substring(at + 1, end).replace("\"\"", "\""));
                end = Math.min(end + 1, row.length());
            } else {
                int next = row.indexOf(separator, at);
                end = next < 0 ? row.length() : next;
                fields.add(row.substring(at, end));
            }
            if (end >= row.length()) {
                return fields;
            }
            at = end + 1;
        }
    }

    private static int quoteEnd(String row, int from) {
        int quote = row.indexOf('"', from);
        while (quote >= 0 && quote + 1 < row.length() && row.charAt(quote + 1) == '"') {
            quote = row.indexOf('"', quote + 2);
        }
        return quote < 0 ? row.length() : quote;
    }
}
