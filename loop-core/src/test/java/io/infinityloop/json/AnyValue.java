package io.infinityloop.json;

import static org.assertj.core.api.Assertions.fail;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.machine.Contract;
import io.infinityloop.machine.DeliveryMode;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.process.Course;
import io.infinityloop.process.Evidence;
import io.infinityloop.process.Lifecycle;
import io.infinityloop.process.ProcessValues;
import io.infinityloop.process.Processes;
import io.infinityloop.rule.Condition;
import io.infinityloop.testkit.ArtifactArbitraries;
import io.infinityloop.testkit.EventArbitraries;
import io.infinityloop.testkit.ValueArbitraries;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of any type of the model from its components alone, so that a new record is tested before anyone thinks
 * of it. What a constructor refuses is tried again with other components.
 */
final class AnyValue {
    private static final int TRIES = 2_000;

    /** Texts of the shapes that some fields ask for. */
    private static final List<String> SHAPED = List.of(
            "a",
            "plan-item",
            "1.2.3",
            "commit:4f2a91c",
            "a".repeat(64),
            "sha256:" + "0f".repeat(32),
            "https://example.org/a");

    /** Made of components alone, conditions within conditions would come to no end. */
    private static final List<String> CONDITIONS = List.of(
            "cpu > 70 for 5m and not \"error \\u2028 rate\" <= 0.1",
            "p99.9(latency) over 1h30m >= 500 or latest(cpu) over 2m = -1",
            "certificate.expiry within 7d");

    private static final Map<Class<?>, RandomGenerator<?>> KNOWN = new HashMap<>();

    private static final Map<Class<?>, Function<Random, Object>> PROCESSES = ProcessValues.all();

    static {
        known(String.class, Arbitraries.oneOf(ValueArbitraries.texts(), Arbitraries.of(SHAPED)));
        known(Instant.class, ValueArbitraries.instants());
        known(Labels.class, ValueArbitraries.labels());
        known(LoopId.class, ValueArbitraries.ids().map(LoopId::of));
        known(ArtifactRef.class, ValueArbitraries.refs());
        known(Artifact.class, ArtifactArbitraries.artifacts());
        known(LoopEvent.class, EventArbitraries.events());
        known(Condition.class, Arbitraries.of(CONDITIONS).map(Condition::parse));
        known(LoopDefinition.class, Arbitraries.of(definitions()));
        known(
                BigDecimal.class,
                Arbitraries.of("0", "1", "0.25", "-1.50", "1E+3", "123456789012345678901234567890.123456789", "1E-63")
                        .map(BigDecimal::new));
        known(
                Duration.class,
                Arbitraries.longs()
                        .between(-10_000_000_000_000L, 10_000_000_000_000L)
                        .map(Duration::ofNanos));
        known(
                ZoneId.class,
                Arbitraries.of("Europe/Berlin", "America/New_York", "Z", "+05:30")
                        .map(ZoneId::of));
        known(
                LocalTime.class,
                Arbitraries.longs().between(0, 86_399_999_999_999L).map(LocalTime::ofNanoOfDay));
        Arbitrary<Long> small = Arbitraries.longs().between(0, 3);
        Arbitrary<Long> longs =
                Arbitraries.oneOf(small, small, Arbitraries.longs().greaterOrEqual(0), Arbitraries.longs());
        known(long.class, longs);
        known(Long.class, longs);
        known(int.class, longs.map(Long::intValue));
        known(Integer.class, longs.map(Long::intValue));
        known(boolean.class, Arbitraries.of(true, false));
        known(Boolean.class, Arbitraries.of(true, false));
    }

    private final Random random;

    AnyValue(long seed) {
        this.random = new Random(seed);
    }

