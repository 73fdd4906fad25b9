package io.infinityloop.machine;

import io.infinityloop.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a definition says, a line for each thing, in an order that does not depend on how it was built. Two definitions
 * that say the same have the same lines.
 */
final class DefinitionText {
    private final List<String> lines;

    private DefinitionText(List<String> lines) {
        this.lines = lines;
    }

    static DefinitionText of(LoopDefinition definition) {
        List<String> lines = new ArrayList<>();
        lines.add("id " + definition.id());
        lines.add("version " + definition.version());
        lines.add("order " + definition.order().stream().map(Stage::name).collect(Collectors.joining(" ")));
        for (Stage stage : Stage.all()) {
            definition.contracts(stage).stream()
                    .map(contract -> stage + " requires " + contract.text())
                    .sorted()
                    .forEach(lines::add);
            definition.gates(stage).stream()
                    .map(gate -> stage + " asks " + gate)
                    .sorted()
                    .forEach(lines::add);
            if (definition.isAutomatic(stage)) {
                lines.add(stage + " is automatic");
            }
        }
        return new DefinitionText(List.copyOf(lines));
    }

    /** {@return the SHA-256 of the lines, in UTF-8, each ended by a line feed; lower-case hexadecimal digits} */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    List<String> differences(DefinitionText other) {
        return Stream.concat(
                        lines.stream()
                                .filter(line -> !other.lines.contains(line))
                                .map(line -> "- " + line),
                        other.lines.stream()
                                .filter(line -> !lines.contains(line))
                                .map(line -> "+ " + line))
                .toList();
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
