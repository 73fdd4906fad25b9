package io.infinityloop.metrics.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Small pictures made of characters. */
final class Plot {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

    private Plot() {}

    /** A bar whose length is the part of a number in a maximum. */
    static String bar(BigDecimal number, BigDecimal max, int width) {
        if (max.signum() <= 0 || number.signum() <= 0) {
            return "";
        }
        int eighths = number.multiply(BigDecimal.valueOf(8L * width))
                .divide(max, 0, RoundingMode.CEILING)
                .intValue();
        String full = "█".repeat(eighths / 8);
        return eighths % 8 == 0 ? full : full + EIGHTHS.charAt(eighths % 8 - 1);
    }

    /** A line of columns, from zero to the largest number; a dot where there is none. */
    static String sparkline(List<Optional<BigDecimal>> numbers) {
        BigDecimal max = numbers.stream()
                .flatMap(Optional::stream)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return numbers.stream()
                .map(number -> number.map(present -> column(present, max)).orElse("·"))
                .collect(Collectors.joining());
    }

    private static String column(BigDecimal number, BigDecimal max) {
        int level = max.signum() <= 0
                ? 0
                : number.multiply(BigDecimal.valueOf(LEVELS.length() - 1L))
                        .divide(max, 0, RoundingMode.HALF_EVEN)
                        .intValue();
        return String.valueOf(LEVELS.charAt(Math.max(0, level)));
    }
}
