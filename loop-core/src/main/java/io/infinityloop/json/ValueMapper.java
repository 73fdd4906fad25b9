package io.infinityloop.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds records to JSON objects, strictly: nothing is guessed from what does not fit. */
final class ValueMapper {
    /** Only the components of a record are fields: what it computes from them is not written. */
    private static final DefaultAccessorNamingStrategy.Provider COMPONENTS =
            new DefaultAccessorNamingStrategy.Provider() {
                @Override
                public DefaultAccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass type) {
                    return new Components(config, type);
                }
            };

    static final JsonMapper JSON = mapper();

    private ValueMapper() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .annotationIntrospector(new TypeNames())
                .accessorNaming(COMPONENTS)
                .addModule(new ValueForms())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        for (Class<?> type :
                List.of(List.class, Set.class, SortedSet.class, Collection.class, Map.class, SortedMap.class)) {
            builder.withConfigOverride(
                    type, field -> field.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    /** {@return the refusal in our words, with the path of the field after what is given} */
    static IllegalArgumentException refusal(String start, JsonProcessingException refused) {
        FieldException problem = problem(start, refused);
        return new IllegalArgumentException(problem.field() + ": " + problem.problem());
    }

    /** {@return the refusal in our words, with the path of the field from the beginning of the line} */
    static FieldException problem(Fields within, JsonProcessingException refused) {
        FieldException problem = problem("", refused);
        return within.problem(problem.field().replaceFirst("^\\.", ""), problem.problem());
    }

    private static FieldException problem(String start, JsonProcessingException refused) {
        StringBuilder path = new StringBuilder(start);
        if (refused instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
            }
        }
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof FieldException field) {
                return new FieldException(path + field.field(), field.problem());
            }
            if (cause instanceof IllegalArgumentException illegal) {
                return new FieldException(path.toString(), String.valueOf(illegal.getMessage()));
            }
            if (cause instanceof NullPointerException missing) {
                return new FieldException(path + "." + missing.getMessage(), "missing");
            }
        }
        return new FieldException(path.toString(), problem(refused));
    }

    private static String problem(JsonProcessingException refused) {
        if (refused instanceof InvalidTypeIdException unknown) {
            String names = String.join(
                    ", ", TypeNames.alternatives(unknown.getBaseType().getRawClass()));
            return unknown.getTypeId() == null
                    ? "the type is missing: expected one of " + names
                    : "the type '" + Excerpt.of(unknown.getTypeId()) + "' is not known: expected one of " + names;
        }
        if (refused.getCause() instanceof InputCoercionException tooLarge) {
            return "does not fit: expected " + expected(tooLarge.getTargetType());
        }
        Class<?> target = refused instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return "does not fit: expected " + expected(target);
    }

    private static String expected(@Nullable Class<?> target) {
        if (target == null) {
            return "a value of the model";
        }
        if (target.isEnum()) {
            return "one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return "a whole number";
        }
        return Collection.class.isAssignableFrom(target) ? "a list" : "an object";
    }

    /** Knows the accessors of components, and no getters. */
    private static final class Components extends DefaultAccessorNamingStrategy.RecordNaming {
        Components(MapperConfig<?> config, AnnotatedClass type) {
            super(config, type);
        }

        @Override
        public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
            return null;
        }

        @Override
        public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
            String found = super.findNameForRegularGetter(method, name);
            return name.equals(found) ? found : null;
        }
    }
}
