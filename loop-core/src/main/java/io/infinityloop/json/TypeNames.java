package io.infinityloop.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.rule.Condition;
import io.infinityloop.rule.Operand;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the types of values. One of several that a sealed interface permits is told by the field {@code type};
 * the names are those of the permitted records and of nothing else, so no input can name a class of its own choice.
 */
final class TypeNames extends JacksonAnnotationIntrospector {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final JsonTypeInfo.Value BY_NAME = JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true, true);

    /**
     * {@return the name of a type: {@code loop-state}, {@code test-run.counts}; for an alternative that of the whole}
     */
    static String of(Class<?> type) {
        Class<?> whole = whole(type);
        Class<?> named = whole == null ? type : whole;
        Class<?> outer = named.getEnclosingClass();
        return (outer == null ? "" : of(outer) + ".") + simple(named);
    }

    /** {@return the names under which a value of a type stands alone: events and artifacts go by their own} */
    static List<String> written(Class<?> type) {
        return type.isSealed() && hasOwnForm(type) ? alternatives(type) : List.of(of(type));
    }

    /** {@return the names of the alternatives of a sealed interface, sorted} */
    static List<String> alternatives(Class<?> whole) {
        return leaves(whole).map(TypeNames::simple).sorted().toList();
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass
                        && whole(annotated.getRawType()) != null
                        && !isText(annotated.getRawType())
                ? BY_NAME
                : null;
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass annotated) {
        return whole(annotated.getRawType()) == null ? null : simple(annotated.getRawType());
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> type = annotated.getRawType();
        return type.isSealed() && whole(type) != null
                ? leaves(type).map(leaf -> new NamedType(leaf, simple(leaf))).toList()
                : null;
    }

    /**
     * {@return the sealed interface that a type is or belongs to, null if there is none; events have their own form}
     */
    private static @Nullable Class<?> whole(Class<?> type) {
        if (hasOwnForm(type)) {
            return null;
        }
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .filter(candidate -> candidate.isInterface() && candidate.isSealed() && !isOfTheJdk(candidate))
                .findFirst()
                .orElse(null);
    }

    /** Conditions are written as their text, which tells what they are. */
    private static boolean isText(Class<?> type) {
        return Condition.class.isAssignableFrom(type) || Operand.class.isAssignableFrom(type);
    }

    private static boolean hasOwnForm(Class<?> type) {
        return LoopEvent.class.isAssignableFrom(type) || Artifact.class.isAssignableFrom(type);
    }

    /** Texts and numbers belong to a sealed interface as well, java.lang.constant.ConstantDesc. */
    private static boolean isOfTheJdk(Class<?> type) {
        return type.getPackageName().startsWith("java.");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(TypeNames::leaves);
    }

    private static String simple(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
