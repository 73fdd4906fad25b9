package io.infinityloop.cli.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.jspecify.annotations.Nullable;

/** Sorts the tags of a repository into releases and the rest. Not safe for use by many threads. */
final class TagReader {
    /** Prefixes that name no part of a repository, only the fact that this is a release. */
    private static final Set<String> NO_COMPONENT = Set.of("release", "releases", "rel", "version", "ver", "v");

    private static final Pattern PRE_RELEASE =
            Pattern.compile("(?:.*[-/@_])?v?\\d+\\.\\d+(?:(?:\\.\\d+)*[-._+]?[A-Za-z]|\\.\\d+-\\d).*");

    /** Leaves room for what the id of an event adds to the name; more is an attack on the pattern, not a version. */
    private static final int NAME_LIMIT = 480;

    private final Repository repository;
    private final NumberedCommit.Walk walk;
    private final Pattern pattern;
    private final Set<String> mainLine;
    private final List<ReleaseTag> releases = new ArrayList<>();
    private long preReleases;
    private long others;
    private final Names withoutCommit = new Names();
    private final Names undated = new Names();

    /** Reads the tags of a repository; prefixes that are one of the main line's names, in lower case, name no part. */
    TagReader(Repository repository, NumberedCommit.Walk walk, Pattern pattern, Set<String> mainLine) {
        this.repository = repository;
        this.walk = walk;
        this.pattern = pattern;
        this.mainLine = mainLine;
    }

    void read() throws IOException {
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
            String name = ref.getName().substring(Constants.R_TAGS.length());
            Matcher matcher = pattern.matcher(name);
            ObjectId id = ref.getObjectId();
            if (id == null || name.isBlank() || name.length() > NAME_LIMIT) {
                others++;
            } else if (matcher.matches()) {
                add(name, matcher, id);
            } else if (PRE_RELEASE.matcher(name).matches()) {
                preReleases++;
            } else {
                others++;
            }
        }
        releases.sort(ReleaseTag.IN_TIME);
    }

    private void add(String name, Matcher matcher, ObjectId id) throws IOException {
        RevObject tagged = NamedReading.of(id, () -> walk.parseAny(id));
        RevObject target = walk.peel(tagged);
        if (!(target instanceof NumberedCommit commit)) {
            withoutCommit.add(name);
            return;
        }
        Instant taggedAt = tagged instanceof RevTag tag ? date(tag) : null;
        Instant committedAt = NamedReading.of(commit, () -> {
            walk.read(commit);
            return CommitFacts.of(commit).committed();
        });
        Instant at = taggedAt != null ? taggedAt : committedAt;
        if (GitTime.isOdd(at)) {
            undated.add(name);
            return;
        }
        String version = group(matcher, "version");
        releases.add(new ReleaseTag(
                name,
                component(group(matcher, "component")),
                version == null || version.isBlank() ? name : version,
                at,
                taggedAt != null,
                commit));
    }

    /** Tags of early versions of git have no tagger, others no date; JGit reads the latter as the start of 1970. */
    private static @Nullable Instant date(RevTag tag) {
        Instant at = GitTime.at(tag::getTaggerIdent);
        return at == null || GitTime.isOdd(at) ? null : at;
    }

    private String component(@Nullable String prefix) {
        if (prefix == null || prefix.isBlank()) {
            return "";
        }
        String lower = prefix.toLowerCase(Locale.ROOT);
        return NO_COMPONENT.contains(lower) || mainLine.contains(lower) ? "" : prefix;
    }

    private static @Nullable String group(Matcher matcher, String name) {
        try {
            return matcher.group(name);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** {@return the releases, in the order of time} */
    List<ReleaseTag> releases() {
        return releases;
    }

    /** {@return how many tags there are, releases or not} */
    long count() {
        return releases.size() + preReleases + others + withoutCommit.count() + undated.count();
    }

    long preReleases() {
        return preReleases;
    }

    long others() {
        return others;
    }

    /** {@return what the reader of numbers must know, in sentences} */
    List<String> warnings(String name) {
        List<String> warnings = new ArrayList<>();
        if (releases.isEmpty() && count() == 0) {
            warnings.add(name + " has no tags, so there are no releases: fetch the tags with 'git fetch --tags', or"
                    + " make one");
        } else if (releases.isEmpty()) {
            warnings.add(name + " has no release: none of its " + count()
                    + " tags is one; fetch the tags, or say with --tag-pattern which tags are releases");
        }
        long lightweight =
                releases.stream().filter(release -> !release.annotated()).count();
        if (lightweight > 0) {
            warnings.add(lightweight + " of " + releases.size()
                    + " releases have lightweight tags: they are dated by their commit, not by the tagging");
        }
        if (preReleases > 0) {
            warnings.add(preReleases + " tags of pre-releases are not counted as releases");
        }
        withoutCommit.leftOut("tags that look like releases point to no commit").ifPresent(warnings::add);
        undated.leftOut("tags that look like releases are dated before 1970-01-02 or after 2199")
                .ifPresent(warnings::add);
        return warnings;
    }
}
