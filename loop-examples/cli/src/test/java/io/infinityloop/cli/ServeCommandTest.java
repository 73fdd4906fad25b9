package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.cli.serve.RawClient;
import io.infinityloop.cli.serve.ServeChild;
import io.infinityloop.event.Recorded;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.jdbc.Verification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/**
 * The command in a process of its own; {@code -Dserve.kills=100} kills it more often, {@code -Dserve.seed=…} at the
 * moments of an earlier run.
 */
@Timeout(600)
class ServeCommandTest {
    private static final int KILLS = Integer.getInteger("serve.kills", 10);
    private static final long SEED = Long.getLong("serve.seed", new Random().nextLong());
    private static final long LONGEST_LIFE_NANOS = 300_000_000;
    private static final int SENDERS = 3;
    private static final String URL = "jdbc:sqlite:loop.db";

    @TempDir
    private Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private static String deployment(String id) {
        return "{\"deployment\":\"" + id + "\",\"service\":\"shop\",\"at\":\"2026-07-01T10:00:00Z\"}";
    }

    private HttpResponse<String> told(int port, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Set<String> deployments() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve("loop.db"));
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
            return journal.readAll()
                    .map(entry -> ((Recorded) entry.event()).artifact().id())
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void what_was_received_is_in_the_report() throws Exception {
        try (ServeChild child = ServeChild.start(directory, Map.of(), "--journal", URL)) {
            assertThat(told(child.port(), "/", "").body()).startsWith("The journal is empty");
            assertThat(told(child.port(), "/hook", deployment("d1")).statusCode())
                    .isEqualTo(200);
            String one = told(child.port(), "/", "").body();
            told(child.port(), "/hook", deployment("d2"));
            String two = told(child.port(), "/", "").body();

            assertThat(one).contains("deployments: 1");
            assertThat(two)
                    .contains("deployments: 2")
                    .isEqualTo(Tool.run(directory, "report", "--journal", URL).out());
            assertThat(told(child.port(), "/health", "").body()).isEqualTo("ok\n");
            assertThat(child.errors()).contains("no secret is set").hasLineCount(1);
        }
    }

    @Test
    void what_was_acknowledged_is_there_however_the_process_ends() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServeChild child = ServeChild.start(directory, Map.of(), "--journal", URL)) {
                List<Thread> senders = new ArrayList<>();
                for (int sender = 0; sender < SENDERS; sender++) {
                    String name = kill + "-" + sender;
                    senders.add(new Thread(() -> sendUntilKilled(child, name, acknowledged)));
                }
                int before = acknowledged.size();
                senders.forEach(Thread::start);
                while (acknowledged.size() == before && child.isAlive()) {
                    LockSupport.parkNanos(1_000_000);
                }
                LockSupport.parkNanos(random.nextLong(LONGEST_LIFE_NANOS));
                child.kill();
                for (Thread sender : senders) {
                    sender.join();
                }
            }
            assertThat(deployments()).as("-Dserve.seed=%d", SEED).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
    }

    private void sendUntilKilled(ServeChild child, String name, Set<String> acknowledged) {
        try {
            for (int number = 0; true; number++) {
                String id = name + "-" + number;
                if (told(child.port(), "/", deployment(id)).statusCode() == 200) {
                    acknowledged.add(id);
                }
            }
        } catch (IOException killed) {
            // What was answered until then was heard.
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void told_to_end_it_finishes_what_it_has_begun() throws Exception {
        String body = deployment("d1");
        try (ServeChild child = ServeChild.start(directory, Map.of(), "--journal", URL);
                RawClient raw = new RawClient(child.port())) {
            raw.send("POST / HTTP/1.1\nHost: localhost\nContent-Length: " + body.length() + "\n\n"
                    + body.substring(0, 10));
            told(child.port(), "/health", "");
            child.terminate();
            while (isTaken(child.port())) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(child.isAlive()).isTrue();
            raw.send(body.substring(10));
            assertThat(raw.status()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(child.end()).isEqualTo(143);
            assertThat(child.errors()).endsWith("loop: stopped\n");
        }
        assertThat(deployments()).containsExactly("d1");
    }

    private boolean isTaken(int port) throws InterruptedException {
        try {
            return told(port, "/health", "").statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        }
    }

    @Test
    void who_takes_too_long_is_cut_off_and_others_are_served() throws Exception {
        Map<String, String> hurried = Map.of("sun.net.httpserver.maxReqTime", "1");
        List<RawClient> slow = new ArrayList<>();
        try (ServeChild child = ServeChild.start(directory, hurried, "--journal", URL)) {
            for (int i = 0; i < 20; i++) {
                slow.add(new RawClient(child.port())
                        .send(
                                i % 2 == 0
                                        ? "POST / HTTP/1.1\nHost: loc"
                                        : "POST / HTTP/1.1\nHost: localhost\nContent-Length: 100\n\n{"));
            }
            assertThat(told(child.port(), "/", deployment("d1")).statusCode()).isEqualTo(200);
            for (RawClient client : slow) {
                assertThat(client.status()).isEmpty();
            }
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
        assertThat(deployments()).containsExactly("d1");
    }

    @Test
    void where_others_reach_it_it_does_not_start_without_a_secret() {
        Tool tool = Tool.run(directory, "serve", "--journal", URL, "--host", "0.0.0.0", "--port", "0");

        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.err()).startsWith("loop: --host 0.0.0.0 ").contains("LOOP_GITHUB_SECRET", "LOOP_BEARER_TOKEN");
        assertThat(Files.exists(directory.resolve("loop.db"))).isFalse();
    }

    @Test
    void what_it_can_not_do_it_says_in_a_sentence() throws IOException {
        complains("--port", "--port", "70000");
        complains("no.such.host.invalid", "--host", "no.such.host.invalid");
        complains("'--windo'", "--", "--windo", "week");
        complains("--out", "--", "--out", "report.txt");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            complains("can not be listened on", "--port", String.valueOf(taken.getLocalPort()));
        }
    }

    private void complains(String word, String... options) {
        List<String> all = new ArrayList<>(List.of("serve", "--journal", URL));
        all.addAll(List.of(options));
        Tool tool = Tool.run(directory, all.toArray(String[]::new));
        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err()).startsWith("loop: ").contains(word).hasLineCount(1);
    }
}
