package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.serve.Access;
import io.infinityloop.cli.serve.Answer;
import io.infinityloop.cli.serve.LoopServer;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.webhook.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Receives webhooks into a journal, and shows its report. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Receives webhooks into a journal, and shows the report of it.",
            "POST takes a delivery of GitHub, GitLab, PagerDuty, CDEvents and others, whatever the path; GET / shows "
                    + "what 'loop report' says of the journal, GET /health whether it can be read. A delivery is "
                    + "acknowledged when it is in the journal for good. SIGTERM or Ctrl-C ends the server: what was "
                    + "begun is finished.",
            "Secrets come from the environment, several of one sender with commas: LOOP_GITHUB_SECRET, "
                    + "LOOP_GITLAB_SIGNING_TOKEN, LOOP_GITLAB_TOKEN, LOOP_PAGERDUTY_SECRET, and for all others "
                    + "LOOP_BEARER_TOKEN, which also opens the report where it is not asked for by the computer "
                    + "itself. Once there is a secret, what is not signed is refused. There is no TLS: put a proxy "
                    + "that has it in front."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop serve --journal jdbc:sqlite:loop.db      then open http://127.0.0.1:8080/",
            "  loop serve --journal jdbc:sqlite:loop.db -- --group-by service --window week",
            "  LOOP_GITHUB_SECRET=… loop serve --journal jdbc:sqlite:loop.db --host 0.0.0.0",
            "  curl -d '{\"deployment\":\"d1\",\"service\":\"shop\",\"at\":\"2026-07-01T10:00:00Z\"}' \\",
            "    http://127.0.0.1:8080/"
        })
final class ServeCommand implements Callable<Integer> {
    private static final List<String> RELEVANT = List.of("services", "environments", "incidents");

    @Option(
            names = "--journal",
            paramLabel = "JDBC-URL",
            required = true,
            description = JournalUrl.DESCRIPTION + "; it is made if it is not there")
    private String url = "";

    @Option(names = "--port", paramLabel = "PORT", description = "0 takes one that is free (default: 8080)")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "the address to listen on; one that other computers reach needs a secret (default: 127.0.0.1)")
    private String host = "127.0.0.1";

    @Mixin
    private ConfigChoice configuration = new ConfigChoice();

    @Parameters(paramLabel = "REPORT-OPTION", arity = "0..*", description = "after --: options of 'loop report'")
    private List<String> reportOptions = new ArrayList<>();

    private final Surroundings surroundings;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        checkReportOptions();
        InetSocketAddress where = where();
        WebhookSecrets secrets = WebhookSecrets.of(System.getenv());
        if (secrets.isEmpty() && !where.getAddress().isLoopbackAddress()) {
            throw new BadInputException(
                    "--host " + host + " can be reached by others, so deliveries have to be signed: set"
                            + " the secret of each sender in one of " + WebhookSecrets.variables());
        }
        try (JdbcJournal journal = JournalUrl.create(url, surroundings);
                LoopServer server = start(journal, secrets, where)) {
            welcome(journal, server, secrets);
            await(journal, server);
        }
        return LoopTool.OK;
    }

    private void checkReportOptions() {
        List<String> all = new ArrayList<>(List.of("--journal", url));
        all.addAll(reportOptions);
        try {
            CommandLine report = new CommandLine(new ReportCommand(surroundings));
            report.setCaseInsensitiveEnumValuesAllowed(true);
            if (report.parseArgs(all.toArray(String[]::new)).hasMatchedOption("--out")) {
                throw new BadInputException("--out is no option of what is served: the report is shown, not written");
            }
        } catch (CommandLine.ParameterException refused) {
            throw new BadInputException("of the options for the report: " + refused.getMessage(), refused);
        }
    }

    private InetSocketAddress where() {
        if (port < 0 || port > 65_535) {
            throw new BadInputException("--port " + port + " is no port: give a number from 0 to 65535");
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException unknown) {
            throw new BadInputException("--host " + host + " is no address of this computer", unknown);
        }
    }

    private LoopServer start(JdbcJournal journal, WebhookSecrets secrets, InetSocketAddress where) {
        WebhookReceiver.Builder receiver = WebhookReceiver.builder(
                        events -> journal.observe(facts(events)), surroundings.clock())
                .reading(configuration.read(surroundings).about(RELEVANT)::reader);
        secrets.giveTo(receiver);
        Access access = new Access(where.getAddress().isLoopbackAddress(), !secrets.isEmpty(), secrets.tokens());
        CurrentReport report = new CurrentReport(journal, url, reportOptions, surroundings, this::complain);
        try {
            return LoopServer.builder(receiver.build(), access)
                    .report(report::get)
                    .health(() -> health(journal))
                    .complaints(this::complain)
                    .start(where);
        } catch (IOException failed) {
            throw new BadInputException(
                    "--port " + port + " of " + host + " can not be listened on: " + failed.getMessage(), failed);
        }
    }

    /** Formats of other tools know no loops. */
    private static List<Recorded> facts(List<LoopEvent> events) {
        return events.stream().map(Recorded.class::cast).toList();
    }

    private static Answer health(Journal journal) {
        journal.readAll(0, 1);
        return Answer.of(200, "ok");
    }

    private void welcome(JdbcJournal journal, LoopServer server, WebhookSecrets secrets) {
        if (secrets.isEmpty()) {
            complain("no secret is set, so unsigned deliveries are taken from every program of this computer; with one"
                    + " of " + WebhookSecrets.variables() + " only signed ones are");
        }
        InetAddress address = server.address().getAddress();
        String name = address.getHostAddress().contains(":")
                ? "[" + address.getHostAddress() + "]"
                : address.getHostAddress();
        surroundings
                .out()
                .println("listening on http://" + name + ":" + server.address().getPort() + "/, journal "
                        + journal.place());
        surroundings.out().flush();
    }

    /** Waits until the process is told to end, or the thread is. */
    private void await(JdbcJournal journal, LoopServer server) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread last = new Thread(
                () -> {
                    server.close();
                    journal.close();
                    complain("stopped");
                    ended.countDown();
                },
                "loop serve, stopping");
        Runtime.getRuntime().addShutdownHook(last);
        try {
            ended.await();
        } catch (InterruptedException told) {
            Runtime.getRuntime().removeShutdownHook(last);
        }
    }

    private void complain(String sentence) {
        surroundings.err().println("loop: " + Printable.line(Secrets.hidden(sentence)));
    }
}
