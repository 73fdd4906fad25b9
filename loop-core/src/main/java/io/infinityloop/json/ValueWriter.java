package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.infinityloop.Labels;
import io.infinityloop.machine.LoopDefinition;

/**
 * Writes any value of the model as text: a state, a decision with its reasons, an entry of a journal, an artifact
 * alone.
 *
 * <p>For logs of events there is {@link EventWriter}. The form of a value is told in the package page. Equal values
 * give equal text. Safe for use by many threads.
 *
 * @since 0.1
 */
public final class ValueWriter {
    private ValueWriter() {}

    /**
     * Returns a value as one line, which {@link ValueReader} reads back as an equal value.
     *
     * @param value a record or enum constant of the public packages, {@link Labels} or a {@link LoopDefinition}
     * @return its JSON, without a line break inside or at the end
     * @throws IllegalArgumentException if the format can not hold the value: it is of another type, or breaks one of
     *     the limits of the format
     */
    public static String toJson(Object value) {
        Class<?> type = requireNonNull(value, "value") instanceof Enum<?> constant
                ? constant.getDeclaringClass()
                : value.getClass();
        if (!type.isRecord() && !type.isEnum() && type != Labels.class && type != LoopDefinition.class) {
            throw new IllegalArgumentException(type.getName()
                    + " is no value of the model and can not be written: expected a record, an enum"
                    + " constant, Labels or a LoopDefinition");
        }
        try {
            return OneLine.of("{\"v\":" + EventLine.VERSION + ",\"type\":\"" + TypeNames.of(type) + "\",\"value\":"
                    + ValueMapper.JSON.writeValueAsString(value) + "}");
        } catch (JsonProcessingException refused) {
            throw ValueMapper.refusal(TypeNames.of(type) + " can not be written: value", refused);
        }
    }
}
