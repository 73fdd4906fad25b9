package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    @Test
    @Tag("CAT-17")
    void a_release_manager_and_operations_are_optional() {
        assertThat(Role.values())
                .containsExactly(
                        Role.PRODUCT_OWNER,
                        Role.DEVELOPER,
                        Role.DEVOPS_SRE,
                        Role.QA,
                        Role.RELEASE_MANAGER,
                        Role.OPERATIONS);
        assertThat(Stream.of(Role.values()).filter(Role::isOptional))
                .containsExactly(Role.RELEASE_MANAGER, Role.OPERATIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "product manager, PRODUCT_OWNER",
        "Product-Manager, PRODUCT_OWNER",
        "PRODUCT_OWNER, PRODUCT_OWNER",
        "' product  owner ', PRODUCT_OWNER",
        "SRE, DEVOPS_SRE",
        "DevOps / SRE, DEVOPS_SRE",
        "quality assurance, QA",
        "qa, QA",
        "release-manager, RELEASE_MANAGER",
        "ops, OPERATIONS",
        "dev, DEVELOPER",
    })
    @Tag("CAT-17")
    void other_names_are_understood(String text, Role role) {
        assertThat(Role.parse(text)).isEqualTo(role);
    }

    @ParameterizedTest
    @EnumSource
    void a_role_is_found_by_all_its_names(Role role) {
        assertThat(Role.parse(role.id())).isEqualTo(role);
        assertThat(Role.parse(role.displayName())).isEqualTo(role);
        assertThat(role.aliases())
                .isNotEmpty()
                .allSatisfy(alias -> assertThat(Role.parse(alias)).isEqualTo(role));
    }

    @ParameterizedTest
    @EnumSource
    void a_role_has_stages_in_loop_order(Role role) {
        assertThat(role.stages()).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }

    @Test
    void each_stage_has_somebody_also_without_the_optional_roles() {
        assertThat(Stream.of(Role.values()).filter(role -> !role.isOptional()).flatMap(role -> role.stages().stream()))
                .contains(Stage.values());
    }

    @Test
    void another_word_is_refused_with_those_that_would_be_understood() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Role.parse("astrologer"))
                .withMessageContainingAll("'astrologer'", "product-owner (product manager", "operations (ops");
    }
}
