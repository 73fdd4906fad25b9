package io.infinityloop.cli.serve;

import java.util.Map;

/**
 * What a client may cost. The JDK's server takes these limits from system properties, once, when the first server of
 * the process is made; what the user has set stays.
 */
final class HttpLimits {
    /** As many threads: who is slow keeps nobody else waiting. */
    static final int CONNECTIONS = 32;

    private static final Map<String, String> LIMITS = Map.of(
            // Seconds until a request is there, until the answer is, and that a connection may rest.
            "sun.net.httpserver.maxReqTime", "30",
            "sun.net.httpserver.maxRspTime", "300",
            "sun.net.httpserver.idleInterval", "20",
            "sun.net.httpserver.maxIdleConnections", "16",
            "jdk.httpserver.maxConnections", String.valueOf(CONNECTIONS),
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "65536");

    private HttpLimits() {}

    static void set() {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
