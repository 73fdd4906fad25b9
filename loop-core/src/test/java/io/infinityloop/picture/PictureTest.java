package io.infinityloop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Instant T0 = Instant.parse("2026-07-01T09:00:00Z");

    @Test
    void the_ring_is_eight_stages_in_two_halves_with_their_verbs() throws IOException {
        Graph graph = Picture.ofRing().graph();
        Golden.assertSame("ring", graph);
        assertThat(graph.nodes())
                .extracting(Node::name)
                .containsExactly("Plan", "Code", "Build", "Test", "Release", "Deploy", "Operate", "Monitor");
        assertThat(graph.edges())
                .extracting(Edge::label)
                .containsExactly("defines", "produces", "tests", "prepares", "delivers", "runs", "observes", "informs");
        assertThat(graph.edges().get(7)).isEqualTo(Edge.step("Monitor", "Plan", "informs"));
    }

    @Test
    void a_definition_is_shown_in_its_order_with_its_contracts_and_gates() throws IOException {
        Golden.assertSame("delivery", Picture.of(LoopDefinition.delivery()).graph());
        LoopDefinition own = LoopDefinition.builder("own \"rules\"")
                .version(2)
                .require(
                        Stage.PLAN,
                        LoopDefinition.delivery().contracts(Stage.PLAN).get(0))
                .gate(Stage.PLAN, "budget --> ok", "legal")
                .automatic(Stage.PLAN)
                .build();
        Graph graph = Picture.of(own).graph();
        Golden.assertSame("own-rules", graph);
        assertThat(graph.title()).isEqualTo("own \"rules\"");
        assertThat(graph.detail()).isEqualTo("version 2");
        assertThat(graph.edges().get(0).conditions())
                .containsExactly("present(plan-item)", "gate budget --> ok", "gate legal", "automatic");
        assertThat(graph.edges().get(1).conditions()).isEmpty();
    }

    @Test
    void a_definition_with_an_order_of_its_own_is_drawn_in_that_order() {
        List<Stage> order = List.of(
                Stage.PLAN,
                Stage.CODE,
                Stage.TEST,
                Stage.BUILD,
                Stage.RELEASE,
                Stage.DEPLOY,
                Stage.OPERATE,
                Stage.MONITOR);
        Graph graph = Picture.of(
                        LoopDefinition.builder("tests-first").order(order).build())
                .graph();
        assertThat(graph.nodes())
                .extracting(Node::name)
                .containsExactly("Plan", "Code", "Test", "Build", "Release", "Deploy", "Operate", "Monitor");
        assertThat(graph.edges())
                .extracting(Edge::to)
                .containsExactly("Code", "Test", "Build", "Release", "Deploy", "Operate", "Monitor", "Plan");
    }

    @Test
    void a_loop_is_shown_where_it_stands_with_its_returns_and_what_is_said_of_its_stages() throws IOException {
        Loop loop = loopIn(Stage.TEST);
        loop.returnTo(Stage.CODE, "a red test").orThrow();
        move(loop, Stage.TEST);
        loop.returnTo(Stage.CODE, "another red test").orThrow();
        move(loop, Stage.DEPLOY);
        loop.returnTo(Stage.RELEASE, "no <way> back").orThrow();
        Picture picture = Picture.of(loop.state())
                .history(loop.history())
                .note(Stage.BUILD, "4 min 12 s")
                .note(Stage.RELEASE, "3 d 4 h")
                .health(Stage.BUILD, Health.GOOD)
                .health(Stage.RELEASE, Health.WARNING)
                .health(Stage.OPERATE, Health.BAD);
        Golden.assertSame("loop", picture.graph());
        assertThat(picture.graph().title()).isEqualTo("checkout");
        assertThat(picture.graph().detail()).isEqualTo("cycle 1, attempt 4, in Release since 2026-07-01T09:00:00Z");
        assertThat(picture.graph().edges().subList(8, 10))
                .containsExactly(
                        Edge.back("Test", "Code", "back ×2").withConditions(List.of("a red test", "another red test")),
                        Edge.back("Deploy", "Release", "back ×1").withConditions(List.of("no <way> back")));
        assertThat(standing(picture, Stage.RELEASE)).isEqualTo(Node.Standing.HERE);
        assertThat(standing(picture, Stage.DEPLOY)).isEqualTo(Node.Standing.EMPTY);
    }

    @Test
    void a_retired_loop_is_shown_in_its_own_way() throws IOException {
        Loop loop = loopIn(Stage.CODE);
        loop.retire("no longer wanted").orThrow();
        Picture picture = Picture.of(LoopDefinition.ring(), loop.state());
        Golden.assertSame("retired", picture.graph());
        assertThat(standing(picture, Stage.CODE)).isEqualTo(Node.Standing.RETIRED);
        assertThat(picture.graph().detail()).isEqualTo("cycle 1, attempt 1, retired: no longer wanted");
        assertThat(picture.at(Stage.PLAN).graph().nodes())
                .extracting(Node::standing)
                .containsOnlyOnce(Node.Standing.HERE)
                .doesNotContain(Node.Standing.RETIRED);
    }

    @Test
    void more_than_five_causes_of_one_return_are_counted() {
        Loop loop = loopIn(Stage.PLAN);
        for (int round = 1; round <= 7; round++) {
            loop.advance(Stage.CODE).orThrow();
            loop.returnTo(Stage.PLAN, "cause " + round).orThrow();
        }
        Edge back = Picture.ofRing().history(loop.history()).graph().edges().get(8);
        assertThat(back.label()).isEqualTo("back ×7");
        assertThat(back.conditions())
                .containsExactly("cause 1", "cause 2", "cause 3", "cause 4", "cause 5", "and 2 more");
    }

    @Test
    void the_svg_needs_nothing_else_and_is_small() {
        String svg = Picture.of(loopIn(Stage.TEST).state()).svg();
        assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "href", "url(", "@import", "<script", "<image", "<foreignObject", "javascript");
        assertThat(svg.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(16_000);
        assertThat(svg).startsWith("<svg ").endsWith("</svg>\n").doesNotContain("\r");
        assertThat(svg).contains("viewBox=\"0 0 640 ", "@media (prefers-color-scheme:dark)");
        assertThat(Picture.ofRing().svg()).isEqualTo(Picture.ofRing().svg());
    }

    @Test
    void the_svg_says_in_words_what_it_shows() {
        SvgReader svg = new SvgReader(Picture.of(loopIn(Stage.TEST).state())
                .note(Stage.TEST, "3 d")
                .health(Stage.TEST, Health.BAD)
                .svg());
        assertThat(svg.root().getAttribute("role")).isEqualTo("img");
        assertThat(svg.root().getAttribute("aria-labelledby"))
                .isEqualTo(svg.all("title").get(0).getAttribute("id"));
        assertThat(svg.root().getAttribute("aria-describedby"))
                .isEqualTo(svg.all("desc").get(0).getAttribute("id"));
        assertThat(svg.text("title")).isEqualTo("checkout");
        assertThat(svg.text("desc"))
                .startsWith("cycle 1, attempt 1, in Test since 2026-07-01T09:00:00Z. Plan: Development. ")
                .contains(" Test: here, Development, 3 d, bad. ")
                .contains(" Test → Release: prepares. ");
    }

    @Test
    void the_current_stage_and_the_marks_of_health_are_told_without_colour() {
        String plain = Picture.ofRing().svg();
        SvgReader svg = new SvgReader(Picture.ofRing().at(Stage.TEST).svg());
        assertThat(svg.texts("circle", "ring")).hasSize(1);
        assertThat(svg.texts("text", "word")).containsExactly("here");
        assertThat(new SvgReader(plain).texts("text", "word")).isEmpty();
        List<String> signs = List.of(Health.GOOD, Health.WARNING, Health.BAD).stream()
                .map(health -> new SvgReader(
                        Picture.ofRing().health(Stage.PLAN, health).svg()))
                .map(picture -> picture.all("path").stream()
                        .filter(path -> path.getAttribute("class").equals("sign"))
                        .findFirst()
                        .orElseThrow()
                        .getAttribute("d"))
                .toList();
        assertThat(signs).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void two_pictures_in_one_page_have_ids_of_their_own() {
        String here =
                new SvgReader(Picture.ofRing().at(Stage.PLAN).svg()).root().getAttribute("aria-labelledby");
        String there =
                new SvgReader(Picture.ofRing().at(Stage.CODE).svg()).root().getAttribute("aria-labelledby");
        assertThat(here).matches("loop-[0-9a-f]{8}-title").isNotEqualTo(there);
    }

    @Test
    void mermaid_and_dot_mark_where_a_loop_stands() {
        Picture here = Picture.ofRing().at(Stage.CODE);
        assertThat(here.mermaid()).contains("n2[[\"Code<br/>here\"]]", "style n2 stroke-width:4px\n");
        assertThat(here.dot()).contains("n2 [label=\"Code\\nhere\", peripheries=2, penwidth=2];");
        Picture gone = Picture.ofRing().retired(Stage.CODE);
        assertThat(gone.mermaid()).contains("Code<br/>retired", "stroke-dasharray");
        assertThat(gone.dot()).contains("Code\\nretired", "style=\"rounded,dashed\"");
    }

    private static Node.Standing standing(Picture picture, Stage stage) {
        return picture.graph().nodes().get(stage.number() - 1).standing();
    }

    private static Loop loopIn(Stage stage) {
        Loop loop = LoopEngine.builder(Clock.fixed(T0, ZoneOffset.UTC))
                .definition(LoopDefinition.ring())
                .build()
                .start(LoopId.of("checkout"));
        move(loop, stage);
        return loop;
    }

    private static void move(Loop loop, Stage stage) {
        while (loop.stage() != stage) {
            loop.advance(loop.stage().next()).orThrow();
        }
    }
}
