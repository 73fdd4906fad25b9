package io.infinityloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the schemas of CDEvents 0.5.1 ask of the types that are written, in a table of our own. */
final class Written051 {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Type, version, and what the content may hold; what it must hold has a star. */
    private static final Map<String, Set<String>> CONTENT = """
            change.created.0.4.0        repository.id
            change.reviewed.0.3.0       repository.id
            change.merged.0.3.0         repository.id
            change.abandoned.0.3.0      repository.id
            change.updated.0.3.0        repository.id
            branch.created.0.3.0        repository.id
            build.started.0.3.0
            build.finished.0.3.0        artifactId
            taskrun.started.0.3.0       taskName pipelineRun.id
            taskrun.finished.0.3.0      taskName pipelineRun.id outcome
            artifact.packaged.0.3.0     change.id* change.source
            artifact.published.0.3.0
            testcaserun.started.0.3.0   environment.id* testCase.id testCase.name trigger.type
            testcaserun.finished.0.3.0  environment.id* testCase.id testCase.name outcome*
            testcaserun.skipped.0.2.0   environment.id testCase.id testCase.name
            testsuiterun.started.0.3.0  environment.id* testSuite.id testSuite.name trigger.type
            testsuiterun.finished.0.3.0 environment.id* testSuite.id testSuite.name outcome*
            service.deployed.0.3.0      environment.id* artifactId*
            service.rolledback.0.3.0    environment.id* artifactId*
            incident.detected.0.3.0     environment.id* service.id artifactId description
            incident.resolved.0.3.0     environment.id* service.id artifactId description
            """.lines().map(line -> line.split(" +")).collect(
            Collectors.toMap(
                    words -> words[0], words -> Set.copyOf(Arrays.asList(words).subList(1, words.length))));

    private static final Map<String, Set<String>> WORDS = Map.of(
            "outcome", Set.of("success", "failure", "cancel", "error"),
            "trigger.type", Set.of("manual", "pipeline", "event", "schedule", "other"));

    private Written051() {}

    static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Checks a line; fails with what is wrong with it. */
    static void check(String line) {
        JsonNode event = parse(line);
        assertThat(names(event)).as(line).containsExactlyInAnyOrder("context", "subject");
        JsonNode context = event.get("context");
        assertThat(names(context)).as(line).contains("specversion", "id", "source", "type", "timestamp");
        assertThat(names(context)).as(line).isSubsetOf("specversion", "id", "source", "type", "timestamp", "chainId");
        context.forEach(value -> assertThat(value.asText()).as(line).isNotEmpty());
        assertThat(context.get("specversion").asText()).isEqualTo("0.5.1");
        assertThat(URI.create(context.get("source").asText())).isNotNull();
        assertThat(OffsetDateTime.parse(context.get("timestamp").asText())).isNotNull();
        JsonNode subject = event.get("subject");
        assertThat(names(subject)).as(line).containsExactlyInAnyOrder("id", "content");
        assertThat(subject.get("id").asText()).as(line).isNotEmpty();
        content(context.get("type").asText(), subject.get("content"), line);
    }

    private static void content(String type, JsonNode content, String line) {
        assertThat(type).startsWith("dev.cdevents.");
        Set<String> rules = CONTENT.get(type.substring("dev.cdevents.".length()));
        if (rules == null) {
            throw new AssertionError("no rules for " + type);
        }
        Set<String> found = new TreeSet<>();
        content.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                names(field.getValue()).forEach(name -> found.add(field.getKey() + "." + name));
            } else {
                found.add(field.getKey());
            }
        });
        assertThat(found)
                .as(line)
                .isSubsetOf(rules.stream().map(rule -> rule.replace("*", "")).toList());
        rules.stream()
                .filter(rule -> rule.endsWith("*"))
                .forEach(rule -> assertThat(found).as(line).contains(rule.replace("*", "")));
        for (String name : found) {
            JsonNode value = content.at("/" + name.replace('.', '/'));
            assertThat(value.isTextual() && !value.asText().isEmpty())
                    .as(name + " in " + line)
                    .isTrue();
            assertThat(WORDS.getOrDefault(name, Set.of(value.asText())))
                    .as(line)
                    .contains(value.asText());
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
