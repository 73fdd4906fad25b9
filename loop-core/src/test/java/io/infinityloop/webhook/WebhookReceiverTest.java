package io.infinityloop.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.webhook.Received.Accepted;
import io.infinityloop.webhook.Received.Reason;
import io.infinityloop.webhook.Received.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookReceiverTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final String SECRET = "a-secret-of-the-team";
    private static final String DEPLOYMENT =
            "{\"deployment\":\"d1\",\"service\":\"shop\",\"at\":\"2026-07-01T10:00:00Z\"}";

    private static final String TOKEN = "whsec_dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3Q=";

    private final List<LoopEvent> kept = new ArrayList<>();

    private WebhookReceiver.Builder receiver() {
        return WebhookReceiver.builder(kept::addAll, () -> NOW);
    }

    private static Map<String, List<String>> headers(String... namesAndValues) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> bearer() {
        return headers("Authorization", "Bearer " + SECRET);
    }

    @Test
    void what_is_signed_is_kept_before_it_is_acknowledged() {
        WebhookReceiver receiver = receiver().secret(Sender.BEARER, SECRET).build();

        Received received = receiver.receive(bearer(), bytes(DEPLOYMENT));

        assertThat(received).isEqualTo(new Accepted(1, 0, 0));
        assertThat(received.status()).isEqualTo(200);
        assertThat(kept).hasSize(1);
    }

    @Test
    void what_could_not_be_kept_may_come_again() {
        Journal journal = InMemoryJournal.empty();
        List<String> fails = new ArrayList<>(List.of("the disk is full"));
        WebhookReceiver receiver = WebhookReceiver.builder(
                        events -> {
                            if (!fails.isEmpty()) {
                                throw new IllegalStateException(fails.remove(0));
                            }
                            journal.observe(
                                    events.stream().map(Recorded.class::cast).toList());
                        },
                        () -> NOW)
                .secret(Sender.BEARER, SECRET)
                .build();

        assertThatThrownBy(() -> receiver.receive(bearer(), bytes(DEPLOYMENT))).hasMessage("the disk is full");
        assertThat(receiver.receive(bearer(), bytes(DEPLOYMENT))).isEqualTo(new Accepted(1, 0, 0));
        assertThat(journal.readAll()).hasSize(1);
    }

    @Test
    void a_delivery_that_was_received_is_refused_and_one_under_another_id_adds_nothing() {
        Journal journal = InMemoryJournal.empty();
        WebhookReceiver receiver = WebhookReceiver.builder(
                        events -> journal.observe(
                                events.stream().map(Recorded.class::cast).toList()),
                        () -> NOW)
                .unsigned()
                .build();

        receiver.receive(headers("Idempotency-Key", "1"), bytes(DEPLOYMENT));
        Received again = receiver.receive(headers("idempotency-key", "1"), bytes(DEPLOYMENT));
        receiver.receive(headers("idempotency-key", "2"), bytes(DEPLOYMENT));

        assertThat(again).isInstanceOf(Refused.class);
        assertThat(((Refused) again).reason()).isEqualTo(Reason.REPLAYED);
        assertThat(again.status()).isEqualTo(409);
        assertThat(journal.readAll()).hasSize(1);
    }

    @Test
    void deliveries_are_remembered_up_to_a_number() {
        WebhookReceiver receiver = receiver().unsigned().remembering(1).build();

        receiver.receive(headers("idempotency-key", "1"), bytes(DEPLOYMENT));
        receiver.receive(headers("idempotency-key", "2"), bytes(DEPLOYMENT));

        assertThat(receiver.receive(headers("idempotency-key", "2"), bytes(DEPLOYMENT)))
                .isInstanceOf(Refused.class);
        assertThat(receiver.receive(headers("idempotency-key", "1"), bytes(DEPLOYMENT)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void what_is_not_signed_or_signed_by_somebody_else_is_refused() {
        WebhookReceiver receiver = receiver().secret(Sender.BEARER, SECRET).build();

        assertThat(receiver.receive(Map.of(), bytes(DEPLOYMENT)).status()).isEqualTo(401);
        assertThat(reason(receiver.receive(Map.of(), bytes(DEPLOYMENT)))).isEqualTo(Reason.NOT_SIGNED);
        assertThat(reason(receiver.receive(headers("authorization", "Bearer a-secret-of-the-tean"), bytes(DEPLOYMENT))))
                .isEqualTo(Reason.WRONG_SIGNATURE);
        assertThat(reason(receiver.receive(headers("X-Gitlab-Token", SECRET), bytes(DEPLOYMENT))))
                .isEqualTo(Reason.NOT_SIGNED);
        assertThat(kept).isEmpty();
    }

    @Test
    void json_may_come_as_the_field_of_a_form() {
        WebhookReceiver receiver = receiver().unsigned().build();
        Map<String, List<String>> form = headers("Content-Type", "application/x-www-form-urlencoded");
        String field = URLEncoder.encode(DEPLOYMENT, StandardCharsets.UTF_8);

        assertThat(receiver.receive(form, bytes("a=b&payload=" + field))).isEqualTo(new Accepted(1, 0, 0));
        assertThat(reason(receiver.receive(form, bytes("payload=%zz")))).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void what_is_too_long_is_refused_before_it_is_looked_at() {
        WebhookReceiver receiver =
                receiver().secret(Sender.BEARER, SECRET).bodyOfAtMost(10).build();

        assertThat(reason(receiver.receive(Map.of(), bytes(DEPLOYMENT)))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void what_is_broken_is_refused_and_its_neighbours_are_kept() {
        WebhookReceiver receiver = receiver().unsigned().build();

        Received broken = receiver.receive(Map.of(), bytes("{\"deployment\":\"d2\",\"at\":\"soon\"}"));
        Received half = receiver.receive(Map.of(), bytes("{\"deployment\":\"d3\",\"at\":\"soon\"}\n" + DEPLOYMENT));

        assertThat(reason(broken)).isEqualTo(Reason.UNREADABLE);
        assertThat(broken.message()).startsWith("field /at: 'soon' is no instant");
        assertThat(half).isEqualTo(new Accepted(1, 0, 1));
        assertThat(kept).hasSize(1);
    }

    /** The example of GitHub's own documentation. */
    @Test
    void a_signature_of_github_is_over_the_bytes_as_they_came() {
        String secret = "It's a Secret to Everybody";
        String right = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

        assertThat(check(Sender.GITHUB, secret, "Hello, World!", "x-hub-signature-256", right))
                .isTrue();
        assertThat(check(Sender.GITHUB, secret, "Hello, World! ", "x-hub-signature-256", right))
                .isFalse();
        assertThat(check(Sender.GITHUB, secret, "Hello, World!", "x-hub-signature-256", ""))
                .isFalse();
        assertThat(check(Sender.GITHUB, "it's a Secret to Everybody", "Hello, World!", "x-hub-signature-256", right))
                .isFalse();
    }

    /** The signatures are what {@code openssl dgst -sha256} says of the same bytes. */
    @Test
    void one_of_several_signatures_of_pagerduty_must_fit() {
        String right = "v1=5fcc91edd66f0a0e532c543e4f24441faab620c2499daeddf50cec447856ea47";

        assertThat(check(Sender.PAGERDUTY, SECRET, DEPLOYMENT, "x-pagerduty-signature", right))
                .isTrue();
        assertThat(check(Sender.PAGERDUTY, SECRET, DEPLOYMENT, "x-pagerduty-signature", "v1=00, " + right))
                .isTrue();
        assertThat(check(Sender.PAGERDUTY, SECRET, DEPLOYMENT, "x-pagerduty-signature", "v1=00, v1=11"))
                .isFalse();
    }

    @Test
    void a_signature_of_gitlab_is_over_id_time_and_bytes_and_goes_stale() {
        String right = "v1,+K7MRdqJIcB5qjz3jBaL6Lg6X7ZqjALk7ZWGjTLAMNw=";
        WebhookReceiver receiver = receiver()
                .secret(Sender.GITLAB_SIGNED, TOKEN)
                .secret(Sender.GITLAB, SECRET)
                .build();

        assertThat(check(Sender.GITLAB_SIGNED, TOKEN, DEPLOYMENT, gitlab("1782907200", right)))
                .isTrue();
        assertThat(check(Sender.GITLAB_SIGNED, TOKEN, DEPLOYMENT, gitlab("1782907200", "v1,AA== " + right)))
                .isTrue();
        assertThat(check(Sender.GITLAB_SIGNED, TOKEN, DEPLOYMENT, gitlab("1782907201", right)))
                .isFalse();
        assertThat(reason(receiver.receive(headers(gitlab("1782906899", right)), bytes(DEPLOYMENT))))
                .isEqualTo(Reason.STALE);
        assertThat(reason(receiver.receive(headers(gitlab("", right)), bytes(DEPLOYMENT))))
                .isEqualTo(Reason.STALE);
        assertThat(reason(receiver.receive(headers("X-Gitlab-Token", SECRET), bytes(DEPLOYMENT))))
                .as("who can sign does not get by with a token")
                .isEqualTo(Reason.NOT_SIGNED);
    }

    private static String[] gitlab(String seconds, String signature) {
        return new String[] {"webhook-id", "msg_1", "webhook-timestamp", seconds, "webhook-signature", signature};
    }

    @Test
    void a_secret_can_be_changed_for_another_without_a_gap() {
        WebhookReceiver receiver = receiver()
                .secret(Sender.BEARER, "the-one-from-before")
                .secret(Sender.BEARER, SECRET)
                .build();

        assertThat(receiver.receive(bearer(), bytes(DEPLOYMENT)).status()).isEqualTo(200);
    }

    /** Whoever has the secret of one sender can not speak for another. */
    @Test
    void a_sender_may_send_its_own_format_only() throws GeneralSecurityException {
        WebhookReceiver receiver = receiver().secret(Sender.GITHUB, SECRET).build();
        String deployment = """
                {"deployment":{"id":1,"sha":"4f2a91c","environment":"production","created_at":"2026-07-01T10:00:00Z"},
                 "deployment_status":{"state":"success","created_at":"2026-07-01T10:05:00Z"},
                 "repository":{"full_name":"acme/shop"}}""";

        Received github = receiver.receive(
                headers("X-GitHub-Event", "deployment_status", "X-Hub-Signature-256", sha256(deployment)),
                bytes(deployment));
        Received plain = receiver.receive(headers("X-Hub-Signature-256", sha256(DEPLOYMENT)), bytes(DEPLOYMENT));

        assertThat(github).isEqualTo(new Accepted(1, 0, 0));
        assertThat(plain).isEqualTo(new Accepted(0, 1, 0));
        assertThat(kept).extracting(LoopEvent::source).containsExactly("github:acme/shop");
    }

    private static String sha256(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(SECRET), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(bytes(body)));
    }

    private static boolean check(Sender sender, String secret, String body, String... headers) {
        return Signature.check(sender, List.of(secret), Headers.of(headers(headers)), bytes(body), NOW) == null;
    }

    @ParameterizedTest
    @CsvSource({"short", "whsec_", "whsec_***", "dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3Q="})
    void a_signing_token_that_is_none_is_refused_at_once(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receiver().secret(Sender.GITLAB_SIGNED, token))
                .withMessageContaining("is not of the form whsec_ and Base64");
    }

    private static Reason reason(Received received) {
        return ((Refused) received).reason();
    }
}
