package io.infinityloop.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code loop}.
 *
 * <p>Exit codes: 0 fine, 1 a finding, 2 usage or bad input. Results go to standard output, everything else to standard
 * error.
 */
@Command(
        name = "loop",
        mixinStandardHelpOptions = true,
        version = "loop 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures software delivery, and checks it against the DevOps loop:",
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop report                          measure the git repository you stand in",
            "  loop report --git ../shop --window month",
            "  loop report --events log.ndjson --format json --out report.json",
            "  loop compare MTTR --events log.ndjson   what other tools would say, and why",
            "  loop check --events log.ndjson       list what does not fit the loop",
            "  loop convert --to csv --events log.ndjson --out events.csv",
            "  loop report --journal jdbc:sqlite:loop.db",
            "  loop journal verify --journal jdbc:sqlite:loop.db",
            "  loop serve --journal jdbc:sqlite:loop.db   receive webhooks, show the report",
            "  loop catalogue build                 what there is to know about a stage",
            "  loop draw --format svg --out loop.svg"
        })
public final class LoopTool {
    /** Everything is fine. */
    static final int OK = 0;
    /** There is a finding. */
    static final int FINDING = 1;
    /** The command line or the input is not in order. */
    static final int BAD_INPUT = 2;

    private LoopTool() {}

    /**
     * Runs the tool and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(new Surroundings(Path.of(""), System.in, out, err, InstantSource.system(), isWatched()), args));
    }

    /** Up to Java 21 there is a console only if somebody watches it; since then it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /**
     * Runs the tool.
     *
     * @param surroundings where it runs and where it writes to
     * @param args the command line
     * @return the exit code
     */
    static int run(Surroundings surroundings, String... args) {
        CommandLine line = new CommandLine(new LoopTool())
                .addSubcommand(new ReportCommand(surroundings))
                .addSubcommand(new CompareCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new ConvertCommand(surroundings))
                .addSubcommand(JournalCommand.line(surroundings))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new CatalogueCommand(surroundings))
                .addSubcommand(new DrawCommand(surroundings))
                .addSubcommand(new CommandLine.HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(fault -> BAD_INPUT)
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setParameterExceptionHandler((problem, given) -> complain(surroundings, problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof BadInputException) {
                        return complain(surroundings, problem);
                    }
                    if (problem instanceof InvalidPathException path) {
                        return complain(
                                surroundings,
                                new BadInputException("'" + path.getInput() + "' cannot be the name of a file here: "
                                        + path.getReason()));
                    }
                    throw problem;
                });
        int exitCode = args.length == 0 ? line.execute("--help") : line.execute(args);
        // A print stream keeps quiet about a full disk.
        return surroundings.out().checkError()
                ? complain(surroundings, new BadInputException("standard output cannot be written"))
                : exitCode;
    }

    private static int complain(Surroundings surroundings, Exception problem) {
        List<String> sentences = problem instanceof BadInputException bad
                ? bad.sentences()
                : List.of(String.valueOf(problem.getMessage()));
        sentences.forEach(sentence -> surroundings.err().println("loop: " + Printable.line(Secrets.hidden(sentence))));
        return BAD_INPUT;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /**
     * What the tool knows of the world.
     *
     * @param directory where relative paths begin
     * @param in standard input
     * @param out for results
     * @param err for everything else
     * @param clock what time it is
     * @param terminal whether somebody watches standard error as it is written
     */
    record Surroundings(
            Path directory, InputStream in, PrintStream out, PrintStream err, InstantSource clock, boolean terminal) {}
}
