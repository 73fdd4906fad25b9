package io.infinityloop.cli;

import io.infinityloop.Stage;
import io.infinityloop.catalogue.AntiPattern;
import io.infinityloop.catalogue.Card;
import io.infinityloop.catalogue.CardKind;
import io.infinityloop.catalogue.Catalogue;
import io.infinityloop.catalogue.KeyMetric;
import io.infinityloop.catalogue.Source;
import io.infinityloop.catalogue.StageEntry;
import io.infinityloop.metrics.report.Layout;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The catalogue as text of 80 columns. */
final class CatalogueText {
    /** What a stage may have beside what every stage has, in the order in which it is shown. */
    private static final List<CardKind> DETAILS = List.of(
            CardKind.TIP,
            CardKind.PITFALL,
            CardKind.INSIGHT,
            CardKind.TEST_TYPE,
            CardKind.RELEASE_STRATEGY,
            CardKind.ADVANCED_STRATEGY,
            CardKind.DEPLOYMENT_STRATEGY,
            CardKind.RESPONSIBILITY,
            CardKind.DATABASE_OPERATION,
            CardKind.CULTURE,
            CardKind.PILLAR,
            CardKind.PATTERN,
            CardKind.CLAIM);

    private final Catalogue catalogue;
    private final StringBuilder text = new StringBuilder();
    private final Set<Source> sources = EnumSet.noneOf(Source.class);

    private CatalogueText(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The eight stages, and where to read on. */
    static String overview(Catalogue catalogue) {
        CatalogueText page = new CatalogueText(catalogue);
        page.wrapped(
                "The DevOps loop has eight stages and no end. Each hands over to the next, and the last to the"
                        + " first:",
                "",
                "");
        page.text.append('\n');
        for (StageEntry entry : catalogue.stages()) {
            Stage stage = entry.stage();
            page.wrapped(
                    entry.goal().text(),
                    "  " + stage.number() + " " + Layout.left(stage.displayName(), 8) + " ",
                    " ".repeat(13));
            page.cite(List.of(entry.goal()));
        }
        page.metrics(catalogue.loopMetrics());
        page.section(CardKind.PRINCIPLE, catalogue.cards(CardKind.PRINCIPLE));
        page.text.append('\n');
        page.wrapped(
                "loop catalogue STAGE tells more of one stage; --kind KIND shows all cards of one kind: "
                        + String.join(", ", kinds(catalogue)),
                "",
                "");
        return page.end();
    }

    /** Everything about one stage. */
    static String stage(StageEntry entry, Catalogue catalogue) {
        CatalogueText page = new CatalogueText(catalogue);
        Stage stage = entry.stage();
        page.text.append(stage.number()).append(' ').append(stage.displayName()).append(": after ");
        page.text.append(stage.previous().displayName()).append(", before ");
        page.text.append(stage.next().displayName()).append('\n');
        page.section(CardKind.GOAL, List.of(entry.goal()));
        page.section(CardKind.PURPOSE, List.of(entry.purpose()));
        page.section(CardKind.ACTIVITY, entry.activities());
        page.tools(entry.tools());
        page.section(CardKind.PRACTICE, entry.practices());
        page.section(
                CardKind.ANTI_PATTERN,
                entry.antiPatterns().stream().map(AntiPattern::card).toList());
        page.metrics(entry.metrics());
        page.heading(CardKind.ROLE);
        entry.duties().forEach((role, duty) -> {
            page.item(catalogue.card(role).name() + ": " + duty.text(), "  ");
            page.cite(List.of(duty));
        });
        DETAILS.forEach(kind -> page.section(kind, entry.cards(kind)));
        return page.end();
    }

    /** All cards of one kind, of one stage or of all. */
    static String kind(CardKind kind, List<Card> cards, Catalogue catalogue) {
        CatalogueText page = new CatalogueText(catalogue);
        page.section(kind, cards);
        return page.end().stripLeading();
    }

    /** {@return the kinds that have cards of their own, as the user types them} */
    static List<String> kinds(Catalogue catalogue) {
        return EnumSet.allOf(CardKind.class).stream()
                .filter(kind -> !catalogue.cards(kind).isEmpty())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private void section(CardKind kind, List<Card> cards) {
        if (cards.isEmpty()) {
            return;
        }
        heading(kind);
        cite(cards);
        if (cards.size() == 1 && !kind.isNamed()) {
            wrapped(cards.get(0).text(), "  ", "  ");
            parts(cards.get(0));
            return;
        }
        for (Card card : cards) {
            item(sentence(card), "  ");
            parts(card);
        }
    }

    /** Parts with a name tell what they are, duties when, and others under which heading; short ones share a line. */
    private void parts(Card card) {
        cite(card.parts());
        for (CardKind kind : card.parts().stream().map(Card::kind).distinct().toList()) {
            List<Card> parts = card.parts(kind);
            String line = catalogue.heading(kind) + ": "
                    + String.join("; ", parts.stream().map(Card::text).toList());
            if (kind.isNamed()) {
                parts.forEach(part -> item(sentence(part), "    "));
            } else if (kind == CardKind.DUTY) {
                parts.forEach(part -> item(part.stages().get(0).displayName() + ": " + part.text(), "    "));
            } else if (line.length() < Layout.WIDTH - 6) {
                item(line, "    ");
            } else {
                parts.forEach(part -> item(catalogue.heading(kind) + ": " + part.text(), "    "));
            }
        }
    }

    /** Tools that serve one purpose share a line. */
    private void tools(List<Card> tools) {
        heading(CardKind.TOOL);
        cite(tools);
        Map<String, StringBuilder> byPurpose = new LinkedHashMap<>();
        for (Card tool : tools) {
            byPurpose.merge(
                    tool.text(),
                    new StringBuilder(tool.name()),
                    (names, name) -> names.append(", ").append(name));
        }
        byPurpose.forEach((purpose, names) -> item(names + ": " + purpose, "  "));
    }

    private void metrics(List<KeyMetric> metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        heading(CardKind.METRIC);
        for (KeyMetric metric : metrics) {
            item(
                    metric.card().name() + " (" + metric.metric() + "): "
                            + metric.card().text(),
                    "  ");
            cite(List.of(metric.card()));
        }
    }

    private void heading(CardKind kind) {
        text.append('\n').append(Printable.line(catalogue.heading(kind))).append('\n');
    }

    private static String sentence(Card card) {
        return card.name().isEmpty() ? card.text() : card.name() + ": " + card.text();
    }

    private void item(String sentence, String indent) {
        wrapped(sentence, indent + "- ", indent + "  ");
    }

    private void wrapped(String sentence, String first, String others) {
        String indent = first;
        for (String line : Layout.wrap(Printable.line(sentence), Layout.WIDTH - first.length())) {
            text.append(indent).append(line).append('\n');
            indent = others;
        }
    }

    private void cite(Collection<Card> cards) {
        cards.forEach(card -> sources.addAll(card.sources()));
    }

    private String end() {
        text.append("\nFrom\n");
        sources.forEach(source -> item(source.title(), "  "));
        return text.toString();
    }
}
