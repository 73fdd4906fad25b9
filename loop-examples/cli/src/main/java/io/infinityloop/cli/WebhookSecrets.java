package io.infinityloop.cli;

import io.infinityloop.webhook.Sender;
import io.infinityloop.webhook.WebhookReceiver;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What webhooks are signed with: from the environment, where no other user of the computer sees it. */
final class WebhookSecrets {
    private static final Map<Sender, String> VARIABLES = new EnumMap<>(Map.of(
            Sender.GITHUB, "LOOP_GITHUB_SECRET",
            Sender.GITLAB_SIGNED, "LOOP_GITLAB_SIGNING_TOKEN",
            Sender.GITLAB, "LOOP_GITLAB_TOKEN",
            Sender.PAGERDUTY, "LOOP_PAGERDUTY_SECRET",
            Sender.BEARER, "LOOP_BEARER_TOKEN"));

    private final Map<Sender, List<String>> secrets = new EnumMap<>(Sender.class);

    private WebhookSecrets() {}

    /** The names of the variables, in words. */
    static String variables() {
        return String.join(", ", VARIABLES.values());
    }

    /** Takes the secrets out of an environment, and checks them; a variable that is there holds at least one. */
    static WebhookSecrets of(Map<String, String> environment) {
        WebhookSecrets found = new WebhookSecrets();
        VARIABLES.forEach((sender, name) -> {
            String value = environment.get(name);
            if (value != null) {
                found.secrets.put(sender, parts(name, sender, value));
            }
        });
        return found;
    }

    private static List<String> parts(String name, Sender sender, String value) {
        List<String> parts =
                List.of(value.split(",", -1)).stream().map(String::strip).toList();
        WebhookReceiver.Builder check = WebhookReceiver.builder(events -> {}, () -> Instant.EPOCH);
        for (String part : parts) {
            try {
                check.secret(sender, part);
            } catch (IllegalArgumentException refused) {
                throw new BadInputException(name + ": " + refused.getMessage(), refused);
            }
        }
        return parts;
    }

    boolean isEmpty() {
        return secrets.isEmpty();
    }

    /** The tokens that open the report, too. */
    List<String> tokens() {
        return secrets.getOrDefault(Sender.BEARER, List.of());
    }

    /** Gives them to a receiver, which without any takes what is not signed. */
    void giveTo(WebhookReceiver.Builder receiver) {
        secrets.forEach((sender, all) -> all.forEach(secret -> receiver.secret(sender, secret)));
        if (secrets.isEmpty()) {
            receiver.unsigned();
        }
    }
}
