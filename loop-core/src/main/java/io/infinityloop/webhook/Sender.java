package io.infinityloop.webhook;

/**
 * Who sends webhooks, and how a delivery shows that it is theirs.
 *
 * @since 0.1
 */
public enum Sender {
    /** GitHub: the header {@code X-Hub-Signature-256}, HMAC-SHA256 of the body in hexadecimal digits. */
    GITHUB("github"),
    /**
     * GitLab, with a signing token ({@code whsec_…}): the header {@code webhook-signature}, HMAC-SHA256 of id,
     * timestamp and body in Base64; a delivery more than five minutes old is refused.
     */
    GITLAB_SIGNED("gitlab"),
    /** GitLab, with a secret token: the header {@code X-Gitlab-Token} holds the secret itself. */
    GITLAB("gitlab"),
    /**
     * PagerDuty: the header {@code X-PagerDuty-Signature}, one or more HMAC-SHA256 of the body in hexadecimal digits.
     */
    PAGERDUTY("pagerduty"),
    /** Anything else that can set a header: {@code Authorization: Bearer} and the secret. It may send any format. */
    BEARER("");

    private final String format;

    Sender(String format) {
        this.format = format;
    }

    /** {@return the name of the only format that it may send; empty if it may send any} */
    String format() {
        return format;
    }
}
