package io.infinityloop.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.Limits;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.release.SemanticVersion;
import io.infinityloop.rule.Condition;
import io.infinityloop.rule.Operand;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values that have a form of their own, the same as in events. All other records are objects of their components.
 */
final class ValueForms extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1L;

    ValueForms() {
        add(
                String.class,
                "",
                (json, text) -> json.writeString(text),
                (fields, name) -> fields.value(name, text -> text));
        add(LoopId.class, null, (json, loop) -> json.writeString(loop.value()), text(LoopId::of));
        add(ArtifactRef.class, null, (json, ref) -> json.writeString(ref.toString()), text(ArtifactRef::parse));
        add(
                Instant.class,
                null,
                (json, at) -> json.writeString(Limits.checked("instant", at).toString()),
                Fields::instant);
        add(Duration.class, null, (json, time) -> json.writeString(time.toString()), Fields::duration);
        add(
                SemanticVersion.class,
                null,
                (json, version) -> json.writeString(version.toString()),
                text(SemanticVersion::parse));
        add(ZoneId.class, null, (json, zone) -> json.writeString(zone.getId()), text(ValueForms::zone));
        add(LocalTime.class, null, (json, time) -> json.writeString(time.toString()), text(ValueForms::time));
        add(
                BigDecimal.class,
                null,
                (json, number) -> json.writeNumber(Limits.checked("number", number)),
                Fields::decimal);
        add(Labels.class, Labels.none(), (json, labels) -> new FieldWriter(json).entries(labels), Fields::labels);
        add(
                LoopDefinition.class,
                null,
                DefinitionFormat::write,
                (fields, name) -> DefinitionFormat.read(fields.object(name)));
        addKeySerializer(
                String.class,
                new ValueWriting<>(
                        String.class, (json, key) -> json.writeFieldName(FieldWriter.checkedName("key", key))));
        addSerializer(new ValueWriting<>(Condition.class, (json, condition) -> json.writeString(condition.text())));
        addSerializer(new ValueWriting<>(Operand.class, (json, operand) -> json.writeString(operand.text())));
        addSerializer(new ValueWriting<>(Artifact.class, (json, artifact) -> {
            json.writeStartObject();
            ArtifactFormats.write(artifact, new FieldWriter(json));
            json.writeEndObject();
        }));
        addSerializer(new ValueWriting<>(LoopEvent.class, (json, event) -> {
            json.writeStartObject();
            EventWriter.write(event, new FieldWriter(json));
            json.writeEndObject();
        }));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new ModelForms());
    }

    private <T> void add(Class<T> type, @Nullable T missing, ValueWriting.Form<T> written, ValueReading.Form<T> read) {
        addSerializer(new ValueWriting<>(type, written));
        addDeserializer(type, new ValueReading<>(type, missing, read));
    }

    private static <T> ValueReading.Form<T> text(Function<String, T> meaning) {
        return (fields, name) -> fields.value(name, meaning);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "'" + Excerpt.of(id) + "' is no zone: expected a name such as Europe/Berlin or Z", unknown);
        }
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException(
                    "'" + Excerpt.of(text) + "' is no time of the day: expected one such as 10:00", broken);
        }
    }

    /** Artifacts, events and conditions, whether all of them fit or one kind only. */
    private static final class ModelForms extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            if (type.isTypeOrSubTypeOf(Artifact.class)) {
                return new ValueReading<>(
                        type.getRawClass(), null, fitting(type, (fields, name) -> artifact(fields.object(name))));
            }
            if (type.isTypeOrSubTypeOf(LoopEvent.class)) {
                return new ValueReading<>(
                        type.getRawClass(),
                        null,
                        fitting(type, (fields, name) -> EventLine.event(fields.object(name))));
            }
            if (type.isTypeOrSubTypeOf(Condition.class)) {
                return new ValueReading<>(type.getRawClass(), null, fitting(type, text(Condition::parse)));
            }
            if (type.isTypeOrSubTypeOf(Operand.class)) {
                return new ValueReading<>(type.getRawClass(), null, fitting(type, text(Operand::parse)));
            }
            return null;
        }

        private static Artifact artifact(Fields fields) throws FieldException {
            return ArtifactFormats.read(fields);
        }

        private static <T> ValueReading.Form<Object> fitting(JavaType type, ValueReading.Form<T> read) {
            return (fields, name) -> {
                T value = read.read(fields, name);
                if (!type.getRawClass().isInstance(value)) {
                    throw fields.problem(
                            name,
                            TypeNames.of(value.getClass()) + " was given: expected "
                                    + TypeNames.of(type.getRawClass()));
                }
                return value;
            };
        }
    }
}
