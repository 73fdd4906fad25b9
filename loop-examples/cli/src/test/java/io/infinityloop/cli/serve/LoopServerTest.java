package io.infinityloop.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.webhook.Sender;
import io.infinityloop.webhook.WebhookReceiver;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server itself, in this process, over a journal that can fail. */
@Timeout(120)
class LoopServerTest {
    private static final String SECRET = "a-secret-of-the-team";
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final int MOST = 8 << 20;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final List<LoopEvent> kept = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private volatile Consumer<List<LoopEvent>> journal = kept::addAll;
    private LoopServer server = start(true);

    private LoopServer start(boolean isSigned) {
        WebhookReceiver.Builder receiver = WebhookReceiver.builder(events -> journal.accept(events), () -> NOW);
        if (isSigned) {
            receiver.secret(Sender.GITLAB_SIGNED, "whsec_" + base64(SECRET)).secret(Sender.BEARER, SECRET);
        } else {
            receiver.unsigned();
        }
        try {
            return LoopServer.builder(
                            receiver.build(), new Access(true, isSigned, isSigned ? List.of(SECRET) : List.of()))
                    .report(() -> Answer.of(200, "Überblick"))
                    .complaints(complaints::add)
                    .start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int port() {
        return server.address().getPort();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String deployment(String id) {
        return "{\"deployment\":\"" + id + "\",\"service\":\"shop\",\"at\":\"2026-07-01T10:00:00Z\"}";
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> told(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder post(String body) {
        return to("/webhooks").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder signed(String body) {
        return post(body).header("Authorization", "Bearer " + SECRET);
    }

    private List<String> deployments() {
        return kept.stream()
                .map(event -> ((Recorded) event).artifact())
                .filter(Deployment.class::isInstance)
                .map(artifact -> artifact.id())
                .toList();
    }

    @Nested
    class A_delivery {
        @Test
        void that_is_signed_is_kept_and_acknowledged() throws Exception {
            HttpResponse<String> answer = told(signed(deployment("d1")));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("1 event\n");
            assertThat(deployments()).hasSize(1);
        }

        @Test
        void with_a_signature_is_taken_only_if_the_bytes_are_those_that_were_signed() throws Exception {
            String body = "{\"object_kind\":\"wiki_page\",\"title\":\"Ünicode\"}";
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = ("m1." + NOW.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
            String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));

            for (String sent : List.of(body + " ", body)) {
                HttpResponse<String> answer = told(post(sent)
                        .header("X-Gitlab-Event", "Wiki Page Hook")
                        .header("webhook-id", "m1")
                        .header("webhook-timestamp", String.valueOf(NOW.getEpochSecond()))
                        .header("webhook-signature", signature));
                assertThat(answer.statusCode()).isEqualTo(sent.equals(body) ? 200 : 401);
            }
        }

        @Test
        void with_a_wrong_signature_or_none_is_refused_and_told_nothing_of_the_right_one() throws Exception {
            HttpResponse<String> wrong = told(post(deployment("d1")).header("Authorization", "Bearer " + SECRET + "x"));
            HttpResponse<String> none = told(post(deployment("d1")));

            assertThat(List.of(wrong.statusCode(), none.statusCode())).containsOnly(401);
            assertThat(wrong.body() + none.body()).doesNotContain(SECRET);
            assertThat(kept).isEmpty();
        }

        @Test
        void that_comes_again_is_refused() throws Exception {
            told(signed(deployment("d1")));
            HttpResponse<String> again = told(signed(deployment("d1")));

            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(kept).hasSize(1);
        }

        @Test
        void that_can_not_be_kept_is_not_acknowledged_and_may_come_again() throws Exception {
            journal = events -> {
                throw new IllegalStateException("disk of /home/team is full");
            };
            HttpResponse<String> failed = told(signed(deployment("d1")));
            journal = kept::addAll;
            HttpResponse<String> again = told(signed(deployment("d1")));

            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(failed.body()).doesNotContain("disk", "Exception", "at io.");
            assertThat(complaints).singleElement().asString().contains("disk of /home/team is full");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(deployments()).hasSize(1);
        }

        @Test
        void without_a_signature_where_none_is_asked_for_comes_from_a_program_not_from_a_web_page() throws Exception {
            server.close();
            server = start(false);

            assertThat(told(post(deployment("d1"))).statusCode()).isEqualTo(200);
            assertThat(told(post(deployment("d2")).header("Origin", "http://evil.example"))
                            .statusCode())
                    .isEqualTo(403);
            try (RawClient rebound = new RawClient(port())) {
                String body = deployment("d3");
                rebound.send("POST / HTTP/1.1\nHost: evil.example\nContent-Length: " + body.length() + "\n\n" + body);
                assertThat(rebound.status()).contains(" 403 ");
            }
            assertThat(deployments()).hasSize(1);
        }
    }

    @Nested
    class A_body {
        @Test
        void that_says_it_is_too_long_is_refused_before_it_is_read() throws Exception {
            try (RawClient raw = new RawClient(port())) {
                raw.send("POST / HTTP/1.1\nHost: localhost\nContent-Length: " + (MOST + 1) + "\n\n");
                assertThat(raw.status()).contains(" 413 ");
            }
        }

        @Test
        void of_an_absurd_length_is_refused() throws Exception {
            try (RawClient raw = new RawClient(port())) {
                raw.send("POST / HTTP/1.1\nHost: localhost\nContent-Length: 9223372036854775807\n\n");
                assertThat(raw.status()).contains(" 413 ");
            }
        }

        @Test
        void in_chunks_is_read_up_to_the_first_byte_too_many() throws Exception {
            try (RawClient raw = new RawClient(port())) {
                raw.send("POST / HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n");
                byte[] mebibyte = new byte[1 << 20];
                for (int i = 0; i < 8; i++) {
                    raw.send("100000\n").send(mebibyte).send("\n");
                }
                raw.send("1\nx\n");
                assertThat(raw.status()).contains(" 413 ");
            }
        }

        @Test
        void of_just_the_length_is_taken() throws Exception {
            String body = deployment("d1");
            HttpResponse<String> answer = told(signed(body + " ".repeat(MOST - body.length())));

            assertThat(answer.statusCode()).isEqualTo(200);
        }

        @Test
        void that_ends_too_early_is_nothing() throws Exception {
            String body = deployment("d1") + "\n";
            try (RawClient raw = new RawClient(port())) {
                raw.send("POST / HTTP/1.1\nHost: localhost\nAuthorization: Bearer " + SECRET + "\nContent-Length: "
                        + (body.length() + 10) + "\n\n" + body);
            }
            told(signed(deployment("d2")));
            server.close();

            assertThat(deployments()).hasSize(1);
        }
    }

    @Test
    void the_report_is_shown_as_text_that_nothing_is_made_of() throws Exception {
        HttpResponse<String> report = told(to("/"));

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body()).isEqualTo("Überblick\n");
        assertThat(report.headers().map())
                .containsEntry("content-type", List.of("text/plain; charset=utf-8"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"));
    }

    @ParameterizedTest
    @CsvSource({"/health, 200", "/report, 404", "/webhooks, 404"})
    void other_pages(String path, int status) throws Exception {
        assertThat(told(to(path)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
    void other_methods_are_refused(String method) throws Exception {
        HttpResponse<String> answer = told(to("/").method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
    }

    @Test
    void what_was_begun_is_finished_when_the_server_stops_and_nothing_else_is_begun() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        journal = events -> {
            inside.countDown();
            waitFor(go);
            kept.addAll(events);
        };
        List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
        Thread sender = new Thread(
                () -> answers.add(told(this, signed(deployment("d1"))).statusCode()));
        sender.start();
        inside.await();
        Thread stopper = new Thread(server::close);
        stopper.start();

        assertThat(refusedOrUnreachable()).isTrue();
        go.countDown();
        stopper.join();
        sender.join();
        assertThat(answers).containsExactly(200);
        assertThat(deployments()).hasSize(1);
    }

    /** Until the server hears of its end, it may take one more request. */
    private boolean refusedOrUnreachable() throws Exception {
        while (true) {
            try {
                if (told(to("/health")).statusCode() == 503) {
                    return true;
                }
            } catch (ConnectException unreachable) {
                return true;
            }
        }
    }

    private static HttpResponse<String> told(LoopServerTest test, HttpRequest.Builder request) {
        try {
            return test.told(request);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException told) {
            throw new AssertionError(told);
        }
    }
}
