package io.infinityloop.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.Limits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A suite of a test report, as a record with one field {@code testsuite}, an object of
 *
 * <ul>
 *   <li>{@code name}, {@code package} and {@code timestamp} as they are, where they are;
 *   <li>{@code tests}, {@code failures}, {@code errors} and {@code skipped}, counted; of a suite without tests as told;
 *   <li>{@code time}, the seconds as told, or else of all tests;
 *   <li>{@code flaky}, the tests that passed after they had failed, and {@code reruns}, how often one was run again;
 *   <li>{@code failing}, the names of the first thousand tests that failed or ended in an error;
 *   <li>{@code contradicted}, the names of the counts that the file tells otherwise.
 * </ul>
 *
 * The host, the properties and what was printed are not read.
 */
final class Suite {
    private static final int FAILING = 1_000;
    private static final int DIGITS = 18;
    private static final List<String> COUNTS = List.of("tests", "failures", "errors", "skipped");

    private final long line;
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> failing = new ArrayList<>();
    private BigDecimal seconds = BigDecimal.ZERO;
    private boolean hasInner;

    private @Nullable String test;
    private String worst = "";
    private boolean isFlaky;

    Suite(XMLStreamReader xml, long line) {
        this.line = line;
        for (String name : List.of("name", "package", "timestamp", "time", "tests", "failures", "errors", "skipped")) {
            String value = attribute(xml, name);
            if (!value.isBlank()) {
                told.put(name, value.strip());
            }
        }
        COUNTS.forEach(name -> counts.put(name, 0L));
        counts.put("flaky", 0L);
        counts.put("reruns", 0L);
    }

    /** {@return the name, safe to print} */
    String name() {
        return Excerpt.of(told.getOrDefault("name", "without a name"));
    }

    void hasInner() {
        hasInner = true;
    }

    /** {@return whether it holds tests itself, or says so without listing them} */
    boolean isToldOf() {
        return counts.getOrDefault("tests", 0L) > 0 || (!hasInner && count(told.get("tests")) > 0);
    }

    /** Takes an element within the suite. */
    void element(String name, XMLStreamReader xml) {
        if (name.equals("testcase")) {
            endCase();
            String type = attribute(xml, "classname");
            test = (type.isEmpty() ? "" : type + ".") + attribute(xml, "name");
            worst = attribute(xml, "status").equals("notrun") ? "skipped" : "";
            isFlaky = false;
            add("tests");
            BigDecimal time = decimal(attribute(xml, "time"));
            seconds = time == null ? seconds : seconds.add(time);
        } else if (test != null) {
            switch (name) {
                case "error" -> worst = "errors";
                case "failure" -> worst = worst.equals("errors") ? worst : "failures";
                case "skipped" -> worst = worst.isEmpty() ? "skipped" : worst;
                case "flakyFailure", "flakyError" -> {
                    isFlaky = true;
                    add("reruns");
                }
                case "rerunFailure", "rerunError" -> add("reruns");
                default -> {
                    // What was printed, properties and the like.
                }
            }
        }
    }

    /** Ends a test. */
    void endCase() {
        String name = test;
        if (name == null) {
            return;
        }
        if (!worst.isEmpty()) {
            add(worst);
        }
        boolean isFailing = !worst.isEmpty() && !worst.equals("skipped");
        if (isFailing && failing.size() < FAILING) {
            failing.add(name);
        }
        if (isFlaky && !isFailing) {
            add("flaky");
        }
        test = null;
    }

    /** {@return the record; its bytes are those of the object, as JSON} */
    Payload payload(long number) {
        ObjectNode suite = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("name", "package", "timestamp")) {
            if (told.containsKey(name)) {
                suite.put(name, told.get(name));
            }
        }
        boolean isCounted = counts.getOrDefault("tests", 0L) > 0;
        ArrayNode contradicted = JsonNodeFactory.instance.arrayNode();
        counts.forEach((name, count) -> {
            long other = count(told.get(name));
            suite.put(name, isCounted || other < 0 ? count : other);
            if (isCounted && other >= 0 && other != count) {
                contradicted.add(name);
            }
        });
        BigDecimal time = decimal(told.getOrDefault("time", ""));
        suite.put("time", time == null ? seconds : time);
        failing.forEach(suite.putArray("failing")::add);
        suite.set("contradicted", contradicted);
        ObjectNode tree = JsonNodeFactory.instance.objectNode().set("testsuite", suite);
        byte[] raw = tree.toString().getBytes(StandardCharsets.UTF_8);
        return new Payload(new Payload.Place(number, line, raw, Map.of()), tree);
    }

    private void add(String count) {
        counts.merge(count, 1L, Long::sum);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.substring(0, Math.min(value.length(), Limits.NAME_CHARACTERS));
    }

    /** {@return the count; -1 if there is none} */
    private static long count(@Nullable String text) {
        return text != null && text.length() <= DIGITS && text.matches("\\d+") ? Long.parseLong(text) : -1;
    }

    /** {@return seconds, some tools write 1,234.5; null if there are none} */
    private static @Nullable BigDecimal decimal(String text) {
        String plain = text.replace(",", "");
        return plain.length() <= DIGITS && plain.matches("\\d+(\\.\\d+)?") ? new BigDecimal(plain) : null;
    }
}
