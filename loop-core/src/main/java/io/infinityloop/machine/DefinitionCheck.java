package io.infinityloop.machine;

import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.internal.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds everything that is wrong with the parts of a definition. */
final class DefinitionCheck {
    /** Of these kinds an artifact may belong to a stage before the one that usually produces it. */
    private static final Map<ArtifactKind, Stage> EARLIEST =
            Map.of(TestRun.KIND, Stage.BUILD, Deployment.KIND, Stage.TEST);

    /** The kinds that have an outcome. */
    static final Set<ArtifactKind> CHECKED = Set.of(Build.KIND, TestRun.KIND, Deployment.KIND);

    private static final int NAME_LIMIT = 100;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Stage> order;

    private DefinitionCheck(List<Stage> order) {
        this.order = order;
    }

    /** {@return what is wrong, in the order of the stages; empty if nothing is} */
    static List<Finding> of(
            List<Stage> order,
            Map<Stage, List<Contract>> contracts,
            Map<Stage, List<String>> gates,
            Set<Stage> automatic) {
        DefinitionCheck check = new DefinitionCheck(order);
        check.order();
        for (Stage stage : Stage.all()) {
            check.contracts(stage, contracts.getOrDefault(stage, List.of()));
            check.gates(stage, gates.getOrDefault(stage, List.of()));
            if (automatic.contains(stage)
                    && contracts.getOrDefault(stage, List.of()).isEmpty()) {
                check.add(
                        "AUTOMATIC_WITHOUT_CONTRACT",
                        stage + " is left automatically, but nothing is required before it is: require something");
            }
        }
        return check.findings;
    }

    private void order() {
        if (order.size() != Stage.all().size() || EnumSet.copyOf(withPlan()).size() != order.size()) {
            add("ORDER", "the order " + order + " must hold each of the eight stages once");
        } else if (order.get(0) != Stage.PLAN || order.get(order.size() - 1) != Stage.MONITOR) {
            add(
                    "ORDER_ENDS",
                    "the order " + order + " must begin with PLAN and end with MONITOR: there a cycle closes");
        }
    }

    private List<Stage> withPlan() {
        return order.isEmpty() ? List.of(Stage.PLAN) : order;
    }

    private void contracts(Stage stage, List<Contract> contracts) {
        Set<Contract> seen = new HashSet<>();
        for (Contract contract : contracts) {
            if (!seen.add(contract)) {
                add("DUPLICATE_CONTRACT", stage + " requires " + contract.text() + " twice");
            }
            contract(stage, contract);
        }
    }

    private void contract(Stage stage, Contract contract) {
        for (ArtifactKind kind : contract.kinds()) {
            int earliest =
                    Math.min(order.indexOf(kind.stage()), order.indexOf(EARLIEST.getOrDefault(kind, kind.stage())));
            if (earliest > order.indexOf(stage)) {
                add(
                        "KIND_TOO_LATE",
                        stage + " requires " + contract.text() + ", but " + Texts.withArticle(kind) + " is produced in "
                                + kind.stage() + ", which comes later");
            }
        }
        if (contract instanceof Contract.Passed passed && !CHECKED.contains(passed.kind())) {
            add(
                    "NOT_CHECKED",
                    stage + " requires " + contract.text() + ", but " + Texts.withArticle(passed.kind())
                            + " has no outcome; one of build, test-run, deployment has");
        }
        if (contract instanceof Contract.FieldPresent field && isUnknown(field)) {
            add(
                    "UNKNOWN_FIELD",
                    stage + " requires " + contract.text() + ", but of " + Texts.withArticle(field.kind())
                            + askable(Contract.fieldsOf(field.kind())));
        }
        if (contract instanceof Contract.AnyOf any) {
            any.contracts().forEach(part -> contract(stage, part));
        }
    }

    private static String askable(List<String> fields) {
        return fields.isEmpty()
                ? " no field can be asked for: ask for its presence, and let a gate look into it"
                : " only these can be asked for: " + String.join(", ", fields);
    }

    private static boolean isUnknown(Contract.FieldPresent field) {
        return field.kind().isBuiltIn() && !Contract.fieldsOf(field.kind()).contains(field.field());
    }

    private void gates(Stage stage, List<String> gates) {
        Set<String> seen = new HashSet<>();
        for (String gate : gates) {
            if (!seen.add(gate)) {
                add("DUPLICATE_GATE", stage + " names the gate '" + gate + "' twice");
            }
            if (gate.isBlank() || gate.length() > NAME_LIMIT || gate.chars().anyMatch(Character::isISOControl)) {
                add(
                        "GATE_NAME",
                        stage + " has a gate whose name is blank, longer than " + NAME_LIMIT
                                + " characters, or not of one line");
            }
        }
    }

    private void add(String code, String message) {
        findings.add(new Finding(code, message));
    }
}
