package io.infinityloop.machine;

import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.machine.Samples.LOOP;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an engine says to the log, and how loudly. */
class EngineLogTest {
    private static final String LEVEL = "org.slf4j.simpleLogger.log." + LoopEngine.class.getName();

    /** A granted move and a refused one. */
    public static final class Steps implements Runnable {
        @Override
        public void run() {
            Loop loop = Samples.engine().start(LOOP);
            loop.advance(CODE).orThrow();
            loop.advance(DEPLOY);
        }
    }

    @Test
    @Tag("SPI-09")
    void transitions_and_refusals_are_logged_for_those_who_ask_for_steps() throws Exception {
        List<String> steps = logged(() -> runWithLevel("debug"));
        assertThat(steps).hasSize(3).allMatch(line -> line.contains("DEBUG"));
        assertThat(steps.get(0)).contains("checkout", "PLAN");
        assertThat(steps.get(1)).contains("checkout", "CODE");
        assertThat(steps.get(2))
                .contains("checkout", "cannot go from CODE to DEPLOY: the only stage after CODE is BUILD");
        assertThat(logged(() -> runWithLevel("info")))
                .as("nobody need act on it")
                .isEmpty();
    }

    @Test
    @Tag("SPI-09")
    void a_plug_in_that_fails_is_a_warning() throws Exception {
        LoopListener failing = new LoopListener() {
            @Override
            public void onAccepted(Decision.Accepted decision, LoopState after) {
                if (after.stage() == CODE) {
                    throw new IllegalStateException("on purpose");
                }
            }
        };
        Loop loop = LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .listener(failing)
                .build()
                .start(LOOP);
        List<String> said = logged(() -> loop.advance(CODE).orThrow());
        assertThat(said.get(0)).contains("WARN", failing.getClass().getName(), "the loop is not affected");
        assertThat(said.get(1)).contains("IllegalStateException: on purpose");
        assertThat(said.subList(2, said.size())).as("its stack trace").allMatch(line -> line.startsWith("\tat "));
    }

    /**
     * A logger asks for its level once, when it is made: so the steps run in classes that are loaded anew, without a
     * parent that knows them.
     */
    private static void runWithLevel(String level) throws Exception {
        URL tests = new URL(requireNonNull(EngineLogTest.class.getResource("EngineLogTest.class")), "../../../");
        URL[] places = {
            tests,
            placeOf(LoopEngine.class),
            placeOf(LoggerFactory.class),
            placeOf(LoggerFactory.getILoggerFactory().getClass()),
        };
        System.setProperty(LEVEL, level);
        try (URLClassLoader loader = new URLClassLoader(places, null)) {
            Class<?> steps = loader.loadClass(Steps.class.getName());
            ((Runnable) steps.getDeclaredConstructor().newInstance()).run();
        } finally {
            System.clearProperty(LEVEL);
        }
    }

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static List<String> logged(Action action) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private interface Action {
        void run() throws Exception;
    }
}
