package io.infinityloop.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.infinityloop.Stage;
import io.infinityloop.event.DefinitionRef;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.machine.Contract;
import io.infinityloop.machine.DefinitionBuilder;
import io.infinityloop.machine.LoopDefinition;
import java.io.IOException;

/**
 * The rules of a loop, whole. Their fingerprint is written with them: rules that are read and have another one, because
 * something in them was not known and passed over, are refused.
 */
final class DefinitionFormat {
    private DefinitionFormat() {}

    static void write(JsonGenerator json, LoopDefinition definition) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", definition.id());
        json.writeNumberField("version", definition.version());
        json.writeStringField("fingerprint", definition.ref().fingerprint());
        new FieldWriter(json).list("order", definition.order());
        json.writeObjectFieldStart("stages");
        for (Stage stage : definition.order()) {
            if (hasRules(definition, stage)) {
                write(json, definition, stage);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static boolean hasRules(LoopDefinition definition, Stage stage) {
        return definition.isAutomatic(stage)
                || !definition.contracts(stage).isEmpty()
                || !definition.gates(stage).isEmpty();
    }

    private static void write(JsonGenerator json, LoopDefinition definition, Stage stage) throws IOException {
        json.writeObjectFieldStart(stage.name());
        if (!definition.contracts(stage).isEmpty()) {
            json.writeArrayFieldStart("requires");
            for (Contract contract : definition.contracts(stage)) {
                json.writePOJO(contract);
            }
            json.writeEndArray();
        }
        new FieldWriter(json).list("asks", definition.gates(stage));
        if (definition.isAutomatic(stage)) {
            json.writeBooleanField("automatic", true);
        }
        json.writeEndObject();
    }

    static LoopDefinition read(Fields fields) throws FieldException {
        DefinitionRef ref = DefinitionRefFormat.of(fields);
        DefinitionBuilder builder = LoopDefinition.builder(ref.id()).version(ref.version());
        if (fields.has("order")) {
            builder.order(fields.list("order", DefinitionFormat::stage));
        }
        if (fields.has("stages")) {
            Fields stages = fields.object("stages");
            for (Stage stage : Stage.all()) {
                if (stages.has(stage.name())) {
                    read(stage, stages.object(stage.name()), builder);
                }
            }
        }
        LoopDefinition definition = fields.checked("stages", builder::build);
        if (!definition.ref().equals(ref)) {
            throw fields.problem(
                    "fingerprint",
                    "the rules as this release reads them have another one, "
                            + definition.ref().fingerprint() + ": they were changed, or a later release wrote them");
        }
        return definition;
    }

    private static void read(Stage stage, Fields fields, DefinitionBuilder builder) throws FieldException {
        for (Contract contract : fields.objects("requires", DefinitionFormat::contract)) {
            builder.require(stage, contract);
        }
        for (String gate : fields.list("asks", text -> text)) {
            builder.gate(stage, gate);
        }
        if (fields.has("automatic") && fields.flag("automatic")) {
            builder.automatic(stage);
        }
    }

    private static Contract contract(Fields fields) throws FieldException {
        try {
            return ValueMapper.JSON.treeToValue(fields.node(), Contract.class);
        } catch (JsonProcessingException refused) {
            throw ValueMapper.problem(fields, refused);
        }
    }

    private static Stage stage(String name) {
        return Stage.all().stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + Excerpt.of(name) + "' is not known: expected the name of a stage"));
    }
}
