package io.infinityloop.cli.git;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTag;
import org.jspecify.annotations.Nullable;

/**
 * The times that a repository states. Anybody can write any number there: what no clock can have shown is no time. The
 * first day of 1970 is what broken clocks and conversions show.
 */
final class GitTime {
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private GitTime() {}

    /** {@return when a commit was authored, or null if it does not sensibly say} */
    static @Nullable Instant authored(RevCommit commit) {
        return sensible(commit::getAuthorIdent);
    }

    /** {@return when a commit was committed, or null if it does not sensibly say} */
    static @Nullable Instant committed(RevCommit commit) {
        return sensible(commit::getCommitterIdent);
    }

    /** {@return when a tag was made, or null if it does not sensibly say} */
    static @Nullable Instant tagged(RevTag tag) {
        return sensible(tag::getTaggerIdent);
    }

    private static @Nullable Instant sensible(Supplier<@Nullable PersonIdent> said) {
        try {
            PersonIdent person = said.get();
            if (person == null) {
                return null;
            }
            Instant at = person.getWhenAsInstant();
            return at.isBefore(EARLIEST) || !at.isBefore(LATEST) ? null : at;
        } catch (DateTimeException tooBig) {
            return null;
        }
    }
}
