package io.infinityloop.artifact;

import io.infinityloop.artifact.PlanBrief.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan had better say before the work begins: requirements ART-04, ART-06 and ART-08. */
final class PlanGaps {
    private final List<Gap> gaps = new ArrayList<>();

    private PlanGaps() {}

    static List<Gap> of(PlanItem item) {
        PlanGaps found = new PlanGaps();
        found.addWork(item);
        found.addReasons(item.brief());
        return List.copyOf(found.gaps);
    }

    private void addWork(PlanItem item) {
        PlanPlace place = item.place();
        addIf(item.title().isBlank(), "title", "nothing says what is to be done");
        addIf(item.tasks().isEmpty(), "tasks", "the work is not divided into tasks");
        addIf(item.acceptanceCriteria().isEmpty(), "acceptanceCriteria", "nothing says when it is done");
        addIf(place.iteration().isEmpty(), "iteration", "no iteration takes it on");
        addIf(place.priority() == null, "priority", "nothing says how urgent it is");
        addIf(place.estimate() == null, "estimate", "nothing says how much work it is");
    }

    private void addReasons(PlanBrief brief) {
        addIf(brief.problem().isBlank(), "problem", "nothing says what is wrong today");
        addIf(brief.value().isEmpty(), "value", "it names no value statement that it serves");
        addIf(brief.goals().isEmpty(), "goals", "no outcome is named that can be measured");
        addIf(brief.signals(Timing.LEADING).isEmpty(), "signals", "no leading signal tells early how the work flows");
        addIf(brief.signals(Timing.LAGGING).isEmpty(), "signals", "no lagging signal tells whether it had its effect");
        addIf(brief.successObservation().isBlank(), "successObservation", "nothing says how success will be seen");
        addIf(brief.risks().isEmpty(), "risks", "nothing says what may go wrong");
        Set<QualityRequirement.Kind> missing = brief.missingRequirements();
        if (!missing.isEmpty()) {
            gaps.add(new Gap(
                    "requirements",
                    missing.stream()
                            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ", "nothing is required of ", ""))));
        }
    }

    private void addIf(boolean isMissing, String field, String message) {
        if (isMissing) {
            gaps.add(new Gap(field, message));
        }
    }
}