    /** {@return a value of the type} */
    Object of(Type type) {
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == Course.class) {
            return course((Class<?>) parameterized.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType parameterized) {
            return container((Class<?>) parameterized.getRawType(), parameterized.getActualTypeArguments());
        }
        Class<?> wanted = (Class<?>) type;
        RandomGenerator<?> known = KNOWN.get(wanted);
        if (known != null) {
            return known.next(random).value();
        }
        Function<Random, Object> process = PROCESSES.get(wanted);
        if (process != null) {
            return process.apply(random);
        }
        if (Artifact.class.isAssignableFrom(wanted) || LoopEvent.class.isAssignableFrom(wanted)) {
            return fitting(wanted);
        }
        if (wanted.isEnum()) {
            return oneOf(Arrays.asList(wanted.getEnumConstants()));
        }
        if (wanted.isSealed()) {
            return of(oneOf(Arrays.asList(wanted.getPermittedSubclasses())));
        }
        if (wanted.isRecord()) {
            return record(wanted);
        }
        return fail("no way to make a " + wanted + ": add one here, or say in PublicTypes why it does not travel");
    }

    private Object fitting(Class<?> wanted) {
        Class<?> all = Artifact.class.isAssignableFrom(wanted) ? Artifact.class : LoopEvent.class;
        for (int i = 0; i < TRIES; i++) {
            Object value = of(all);
            if (wanted.isInstance(value)) {
                return value;
            }
        }
        return fail("none of " + TRIES + " values is a " + wanted + ": are they generated at all?");
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        String refusal = "";
        try {
            Constructor<?> constructor = type.getConstructor(parameters);
            for (int i = 0; i < TRIES; i++) {
                try {
                    return constructor.newInstance(
                            Arrays.stream(components).map(this::component).toArray());
                } catch (InvocationTargetException refused) {
                    if (!(refused.getCause() instanceof IllegalArgumentException)) {
                        throw refused;
                    }
                    refusal = refused.getCause().getMessage();
                }
            }
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(type + " can not be made", broken);
        }
        return fail(type + " refused " + TRIES + " values, at last because " + refusal + ": add a way to make it here");
    }

    /** A process on its way, by the table that has these states. */
    private Course<?> course(Class<?> states) {
        return Processes.all().stream()
                .filter(table -> table.start().getDeclaringClass() == states)
                .findFirst()
                .map(this::walk)
                .orElseGet(() -> fail("no table of Processes.all() has the states " + states));
    }

    private <S extends Enum<S>> Course<S> walk(Lifecycle<S> table) {
        Instant at = (Instant) of(Instant.class);
        Course<S> course = table.begin(at, (Evidence) of(Evidence.class));
        for (int i = random.nextInt(8); i > 0 && !table.isFinal(course.state()); i--) {
            course = table.move(course, oneOf(table.next(course.state())), at, (Evidence) of(Evidence.class))
                    .orThrow();
        }
        return course;
    }

    private @Nullable Object component(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0
                ? null
                : of(component.getGenericType());
    }

    private Object container(Class<?> raw, Type[] arguments) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            Map<Object, Object> map = new TreeMap<>();
            values.stream()
                    .filter(key -> !(key instanceof String text)
                            || StandardCharsets.UTF_8.newEncoder().canEncode(text))
                    .forEach(key -> map.put(key, of(arguments[1])));
            return raw == SortedMap.class ? map : Map.copyOf(map);
        }
        if (raw == List.class) {
            return values;
        }
        Function<List<Object>, Object> set = raw == java.util.Set.class ? LinkedHashSet::new : TreeSet::new;
        return set.apply(values);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<LoopDefinition> definitions() {
        return List.of(
                LoopDefinition.ring(),
                LoopDefinition.delivery(),
                LoopDefinition.delivery(DeliveryMode.DEPLOYMENT),
                LoopDefinition.builder("own \u2028 rules")
                        .version(7)
                        .gate(Stage.TEST, "security", "a \"name\"")
                        .require(Stage.CODE, new Contract.Produced(Commit.KIND), new Contract.Present(Commit.KIND))
                        .automatic(Stage.CODE)
                        .build());
    }

    private static <T> void known(Class<T> type, Arbitrary<T> values) {
        KNOWN.put(type, values.generator(1_000, true));
    }
}
