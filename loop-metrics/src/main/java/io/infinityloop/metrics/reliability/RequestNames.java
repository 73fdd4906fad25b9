package io.infinityloop.metrics.reliability;

/**
 * What the numbers of a service's requests are called in its telemetry.
 *
 * @param requests how many requests there were since the last reading
 * @param errors how many of them failed
 * @param latency how long one request took, with a unit of time
 * @since 0.1
 */
public record RequestNames(String requests, String errors, String latency) {
    /** {@code requests}, {@code errors} and {@code latency}. */
    public static final RequestNames STANDARD = new RequestNames("requests", "errors", "latency");

    /**
     * Creates names.
     *
     * @throws IllegalArgumentException if a name is blank, or two are the same
     */
    public RequestNames {
        if (requests.isBlank() || errors.isBlank() || latency.isBlank()) {
            throw new IllegalArgumentException("the name of a number of telemetry must not be blank");
        }
        if (requests.equals(errors) || requests.equals(latency) || errors.equals(latency)) {
            throw new IllegalArgumentException("requests, errors and latency need three names, but there are "
                    + requests + ", " + errors + " and " + latency);
        }
    }
}
