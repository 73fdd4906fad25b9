package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Release;
import io.infinityloop.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The releases of one product. A tag and a version belong to one release, and stay what they are: a release with a tag
 * may be recorded again, with more about its preparation, and not with another tag, version or digest.
 *
 * <p>Source: requirement REL-18.
 *
 * @param product the product
 * @param all the latest snapshot of each release, in the order in which they came
 * @since 0.1
 */
public record Releases(String product, List<Release> all) {
    /**
     * Creates the releases of a product.
     *
     * @throws IllegalArgumentException if the product is blank or has more than 500 characters, or two releases have
     *     one id, version or tag
     */
    public Releases {
        Texts.id("product", product);
        all = List.copyOf(requireNonNull(all, "all"));
        for (int i = 0; i < all.size(); i++) {
            for (Release earlier : all.subList(0, i)) {
                if (earlier.id().equals(all.get(i).id()) || isTaken(earlier, all.get(i))) {
                    throw new IllegalArgumentException(taken(product, earlier, all.get(i)));
                }
            }
        }
    }

    /**
     * Returns a product without releases.
     *
     * @param product the product
     * @return its releases, none
     * @throws IllegalArgumentException if the product is blank or has more than 500 characters
     */
    public static Releases of(String product) {
        return new Releases(product, List.of());
    }

    /**
     * Adds a release, or a fuller snapshot of one.
     *
     * @param release the release
     * @return the releases with it; rejected with {@link Problem.TagTaken} if its tag or version is that of another, or
     *     if it had another one itself
     */
    public Admission<Releases> with(Release release) {
        requireNonNull(release, "release");
        List<Release> more = new ArrayList<>();
        for (Release present : all) {
            boolean isSame = present.id().equals(release.id());
            if (isSame ? isChanged(present, release) : isTaken(present, release)) {
                return new Admission.Rejected<>(List.of(new Problem.TagTaken(product, present, release)));
            }
            more.add(isSame ? release : present);
        }
        if (!all.stream().anyMatch(present -> present.id().equals(release.id()))) {
            more.add(release);
        }
        return new Admission.Admitted<>(new Releases(product, more));
    }

    /**
     * Returns the release that a tag stands for.
     *
     * @param tag the tag
     * @return the release; empty if there is none, or the tag is empty
     */
    public Optional<Release> tagged(String tag) {
        requireNonNull(tag, "tag");
        return tag.isEmpty()
                ? Optional.empty()
                : all.stream().filter(release -> release.tag().equals(tag)).findFirst();
    }

    static String taken(String product, Release present, Release refused) {
        return "release " + refused.id() + " of " + product + " cannot be " + name(refused) + ": " + name(present)
                + " is the release " + present.id() + " and stays as it is; expected another version and tag";
    }

    private static String name(Release release) {
        return release.tag().isEmpty() ? release.version() : release.version() + ", tag " + release.tag();
    }

    private static boolean isTaken(Release present, Release other) {
        return present.version().equals(other.version())
                || (!present.tag().isEmpty() && present.tag().equals(other.tag()));
    }

    /** Before it has a tag, a release is a plan and may change. */
    private static boolean isChanged(Release present, Release later) {
        return !present.tag().isEmpty()
                && !(present.tag().equals(later.tag())
                        && present.version().equals(later.version())
                        && (present.digests().isEmpty() || present.digests().equals(later.digests())));
    }
}
