package io.infinityloop;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A part that people play in the loop, and the stages in which they have something to do. Several roles may share a
 * stage, and one person may have several roles. Which person that is, is no business of this library.
 *
 * <p>Artifacts name roles by text, so that a company may have its own; {@link #id()} is the text for one of these.
 *
 * <p>Source: requirement CAT-17.
 *
 * @since 0.1
 */
public enum Role {
    /** Decides what is built; also called product manager. */
    PRODUCT_OWNER("Product owner", "product manager", "po", "pm"),
    /** Makes the change. */
    DEVELOPER("Developer", "dev", "software engineer"),
    /** Makes the way to production automatic and the service reliable. */
    DEVOPS_SRE("DevOps / SRE", "devops", "sre", "devops engineer", "site reliability engineer"),
    /** Tests, and makes testing everybody's work. */
    QA("Quality assurance", "tester"),
    /** Coordinates releases, where that needs somebody. */
    RELEASE_MANAGER("Release manager", "release management"),
    /** Looks after what runs, where a team of its own does so. */
    OPERATIONS("Operations", "ops", "operator");

    private final String displayName;
    private final String aliases;

    Role(String displayName, String... aliases) {
        this.displayName = displayName;
        this.aliases = String.join(",", aliases);
    }

    /**
     * Reads a role from the words that people use. Understood are the {@link #id()}, the {@link #displayName()} and the
     * {@link #aliases()}, in any case of letters, with spaces, hyphens or underscores.
     *
     * @param text what to read, for example {@code Product Manager}
     * @return the role
     * @throws IllegalArgumentException if the text names none of the roles; the message lists what would
     */
    public static Role parse(String text) {
        String word = plain(requireNonNull(text, "text"));
        return Stream.of(values())
                .filter(role -> role.names().anyMatch(name -> plain(name).equals(word)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + StageNames.shortened(text)
                        + "' is no role that is known here; expected one of "
                        + Arrays.stream(values())
                                .map(role -> role.id() + " (" + String.join(", ", role.aliases()) + ")")
                                .collect(joining(", "))));
    }

    /** {@return the text by which artifacts and rules name this role: {@code product-owner}, …} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the name for people, in English} */
    public String displayName() {
        return displayName;
    }

    /** {@return other names for this role, in lower case, unmodifiable} */
    public List<String> aliases() {
        return List.of(aliases.split(",", -1));
    }

    /** {@return the stages in which this role has something to do, in loop order, at least one, unmodifiable} */
    public List<Stage> stages() {
        return switch (this) {
            case PRODUCT_OWNER -> List.of(Stage.PLAN, Stage.MONITOR);
            case DEVELOPER -> List.of(Stage.PLAN, Stage.CODE, Stage.BUILD, Stage.OPERATE, Stage.MONITOR);
            case DEVOPS_SRE -> List.of(Stage.PLAN, Stage.BUILD, Stage.RELEASE, Stage.DEPLOY, Stage.OPERATE);
            case QA -> List.of(Stage.CODE, Stage.TEST);
            case RELEASE_MANAGER -> List.of(Stage.RELEASE);
            case OPERATIONS -> List.of(Stage.OPERATE);
        };
    }

    /** {@return whether a team may well do without this role, because others play its part} */
    public boolean isOptional() {
        return this == RELEASE_MANAGER || this == OPERATIONS;
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(id(), displayName), aliases().stream());
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }
}
