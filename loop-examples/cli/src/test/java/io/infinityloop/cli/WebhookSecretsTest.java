package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.webhook.Received;
import io.infinityloop.webhook.WebhookReceiver;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {
    private static int status(Map<String, String> environment, String authorization) {
        WebhookReceiver.Builder receiver = WebhookReceiver.builder(events -> {}, () -> Instant.EPOCH);
        WebhookSecrets.of(environment).giveTo(receiver);
        Received received = receiver.build()
                .receive(Map.of("Authorization", List.of(authorization)), "{}".getBytes(StandardCharsets.UTF_8));
        return received.status();
    }

    @Test
    void of_several_secrets_each_is_taken() {
        Map<String, String> environment = Map.of("LOOP_BEARER_TOKEN", "the-old-token, the-new-token");

        assertThat(status(environment, "Bearer the-old-token")).isEqualTo(200);
        assertThat(status(environment, "Bearer the-new-token")).isEqualTo(200);
        assertThat(status(environment, "Bearer the-old-token, the-new-token")).isEqualTo(401);
        assertThat(WebhookSecrets.of(environment).tokens()).containsExactly("the-old-token", "the-new-token");
    }

    @Test
    void without_any_what_is_not_signed_is_taken() {
        assertThat(WebhookSecrets.of(Map.of("PATH", "/bin")).isEmpty()).isTrue();
        assertThat(status(Map.of(), "")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "short", "long-enough-for-one,", "long-enough-for-one,short"})
    void what_is_no_secret_is_refused_and_not_shown(String value) {
        assertThatThrownBy(() -> WebhookSecrets.of(Map.of("LOOP_GITHUB_SECRET", value)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("LOOP_GITHUB_SECRET")
                .hasMessageContaining("8 characters")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("short", "long-enough"));
    }

    @Test
    void a_signing_token_has_a_form() {
        assertThatThrownBy(() -> WebhookSecrets.of(Map.of("LOOP_GITLAB_SIGNING_TOKEN", "not-of-this-form")))
                .hasMessageContaining("LOOP_GITLAB_SIGNING_TOKEN")
                .hasMessageContaining("whsec_");
    }
}
