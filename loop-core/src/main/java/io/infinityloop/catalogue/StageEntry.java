package io.infinityloop.catalogue;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Role;
import io.infinityloop.Stage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the catalogue tells of one stage.
 *
 * <p>Every list is in the order of the catalogue and unmodifiable.
 *
 * <p>Source: requirements CAT-01 to CAT-10.
 *
 * @since 0.1
 */
public final class StageEntry {
    private final Catalogue catalogue;
    private final Stage stage;

    StageEntry(Catalogue catalogue, Stage stage) {
        this.catalogue = catalogue;
        this.stage = requireNonNull(stage, "stage");
    }

    /** {@return the stage} */
    public Stage stage() {
        return stage;
    }

    /** {@return what the stage is to achieve} */
    public Card goal() {
        return cards(CardKind.GOAL).get(0);
    }

    /** {@return why there is the stage at all} */
    public Card purpose() {
        return cards(CardKind.PURPOSE).get(0);
    }

    /** {@return what is done in it} */
    public List<Card> activities() {
        return cards(CardKind.ACTIVITY);
    }

    /** {@return the tools that are used in it; the text of each says for what} */
    public List<Card> tools() {
        return cards(CardKind.TOOL);
    }

    /** {@return what has proved good in it} */
    public List<Card> practices() {
        return cards(CardKind.PRACTICE);
    }

    /** {@return the bad habits of the stage} */
    public List<AntiPattern> antiPatterns() {
        return cards(CardKind.ANTI_PATTERN).stream().map(AntiPattern::of).toList();
    }

    /**
     * {@return the metrics of this stage; without those {@linkplain Catalogue#loopMetrics() of the loop as a whole}}
     */
    public List<KeyMetric> metrics() {
        return cards(CardKind.METRIC).stream().map(KeyMetric::of).toList();
    }

    /** {@return who has something to do in it, and what; in the order of {@link Role}} */
    public Map<Role, Card> duties() {
        Map<Role, Card> duties = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            catalogue.card(role).parts(CardKind.DUTY).stream()
                    .filter(duty -> duty.stages().contains(stage))
                    .forEach(duty -> duties.put(role, duty));
        }
        return Collections.unmodifiableMap(duties);
    }

    /**
     * Returns all cards of a kind that are about this stage, perhaps beside other stages.
     *
     * @param kind the kind
     * @return the cards, none if they are all about other stages or the loop as a whole
     */
    public List<Card> cards(CardKind kind) {
        return catalogue.cards(kind).stream()
                .filter(card -> card.stages().contains(stage))
                .toList();
    }

    @Override
    public String toString() {
        return "catalogue of " + stage;
    }
}
