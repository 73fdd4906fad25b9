package io.infinityloop.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final String TOKEN = "a:token-of-the-team";

    private static Headers headers(String... namesAndValues) {
        Headers headers = new Headers();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080"})
    void the_computer_itself_sees_the_report(String host) {
        assertThat(new Access(true, false, List.of()).refusedReport(headers("Host", host)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:8080", "127.0.0.1.evil.example", "10.0.0.1", ""})
    void a_name_that_was_made_to_lead_here_does_not(String host) {
        assertThat(new Access(true, false, List.of()).refusedReport(headers("Host", host)))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(403));
    }

    @Test
    void from_elsewhere_the_token_opens_it_as_a_bearer_or_as_a_password() {
        Access access = new Access(false, true, List.of("another-token", TOKEN));

        assertThat(access.refusedReport(headers("Authorization", "Bearer " + TOKEN)))
                .isEmpty();
        assertThat(access.refusedReport(headers("Authorization", basic("anybody:" + TOKEN))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer x", "Basic !", "Basic YTpi", "a:token-of-the-team", "Digest a"})
    void nothing_else_does(String authorization) {
        assertThat(new Access(false, true, List.of(TOKEN))
                        .refusedReport(headers("Host", "localhost", "Authorization", authorization)))
                .hasValueSatisfying(answer -> {
                    assertThat(answer.status()).isEqualTo(401);
                    assertThat(answer.headers().get("WWW-Authenticate")).startsWith("Basic ");
                });
    }

    @Test
    void without_a_token_it_is_not_shown_elsewhere() {
        assertThat(new Access(false, true, List.of())
                        .refusedReport(headers("Host", "localhost", "Authorization", "Bearer ")))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(403));
    }
}
