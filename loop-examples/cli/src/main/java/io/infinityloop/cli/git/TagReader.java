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
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Sorts the tags of a repository into releases and the rest. Not safe for use by many threads. */
final class TagReader {
    /** Prefixes that name no part of a repository, only the fact that this is a release. */
    private static final Set<String> NO_COMPONENT = Set.of("release", "releases", "rel", "version", "ver", "v");

    private static final Pattern PRE_RELEASE =
            Pattern.compile("(?:.*[-/@_])?v?\\d+\\.\\d+(?:\\.\\d+)*[-._+]?[A-Za-z].*");

    private final Repository repository;
    private final RevWalk walk;
    private final Pattern pattern;
    private final String mainLine;
    private final List<ReleaseTag> releases = new ArrayList<>();
    private long preReleases;
    private long others;
    private final List<String> withoutCommit = new ArrayList<>();

    TagReader(Repository repository, RevWalk walk, Pattern pattern, String name) {
        this.repository = repository;
        this.walk = walk;
        this.pattern = pattern;
        this.mainLine = name.toLowerCase(Locale.ROOT);
    }

    void read() throws IOException {
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
            String name = ref.getName().substring(Constants.R_TAGS.length());
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                add(name, matcher, ref.getObjectId());
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
        if (!(target instanceof RevCommit commit)) {
            withoutCommit.add(name);
            return;
        }
        Instant taggedAt = tagged instanceof RevTag tag ? date(tag) : null;
        Instant committedAt = NamedReading.of(commit, () -> {
            walk.parseBody(commit);
            return CommitFacts.of(commit).committed();
        });
        String version = group(matcher, "version");
        releases.add(new ReleaseTag(
                name,
                component(group(matcher, "component")),
                version == null || version.isBlank() ? name : version,
                taggedAt != null ? taggedAt : committedAt,
                taggedAt != null,
                commit));
    }

    /** Tags of early versions of git have no tagger, others no date; JGit reads the latter as the start of 1970. */
    private static @Nullable Instant date(RevTag tag) {
        PersonIdent tagger = tag.getTaggerIdent();
        return tagger == null || tagger.getWhenAsInstant().equals(Instant.EPOCH) ? null : tagger.getWhenAsInstant();
    }

    private String component(@Nullable String prefix) {
        if (prefix == null) {
            return "";
        }
        String lower = prefix.toLowerCase(Locale.ROOT);
        return NO_COMPONENT.contains(lower) || lower.equals(mainLine) ? "" : prefix;
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.pattern().pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }

    /** {@return the releases, in the order of time} */
    List<ReleaseTag> releases() {
        return releases;
    }

    long preReleases() {
        return preReleases;
    }

    long others() {
        return others;
    }

    /** {@return the names of tags that look like releases and point to no commit} */
    List<String> withoutCommit() {
        return withoutCommit;
    }
}
