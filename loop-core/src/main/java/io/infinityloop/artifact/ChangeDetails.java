package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change says about itself besides its text: how large it is, what it is for, whether it can be undone. Each
 * {@code with} method returns a copy.
 *
 * <p>Source: requirements ART-10, ART-28, ART-29 and ART-31.
 *
 * @param lines how many lines it adds and deletes; null if nobody counted
 * @param branch the name of the branch that it was made on; empty if that is not known
 * @param intent what it is for, in words; empty if nobody said
 * @param reversibility whether it can be undone
 * @param change the sort of change
 * @param isBreaking whether something that worked may work no longer, as far as it says so
 * @param assets what sorts of things it changes, in the order of the constants, without duplicates
 * @since 0.1
 */
public record ChangeDetails(
        @Nullable Lines lines,
        String branch,
        String intent,
        Reversibility reversibility,
        ChangeKind change,
        boolean isBreaking,
        List<AssetKind> assets) {
    /** Nothing is known. */
    public static final ChangeDetails UNKNOWN =
            new ChangeDetails(null, "", "", Reversibility.UNKNOWN, ChangeKind.UNKNOWN, false, List.of());

    /**
     * Creates the details.
     *
     * @throws IllegalArgumentException if the branch is blank but not empty or has more than 500 characters, or the
     *     intent more than 100,000
     */
    public ChangeDetails {
        Texts.idOrEmpty("branch", branch);
        Texts.prose("intent", intent);
        requireNonNull(reversibility, "reversibility");
        requireNonNull(change, "change");
        assets = sorted(requireNonNull(assets, "assets"));
    }

    /**
     * Returns these details with a size.
     *
     * @param added how many lines it adds, not negative
     * @param deleted how many lines it deletes, not negative
     * @return the details
     * @throws IllegalArgumentException if a number is negative
     */
    public ChangeDetails withLines(long added, long deleted) {
        return new ChangeDetails(new Lines(added, deleted), branch, intent, reversibility, change, isBreaking, assets);
    }

    /**
     * Returns these details with a branch.
     *
     * @param name the name of the branch
     * @return the details
     */
    public ChangeDetails withBranch(String name) {
        return new ChangeDetails(lines, name, intent, reversibility, change, isBreaking, assets);
    }

    /**
     * Returns these details with an intent.
     *
     * @param purpose what the change is for, in words
     * @return the details
     */
    public ChangeDetails withIntent(String purpose) {
        return new ChangeDetails(lines, branch, purpose, reversibility, change, isBreaking, assets);
    }

    /**
     * Returns these details with an answer to whether the change can be undone.
     *
     * @param answer whether it can
     * @return the details
     */
    public ChangeDetails withReversibility(Reversibility answer) {
        return new ChangeDetails(lines, branch, intent, answer, change, isBreaking, assets);
    }

    /**
     * Returns these details with a sort of change.
     *
     * @param kind the sort
     * @param breaks whether something that worked may work no longer
     * @return the details
     */
    public ChangeDetails withChange(ChangeKind kind, boolean breaks) {
        return new ChangeDetails(lines, branch, intent, reversibility, kind, breaks, assets);
    }

    /**
     * Returns these details with the sorts of things that are changed.
     *
     * @param kinds the sorts
     * @return the details
     */
    public ChangeDetails withAssets(Collection<AssetKind> kinds) {
        return new ChangeDetails(lines, branch, intent, reversibility, change, isBreaking, List.copyOf(kinds));
    }

    /**
     * Returns which part of the version the change raises.
     *
     * @return the bump: {@link VersionBump#MAJOR} for what is breaking, else that of the sort; empty if neither is
     *     known
     */
    public Optional<VersionBump> bump() {
        return isBreaking ? Optional.of(VersionBump.MAJOR) : change.bump();
    }

    /** {@return what a change had better say and does not, or says and had better not be} */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (lines == null) {
            gaps.add(new Gap("lines", "nothing says how large the change is"));
        }
        if (intent.isBlank()) {
            gaps.add(new Gap("intent", "nothing says what the change is for"));
        }
        if (reversibility == Reversibility.UNKNOWN) {
            gaps.add(new Gap("reversibility", "nothing says whether the change can be undone"));
        } else if (reversibility == Reversibility.IRREVERSIBLE) {
            gaps.add(new Gap("reversibility", "the change cannot be undone"));
        }
        return List.copyOf(gaps);
    }

    private static List<AssetKind> sorted(List<AssetKind> assets) {
        return assets.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(assets));
    }

    /**
     * How many lines a change touches.
     *
     * @param added how many it adds, not negative
     * @param deleted how many it deletes, not negative
     * @since 0.1
     */
    public record Lines(long added, long deleted) {
        /**
         * Creates the size.
         *
         * @throws IllegalArgumentException if a number is negative
         */
        public Lines {
            if (added < 0 || deleted < 0) {
                throw new IllegalArgumentException(
                        "lines must not be negative: added " + added + ", deleted " + deleted);
            }
        }

        /**
         * {@return how many lines are added or deleted}
         *
         * @throws ArithmeticException if these are more than {@link Long#MAX_VALUE}
         */
        public long changed() {
            return Math.addExact(added, deleted);
        }
    }

    /**
     * Whether a change can be undone.
     *
     * @since 0.1
     */
    public enum Reversibility {
        /** It can. */
        REVERSIBLE,
        /** It cannot, for example because it drops data. */
        IRREVERSIBLE,
        /** The source does not tell. */
        UNKNOWN
    }
}
