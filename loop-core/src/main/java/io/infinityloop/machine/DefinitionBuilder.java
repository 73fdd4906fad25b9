package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what a {@link LoopDefinition} says. Not safe for use by many threads.
 *
 * @since 0.1
 */
public final class DefinitionBuilder {
    private final String id;
    private final Map<Stage, List<Contract>> contracts = new EnumMap<>(Stage.class);
    private final Map<Stage, List<String>> gates = new EnumMap<>(Stage.class);
    private final Set<Stage> automatic = EnumSet.noneOf(Stage.class);
    private int version = 1;
    private List<Stage> order = Stage.all();

    DefinitionBuilder(String id) {
        this.id = Texts.id("definition id", id);
    }

    /**
     * Sets the version. A definition whose rules change gets a higher one; see {@link LoopEngine.Builder#migrate}.
     *
     * @param newVersion the version, 1 or more
     * @return this builder
     * @throws IllegalArgumentException if the version is below 1
     */
    public DefinitionBuilder version(int newVersion) {
        if (newVersion < 1) {
            throw new IllegalArgumentException("definition version " + newVersion + " must be at least 1");
        }
        this.version = newVersion;
        return this;
    }

    /**
     * Sets another order of the stages than that of the ring, for those who ask for it by name.
     *
     * <p>Source: requirement LOOP-17.
     *
     * @param newOrder the eight stages, each once, PLAN first and MONITOR last
     * @return this builder
     */
    public DefinitionBuilder order(List<Stage> newOrder) {
        this.order = List.copyOf(newOrder);
        return this;
    }

    /**
     * Requires something before a stage is left, besides what is required already.
     *
     * @param leaving the stage that is left
     * @param required the contracts; all must be met
     * @return this builder
     */
    public DefinitionBuilder require(Stage leaving, Contract... required) {
        contracts
                .computeIfAbsent(requireNonNull(leaving, "leaving"), stage -> new ArrayList<>())
                .addAll(List.of(required));
        return this;
    }

    /**
     * Asks gates before a stage is left, besides those that are asked already.
     *
     * @param leaving the stage that is left
     * @param names the names under which the engine finds the gates; all must let the loop pass
     * @return this builder
     */
    public DefinitionBuilder gate(Stage leaving, String... names) {
        gates.computeIfAbsent(requireNonNull(leaving, "leaving"), stage -> new ArrayList<>())
                .addAll(List.of(names));
        return this;
    }

    /**
     * Makes a loop leave stages by itself, with the trigger AUTOMATED, as soon as their contracts are met and their
     * gates let it pass. The loop is looked at whenever it is moved or something is recorded; it is not watched. Gates
     * are asked about a stage that the loop is in already: one with gates is left when something is recorded there.
     *
     * @param leaving the stages that are left
     * @return this builder
     */
    public DefinitionBuilder automatic(Stage... leaving) {
        automatic.addAll(Arrays.asList(leaving));
        return this;
    }

    /**
     * Returns what is wrong with the definition as it is now.
     *
     * @return everything that {@link #build} would refuse, in the order of the stages; empty if nothing is wrong
     */
    public List<Finding> validate() {
        return List.copyOf(DefinitionCheck.of(order, contracts, gates, automatic));
    }

    /**
     * Builds the definition.
     *
     * @return the definition
     * @throws InvalidDefinitionException if anything is wrong; it names everything that is
     */
    public LoopDefinition build() {
        List<Finding> findings = validate();
        if (!findings.isEmpty()) {
            throw new InvalidDefinitionException(id, findings);
        }
        return new LoopDefinition(id, version, order, contracts, gates, automatic);
    }
}
