package io.infinityloop.cli;

import io.infinityloop.cli.config.Config;
import io.infinityloop.source.Format;
import io.infinityloop.source.Formats;
import io.infinityloop.source.SourceReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which logs are read, and what they are logs of. */
final class SourceChoices {
    /** The name of the library's own format. */
    static final String NATIVE = "native";

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "a log, or - for standard input: the library's own, or webhooks, CDEvents and other formats"
                    + " in JSON, XML or CSV; may be given more than once")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "FORMAT",
            completionCandidates = Names.class,
            description = "what the logs are, where they do not show it: ${COMPLETION-CANDIDATES}")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "write the records of which no event was made there, as they came")
    private Optional<String> rejects = Optional.empty();

    /** The names that {@code --source} takes. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Stream.of(NATIVE), Formats.all().stream().map(Format::name))
                    .iterator();
        }
    }

    List<String> files() {
        return files;
    }

    Optional<String> rejects() {
        return rejects;
    }

    /** Whether the logs are the library's own, and nothing else; undecided if nobody said. */
    Optional<Boolean> isNative() {
        return format.map(NATIVE::equals);
    }

    /** A reader of the format that was chosen, or of all. */
    SourceReader.Builder reader(Config config) {
        List<Format> formats = Formats.all();
        if (format.isPresent() && !format.get().equals(NATIVE)) {
            formats = List.of(Formats.named(format.get())
                    .orElseThrow(() -> new BadInputException("--source '" + format.get()
                            + "' is not known: expected one of " + String.join(", ", new Names()))));
        }
        return config.reader(formats);
    }
}
