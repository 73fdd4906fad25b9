package io.infinityloop.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A CDEvent of version 0.5.1.
 *
 * @param type subject and predicate, such as {@code change.merged}
 * @param at when it happened
 * @param subject the id of the subject
 * @param content what is told of it
 */
record CdEvent(String type, Instant at, String subject, ObjectNode content) {
    private static final String SPECIFICATION = "0.5.1";
    private static final Pattern NOT_IN_A_URI =
            Pattern.compile("[^A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})");

    static CdEvent of(String type, Instant at, String subject) {
        return new CdEvent(type, at, subject, JsonNodeFactory.instance.objectNode());
    }

    /** Adds a text to the content, unless it is empty. */
    CdEvent with(String name, String value) {
        if (!value.isEmpty()) {
            content.put(name, value);
        }
        return this;
    }

    /** Adds a reference to the content, unless its id is empty. */
    CdEvent naming(String name, String id) {
        return naming(name, id, "");
    }

    CdEvent naming(String name, String id, String source) {
        if (!id.isEmpty()) {
            ObjectNode reference = content.putObject(name).put("id", id);
            if (!source.isEmpty()) {
                reference.put("source", uri(source));
            }
        }
        return this;
    }

    /** {@return the event as it is written; the same for the same event, and with an id that no other has} */
    ObjectNode json(String source, String chain) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ObjectNode context = event.putObject("context")
                .put("specversion", SPECIFICATION)
                .put("id", "")
                .put("source", uri(source))
                .put("type", "dev.cdevents." + type + "." + version())
                .put("timestamp", at.toString());
        if (!chain.isEmpty()) {
            context.put("chainId", chain);
        }
        event.putObject("subject").put("id", subject).set("content", content);
        UUID id = UUID.nameUUIDFromBytes(event.toString().getBytes(StandardCharsets.UTF_8));
        context.put("id", id.toString());
        return event;
    }

    private String version() {
        return switch (type) {
            case "change.created" -> "0.4.0";
            case "testcaserun.skipped" -> "0.2.0";
            default -> "0.3.0";
        };
    }

    /** {@return the event in a CloudEvent, which has its id, source and time} */
    static ObjectNode wrapped(ObjectNode event) {
        ObjectNode cloud = JsonNodeFactory.instance.objectNode().put("specversion", "1.0");
        cloud.set("id", event.at("/context/id"));
        cloud.set("source", event.at("/context/source"));
        cloud.set("type", event.at("/context/type"));
        cloud.set("subject", event.at("/subject/id"));
        cloud.set("time", event.at("/context/timestamp"));
        cloud.put("datacontenttype", "application/json").set("data", event);
        return cloud;
    }

    /** {@return a text as a URI reference; what can not be in one is escaped} */
    static String uri(String text) {
        String escaped = NOT_IN_A_URI
                .matcher(text)
                .replaceAll(found ->
                        URLEncoder.encode(found.group(), StandardCharsets.UTF_8).replace("+", "%20"));
        return isUri(escaped)
                ? escaped
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isUri(String text) {
        try {
            return !URI.create(text).toString().isEmpty();
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
