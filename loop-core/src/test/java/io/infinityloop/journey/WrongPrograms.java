package io.infinityloop.journey;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs that must not compile. Each has one wrong line, which it marks; without that line it is right. */
final class WrongPrograms {
    static final Collector<CharSequence, ?, String> LINES = Collectors.joining("\n");

    static final String IMPORTS = Stream.of("", ".artifact", ".journey", ".machine")
            .map(name -> "import io.infinityloop" + name + ".*;\n")
            .collect(Collectors.joining());

    static final Map<String, String> ALL = new TreeMap<>();

    static {
        order();
        artifacts();
        returns();
        waysIn();
    }

    private WrongPrograms() {}

    /** {@return a program of a class with a method that has a handle of each stage and an artifact of each kind} */
    static String program(String name, String body) {
        return IMPORTS + """
                final class %s {
                    private %s() {}
                    static void run(
                            LoopEngine engine, LoopId id, Loop loop, Stay stay,
                            AtPlan atPlan, AtCode atCode, AtBuild atBuild, AtTest atTest,
                            AtRelease atRelease, AtDeploy atDeploy, AtOperate atOperate, AtMonitor atMonitor,
                            PlanItem item, Commit commit, BuildArtifact built, TestRun run,
                            Release release, Deployment deployment, OperationRecord operated, Insight insight,
                            Branch branch, Build build, Approval approval, Exposure exposure, Incident incident,
                            CustomArtifact own) {
                %s
                    }
                }
                """.formatted(name, name, body);
    }

    private static void order() {
        ALL.put("a_stage_is_skipped", """
                AtCode code = atPlan.plan(item);
                code.build(built); // here
                code.code(commit).build(built);
                """);
        ALL.put("a_stage_is_skipped_in_a_chain", """
                atPlan.plan(item)
                        .code(commit)
                        .release(release) // here
                        ;
                """);
        ALL.put("a_stage_is_passed_twice", """
                AtBuild atBuild2 = atCode.code(commit);
                atBuild2.code(commit); // here
                """);
        ALL.put("the_result_is_taken_for_another_stage", """
                AtCode right = atPlan.plan(item);
                AtBuild wrong = atPlan.plan(item); // here
                """);
        ALL.put("the_next_cycle_begins_with_code", """
                AtPlan next = atMonitor.monitor(insight);
                next.code(commit); // here
                next.plan(item).code(commit);
                """);
        ALL.put("the_loop_ends_with_monitor", """
                atOperate.operate(operated).monitor(insight);
                atOperate.operate(operated).operate(operated); // here
                """);
        ALL.put("it_goes_on_after_it_was_given_up", """
                atCode.retire("not wanted");
                atCode.retire("not wanted").code(commit); // here
                """);
        ALL.put("recording_is_taken_for_a_step", """
                atTest.record(run);
                atTest.record(run).release(release); // here
                """);
    }

    private static void artifacts() {
        ALL.put("an_artifact_of_another_stage", "atPlan.plan(commit); // here\natPlan.plan(item);\n");
        ALL.put("the_required_artifact_is_missing", "atCode.code(); // here\natCode.code(commit);\n");
        ALL.put("a_build_that_left_nothing_behind", """
                atBuild.build(build); // here
                atBuild.build(built, build);
                """);
        ALL.put("two_artifacts_are_swapped", """
                atCode.code(branch, commit); // here
                atCode.code(commit, branch);
                """);
        ALL.put("an_approval_instead_of_the_release", """
                atRelease.release(approval, release); // here
                atRelease.release(release, approval);
                """);
        ALL.put("showing_it_instead_of_deploying_it", """
                atDeploy.deploy(exposure); // here
                atDeploy.deploy(deployment, exposure);
                """);
        ALL.put("an_incident_instead_of_the_record_of_operation", """
                atOperate.operate(incident); // here
                atOperate.operate(operated, incident);
                """);
        ALL.put("one_of_several_is_of_another_stage", """
                atBuild.build(built, build, run, build); // here
                atBuild.record(run);
                """);
        ALL.put("the_release_in_place_of_its_deployment", "atDeploy.deploy(release); // here\n");
        ALL.put("any_artifact", "Artifact any = item;\natPlan.plan(any); // here\n");
        ALL.put("words_in_place_of_an_insight", "atMonitor.monitor(\"nothing found\"); // here\n");
        ALL.put("a_kind_of_ones_own_is_no_artifact_of_the_stage", """
                atBuild.build(built, own); // here
                atBuild.record(own);
                """);
        ALL.put("something_else_is_recorded", "atPlan.record(\"a note\"); // here\natPlan.record(insight);\n");
    }

    private static void returns() {
        ALL.put("a_return_forwards", """
                atCode.returnToTest("skip the build"); // here
                atCode.returnToPlan("wrong idea");
                """);
        ALL.put("a_return_to_where_it_is", "atTest.returnToTest(\"again\"); // here\n");
        ALL.put("a_return_from_plan", "atPlan.returnToMonitor(\"look again\"); // here\n");
        ALL.put("a_return_without_a_cause", "atTest.returnToCode(); // here\natTest.returnToCode(\"red\");\n");
        ALL.put("it_goes_on_as_if_it_had_not_returned", """
                atTest.returnToCode("red").code(commit);
                atTest.returnToCode("red").test(run); // here
                """);
        ALL.put("a_return_is_taken_for_another_stage", """
                AtBuild again = atTest.returnToBuild("flaky");
                AtTest wrong = atTest.returnToBuild("flaky"); // here
                """);
        ALL.put("a_return_to_the_stage_before_by_number", "atTest.returnTo(Stage.CODE, \"red\"); // here\n");
    }

    private static void waysIn() {
        ALL.put("a_start_in_the_middle", """
                AtPlan begun = Journey.start(engine, id);
                AtBuild wrong = Journey.start(engine, id); // here
                """);
        ALL.put("what_is_resumed_is_taken_for_a_stage_unseen", """
                Waypoint there = Journey.resume(loop);
                AtBuild wrong = Journey.resume(loop); // here
                if (there instanceof AtBuild seen) {
                    seen.build(built);
                }
                """);
        ALL.put("a_stage_is_asked_for_and_another_one_taken", """
                AtBuild right = Journey.resume(loop, AtBuild.class).orElseThrow();
                AtTest wrong = Journey.resume(loop, AtBuild.class).orElseThrow(); // here
                """);
        ALL.put("a_step_from_an_unknown_stage", "Journey.resume(loop).code(commit); // here\n");
        ALL.put("a_handle_made_by_hand", "new AtDeploy(loop, stay); // here\n");
        ALL.put("a_stage_of_ones_own", "final class AtRest extends Waypoint {} // here\n");
        ALL.put("a_step_of_ones_own", "class AtCode2 extends AtCode {} // here\n");
        ALL.put("a_handle_of_a_stage_for_that_of_another", "AtDeploy wrong = atRelease; // here\n");
    }
}
