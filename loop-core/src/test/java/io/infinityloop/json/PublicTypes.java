package io.infinityloop.json;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.infinityloop.NaturalOrder;
import io.infinityloop.artifact.PlanItemBuilder;
import io.infinityloop.gate.Gates;
import io.infinityloop.inventory.Admission;
import io.infinityloop.inventory.Backlog;
import io.infinityloop.inventory.Incidents;
import io.infinityloop.inventory.Iterations;
import io.infinityloop.inventory.Lineage;
import io.infinityloop.inventory.NextPlan;
import io.infinityloop.inventory.OpenItems;
import io.infinityloop.inventory.TestReport;
import io.infinityloop.journal.InMemoryCheckpoints;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Subscription;
import io.infinityloop.journey.Journey;
import io.infinityloop.journey.Waypoint;
import io.infinityloop.machine.DefinitionBuilder;
import io.infinityloop.machine.InMemorySnapshots;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Verdicts;
import io.infinityloop.picture.Picture;
import io.infinityloop.pipeline.PipelineLint;
import io.infinityloop.process.Course;
import io.infinityloop.process.Lifecycle;
import io.infinityloop.process.Move;
import io.infinityloop.process.Processes;
import io.infinityloop.process.Progress;
import io.infinityloop.process.Reactions;
import io.infinityloop.process.Step;
import io.infinityloop.rule.Evaluation;
import io.infinityloop.rule.RuleSet;
import io.infinityloop.telemetry.LogParser;
import io.infinityloop.watch.Watcher;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All public types of the library, found by looking, so that none is forgotten. */
final class PublicTypes {
    /** What does not travel, and why; nor do builders and exceptions. All other public classes do. */
    private static final Map<Class<?>, String> STAYS = Map.ofEntries(
            Map.entry(NaturalOrder.class, "an order is no value"),
            Map.entry(PlanItemBuilder.class, "what it builds travels"),
            Map.entry(Admission.Admitted.class, "an answer to the caller, who has what was admitted"),
            Map.entry(Admission.Rejected.class, "an answer to the caller, who has what was rejected"),
            Map.entry(Backlog.class, "it is made of plan items, which travel"),
            Map.entry(Incidents.class, "it chooses among incidents, which travel"),
            Map.entry(Iterations.class, "it is made of iterations, which travel"),
            Map.entry(Lineage.class, "it is made of artifacts, which travel"),
            Map.entry(NextPlan.class, "it makes plan items, which travel"),
            Map.entry(OpenItems.class, "it lists artifacts, which travel"),
            Map.entry(TestReport.class, "it is made of test runs, which travel"),
            Map.entry(Picture.class, "it is drawn anew from what travels"),
            Map.entry(PipelineLint.class, "it looks at pipelines, which travel"),
            Map.entry(InMemoryCheckpoints.class, "a store of numbers"),
            Map.entry(Subscription.class, "it hears of what travels"),
            Map.entry(InMemoryJournal.class, "a journal travels as its entries"),
            Map.entry(Loop.class, "a handle: what it stands for is in the journal"),
            Map.entry(Journey.class, "it makes handles"),
            Map.entry(Waypoint.class, "a handle: what it stands for is in the journal"),
            Map.entry(DefinitionBuilder.class, "what it builds travels"),
            Map.entry(InMemorySnapshots.class, "a store travels as its snapshots"),
            Map.entry(LoopEngine.class, "it works on what travels"),
            Map.entry(Verdicts.class, "what gates said to one attempt; the next one asks them anew"),
            Map.entry(Gates.class, "it makes gates, which are code"),
            Map.entry(LogParser.class, "it reads"),
            Map.entry(RuleSet.class, "it is made of rules, which travel"),
            Map.entry(Evaluation.class, "it travels as its state"),
            Map.entry(Watcher.class, "what it watched are events, which travel"),
            Map.entry(Course.class, "a part of a process, which travels"),
            Map.entry(Lifecycle.class, "a table that is part of the library"),
            Map.entry(Move.class, "a part of a process, which travels"),
            Map.entry(Processes.class, "the tables that are part of the library"),
            Map.entry(Progress.class, "an answer to the caller, who has the process"),
            Map.entry(Reactions.class, "it makes artifacts, which travel"),
            Map.entry(Step.class, "a part of a table that is part of the library"),
            Map.entry(EventReader.class, "it reads"),
            Map.entry(EventWriter.class, "it writes"),
            Map.entry(JournalReader.class, "it reads"),
            Map.entry(JournalWriter.class, "it writes"),
            Map.entry(ValueReader.class, "it reads"),
            Map.entry(ValueWriter.class, "it writes"),
            Map.entry(Line.Known.class, "the outcome of reading a line, which travels as the line"),
            Map.entry(Line.Unknown.class, "the outcome of reading a line, which travels as the line"),
            Map.entry(Line.Rejected.class, "the outcome of reading a line, which travels as the line"));

    /**
     * Handles of loops, whose state is in the journal; the way to a database; the catalogue, which is the same wherever
     * the library is, so that the ids of its cards are enough to travel; the ways in and out, of which the events
     * travel.
     */
    private static final Set<String> HANDLES = Set.of(
            "io.infinityloop.journey",
            "io.infinityloop.jdbc",
            "io.infinityloop.catalogue",
            "io.infinityloop.source",
            "io.infinityloop.webhook",
            "io.infinityloop.export");

    private PublicTypes() {}

    /** {@return the types whose values can be written and read, by name} */
    static List<Class<?>> thatTravel() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.infinityloop")
                        .stream()
                        .filter(PublicTypes::isVisible)
                        .filter(type -> !type.isInterface() && !type.isAssignableTo(Throwable.class))
                        .filter(type -> !type.getSimpleName().equals("Builder"))
                        .map(JavaClass::reflect)
                        .filter(type -> STAYS.keySet().stream().noneMatch(stays -> stays.isAssignableFrom(type)))
                        .sorted(Comparator.comparing(Class::getName))
                        .<Class<?>>map(type -> type)
                        .toList();
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().contains(".internal")
                && !HANDLES.contains(type.getPackageName())
                && type.getEnclosingClass().map(PublicTypes::isVisible).orElse(true);
    }
}
