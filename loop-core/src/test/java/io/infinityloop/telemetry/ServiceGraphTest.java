package io.infinityloop.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ServiceGraphTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Measurement> TRACE = List.of(
            step("Web", "web", "", 100),
            step("Checkout", "checkout", "web", 80),
            step("Database", "query", "checkout", 30),
            step("Payment API", "pay", "checkout", 45),
            step("Email", "mail", "checkout", 5));

    @Test
    @Tag("OBS-18")
    void a_trace_shows_what_checkout_depends_on_and_what_a_change_of_payment_may_break() {
        ServiceGraph graph = ServiceGraph.of(TRACE);

        assertThat(graph.dependencies("Checkout")).containsExactly("Database", "Email", "Payment API");
        assertThat(graph.impact("Payment API")).containsExactly("Checkout", "Web");
        assertThat(graph.impact("Web")).isEmpty();
        assertThat(graph.dependencies("Email")).isEmpty();
        assertThat(graph.unplaced()).isEmpty();
        assertThat(graph.services()).containsExactly("Checkout", "Database", "Email", "Payment API", "Web");
        assertThat(graph.graph().edges()).hasSize(4);
    }

    @Test
    void order_and_duplicates_make_no_difference_and_other_readings_are_passed_over() {
        List<Measurement> more = new ArrayList<>(TRACE);
        more.addAll(TRACE);
        more.add(Measurement.of("m", NOON, "Web", new Reading.Metric("load", BigDecimal.ONE, "")));
        Collections.reverse(more);

        assertThat(ServiceGraph.of(more)).isEqualTo(ServiceGraph.of(TRACE));
    }

    @Test
    void a_step_inside_a_service_is_no_call_and_the_same_span_of_another_trace_is_another_step() {
        Measurement inner = step("Checkout", "sum", "checkout", 1);
        Measurement other =
                Measurement.of("x", NOON, "Search", new Reading.Trace("other", "s", "checkout", "find", Duration.ZERO));

        ServiceGraph graph = ServiceGraph.of(List.of(TRACE.get(1), inner, other));

        assertThat(graph.calls()).isEmpty();
        assertThat(graph.unplaced())
                .as("Checkout's and Search's callers are not there")
                .containsExactly(TRACE.get(1).ref(), other.ref());
    }

    @Test
    void a_step_of_no_service_is_listed_and_services_that_call_each_other_are_no_trap() {
        Measurement nameless = new Measurement(
                ArtifactMetadata.of("nameless", NOON), new Reading.Trace("abc123", "n", "", "what", Duration.ZERO));
        Measurement back = step("Web", "callback", "pay", 1);
        List<Measurement> steps = new ArrayList<>(TRACE);
        steps.add(nameless);
        steps.add(back);

        ServiceGraph graph = ServiceGraph.of(steps);

        assertThat(graph.unplaced()).containsExactly(nameless.ref());
        assertThat(graph.impact("Web")).containsExactly("Payment API", "Checkout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceGraph.Call("Web", "Web"))
                .withMessage("service Web calls itself: expected a call of another service");
    }

    private static Measurement step(String service, String span, String parent, long millis) {
        return Measurement.of(
                "abc123/" + span,
                NOON,
                service,
                new Reading.Trace("abc123", span, parent, span, Duration.ofMillis(millis)));
    }
}
