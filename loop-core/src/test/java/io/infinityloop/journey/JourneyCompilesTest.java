package io.infinityloop.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong programs do not compile, and it is the wrong line that the compiler names. */
class JourneyCompilesTest {
    private static final String MARK = "// here";

    @TempDir
    private Path folder;

    @Test
    void the_example_of_the_package_page_compiles() throws IOException {
        String example = """
                import java.time.Instant;
                import java.util.List;
                %s
                final class Example {
                    private Example() {}
                    %s
                    static BuildArtifact built(String digest, Instant at) { throw new AssertionError(); }
                    static TestRun tested(String digest, Instant at) { throw new AssertionError(); }
                    static Release released(String digest, Instant at) { throw new AssertionError(); }
                }
                """.formatted(WrongPrograms.IMPORTS, JourneyExampleTest.onThePage());
        assertThat(errors(example, "Example")).isEmpty();
    }

    @Test
    void each_wrong_program_is_rejected_at_the_wrong_line_and_compiles_without_it() throws IOException {
        Map<String, String> programs = new TreeMap<>();
        Map<String, SortedSet<Integer>> expected = new TreeMap<>();
        WrongPrograms.ALL.forEach((name, body) -> {
            String wrong = WrongPrograms.program("Wrong_" + name, body);
            SortedSet<Integer> marked = marked(wrong);
            assertThat(marked).as("lines of %s that say %s", name, MARK).hasSize(1);
            programs.put("Wrong_" + name, wrong);
            expected.put("Wrong_" + name, marked);

            String right = body.lines().filter(line -> !line.contains(MARK)).collect(WrongPrograms.LINES);
            programs.put("Right_" + name, WrongPrograms.program("Right_" + name, right));
            expected.put("Right_" + name, new TreeSet<>());
        });
        assertThat(expected).isNotEmpty();
        assertThat(errors(programs)).isEqualTo(expected);
    }

    @Test
    void of_64_pairs_of_stages_the_eight_steps_of_the_ring_compile() throws IOException {
        assertThat(compilingOf(pairs((at, to) -> handle(at) + "." + step(to) + "(" + required(to) + ");")))
                .containsExactly(
                        "atPlan.plan(item);",
                        "atCode.code(commit);",
                        "atBuild.build(built);",
                        "atTest.test(run);",
                        "atRelease.release(release);",
                        "atDeploy.deploy(deployment);",
                        "atOperate.operate(operated);",
                        "atMonitor.monitor(insight);");
    }

    @Test
    void a_step_leads_to_the_stage_after_it_and_to_no_other() throws IOException {
        assertThat(compilingOf(pairs((at, to) ->
                        "{ " + type(to) + " next = " + handle(at) + "." + step(at) + "(" + required(at) + "); }")))
                .containsExactly(
                        "{ AtCode next = atPlan.plan(item); }",
                        "{ AtBuild next = atCode.code(commit); }",
                        "{ AtTest next = atBuild.build(built); }",
                        "{ AtRelease next = atTest.test(run); }",
                        "{ AtDeploy next = atRelease.release(release); }",
                        "{ AtOperate next = atDeploy.deploy(deployment); }",
                        "{ AtMonitor next = atOperate.operate(operated); }",
                        "{ AtPlan next = atMonitor.monitor(insight); }");
    }

    @Test
    void each_stage_takes_its_own_artifacts_only_as_the_required_one_and_beside_it() throws IOException {
        List<String> required = pairs((at, of) -> handle(at) + "." + step(at) + "(" + required(of) + ");");
        assertThat(compilingOf(required)).containsExactlyElementsOf(own(required));
        List<String> more =
                pairs((at, of) -> handle(at) + "." + step(at) + "(" + required(at) + ", " + required(of) + ");");
        assertThat(compilingOf(more)).containsExactlyElementsOf(own(more));
    }

    @Test
    void of_64_pairs_of_stages_the_28_returns_to_an_earlier_one_compile_and_lead_there() throws IOException {
        List<String> right = new ArrayList<>();
        for (Stage at : Stage.all()) {
            for (Stage to : Stage.all().subList(0, at.number() - 1)) {
                right.add(back(at, to, to));
            }
        }
        assertThat(right).hasSize(28).contains("{ AtCode back = atTest.returnToCode(\"why\"); }");
        assertThat(compilingOf(pairs((at, to) -> back(at, to, to)))).containsExactlyElementsOf(right);
        assertThat(compilingOf(pairs((at, to) -> back(at, to, to.next())))).isEmpty();
    }

    private static String back(Stage at, Stage to, Stage result) {
        return "{ " + type(result) + " back = " + handle(at) + ".returnTo" + to.displayName() + "(\"why\"); }";
    }

    /** The statements in the order of the stages that say the same of both stages of a pair: every ninth of 64. */
    private static List<String> own(List<String> pairs) {
        return Stage.all().stream()
                .map(stage -> pairs.get((stage.number() - 1) * 9))
                .toList();
    }

    private static List<String> pairs(BiFunction<Stage, Stage, String> statement) {
        return Stage.all().stream()
                .flatMap(one -> Stage.all().stream().map(other -> statement.apply(one, other)))
                .toList();
    }

    private List<String> compilingOf(List<String> statements) throws IOException {
        String program = WrongPrograms.program("Statements", String.join("\n", statements));
        List<String> lines = program.lines().toList();
        SortedSet<Integer> wrong = errors(program, "Statements");
        assertThat(statements)
                .as("no error but in a statement")
                .containsAll(wrong.stream().map(line -> lines.get(line - 1)).toList());
        int first = lines.indexOf(statements.get(0));
        return statements.stream()
                .filter(statement -> !wrong.contains(first + statements.indexOf(statement) + 1))
                .toList();
    }

    private Map<String, SortedSet<Integer>> errors(Map<String, String> programs) throws IOException {
        return new Javac(folder).errors(programs);
    }

    private SortedSet<Integer> errors(String program, String name) throws IOException {
        return requireNonNull(errors(Map.of(name, program)).get(name));
    }

    private static SortedSet<Integer> marked(String program) {
        List<String> lines = program.lines().toList();
        SortedSet<Integer> marked = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(MARK)) {
                marked.add(i + 1);
            }
        }
        return marked;
    }

    private static String type(Stage stage) {
        return "At" + stage.displayName();
    }

    private static String handle(Stage stage) {
        return "at" + stage.displayName();
    }

    private static String step(Stage stage) {
        return stage.displayName().toLowerCase(Locale.ROOT);
    }

    private static String required(Stage stage) {
        return switch (stage) {
            case PLAN -> "item";
            case CODE -> "commit";
            case BUILD -> "built";
            case TEST -> "run";
            case RELEASE -> "release";
            case DEPLOY -> "deployment";
            case OPERATE -> "operated";
            case MONITOR -> "insight";
        };
    }
}
