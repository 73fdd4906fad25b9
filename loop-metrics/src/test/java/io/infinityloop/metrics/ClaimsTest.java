package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.catalogue.Card;
import io.infinityloop.catalogue.CardKind;
import io.infinityloop.catalogue.Catalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reports and case studies claim is told with its source, and no target is made of it. */
class ClaimsTest {
    /** The figures of the claims, as parts and as multiples. */
    private static final List<BigDecimal> CLAIMED = Stream.of("0.3", "30", "0.35", "35", "46", "440", "96")
            .map(BigDecimal::new)
            .toList();

    @Test
    @Tag("THR-19")
    void figures_of_reports_are_claims_with_a_source() {
        List<Card> claims = Catalogue.standard().cards(CardKind.CLAIM);

        assertThat(claims)
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.sources()).as(claim.id()).isNotEmpty());
        assertThat(String.join(" ", claims.stream().map(Card::text).toList()))
                .contains("30 %", "35 %", "46x", "440x", "96x");
    }

    @Test
    @Tag("THR-19")
    void no_target_is_one_of_them() {
        List<Target> targets = MetricRegistry.discover(ClaimsTest.class.getClassLoader()).definitions().stream()
                .map(definition -> definition.profile().target())
                .filter(Objects::nonNull)
                .toList();

        assertThat(targets).hasSizeGreaterThan(10);
        assertThat(targets.stream()
                        .flatMap(target -> Stream.of(target.limit(), target.ideal(), target.minimum(), target.breach()))
                        .filter(Objects::nonNull)
                        .map(level -> level.value().number()))
                .noneMatch(number -> CLAIMED.stream().anyMatch(claimed -> claimed.compareTo(number) == 0));
    }
}
