package io.infinityloop.cli;

import io.infinityloop.Stage;
import io.infinityloop.catalogue.Card;
import io.infinityloop.catalogue.CardKind;
import io.infinityloop.catalogue.Catalogue;
import io.infinityloop.cli.LoopTool.Surroundings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what there is to know about the loop. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells what a stage of the loop is for, and how it is done well.",
            "What is done in it, with which tools, what has proved good, which habits are bad and "
                    + "what to do instead, what is measured, and who does what. Without a stage it shows all "
                    + "eight in short."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop catalogue                       the eight stages in short",
            "  loop catalogue build                 one stage; 3 will do as well",
            "  loop catalogue --kind phase          a roadmap for those who begin",
            "  loop catalogue deploy --kind anti-pattern"
        })
final class CatalogueCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "STAGE",
            description = "plan, code, build, test, release, deploy, operate or monitor; a number from 1 to 8")
    private Optional<String> stage = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "only cards of one kind, such as tool, practice, principle, phase, term, claim")
    private Optional<String> kind = Optional.empty();

    private final Surroundings surroundings;

    CatalogueCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Output.write(page(Catalogue.standard()), Optional.empty(), surroundings);
        return LoopTool.OK;
    }

    private String page(Catalogue catalogue) {
        Optional<Stage> chosen = stage.map(CatalogueCommand::stage);
        if (kind.isEmpty()) {
            return chosen.map(one -> CatalogueText.stage(catalogue.stage(one), catalogue))
                    .orElseGet(() -> CatalogueText.overview(catalogue));
        }
        CardKind only = kind(kind.get(), catalogue);
        List<Card> cards = chosen.map(one -> catalogue.stage(one).cards(only)).orElseGet(() -> catalogue.cards(only));
        if (cards.isEmpty()) {
            throw new BadInputException(
                    "the stage " + chosen.map(Stage::displayName).orElse("") + " has no card of --kind " + kind.get()
                            + ": leave the stage out to see all there are");
        }
        return CatalogueText.kind(only, cards, catalogue);
    }

    private static Stage stage(String text) {
        try {
            return Stage.parse(text);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(Objects.requireNonNull(refused.getMessage()), refused);
        }
    }

    private static CardKind kind(String text, Catalogue catalogue) {
        String word = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> known = CatalogueText.kinds(catalogue);
        if (!known.contains(word)) {
            throw new BadInputException(
                    "--kind " + text + " is not known: expected one of " + String.join(", ", known));
        }
        return CardKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
