package io.infinityloop.release;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.ChangeKind;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.VersionBump;
import io.infinityloop.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is new in a release: one note for each commit, none left out.
 *
 * <p>Source: requirement REL-03.
 *
 * @param notes the notes, in the order of the commits
 * @since 0.1
 */
public record ReleaseNotes(List<Note> notes) {
    /** Creates notes. */
    public ReleaseNotes {
        notes = List.copyOf(requireNonNull(notes, "notes"));
    }

    /**
     * Returns the notes on commits. A subject that follows the {@linkplain ConventionalCommit convention} says what
     * sort of change it is; else the commit's details say it.
     *
     * @param commits the commits, in the order in which the notes are to stand within their groups
     * @return the notes
     */
    public static ReleaseNotes of(Collection<Commit> commits) {
        return new ReleaseNotes(commits.stream().map(Note::of).toList());
    }

    /**
     * Returns the notes by sort of change.
     *
     * @return the sorts in the order of their constants, those of an unknown sort at last, each with its notes in their
     *     order; a sort without notes is left out; unmodifiable
     */
    public Map<ChangeKind, List<Note>> groups() {
        Map<ChangeKind, List<Note>> groups = new EnumMap<>(ChangeKind.class);
        notes.forEach(note ->
                groups.computeIfAbsent(note.change(), none -> new ArrayList<>()).add(note));
        groups.replaceAll((change, ofChange) -> List.copyOf(ofChange));
        return Collections.unmodifiableMap(groups);
    }

    /**
     * Returns which part of the version all changes together raise.
     *
     * @return the bump, as {@link VersionBump#of} says
     */
    public Optional<VersionBump> bump() {
        return VersionBump.of(notes.stream()
                .map(note -> ChangeDetails.UNKNOWN.withChange(note.change(), note.isBreaking()))
                .toList());
    }

    /**
     * Returns the notes as plain text, one line each, by sort of change: {@code Feature: Remember the cart}. What could
     * upset a terminal or mislead a reader is replaced.
     *
     * @return the lines, each with a line feed at its end
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        groups().forEach((change, ofChange) -> ofChange.forEach(note -> text.append(change.heading())
                .append(note.isBreaking() ? ", breaking" : "")
                .append(note.scope().isEmpty() ? "" : " (" + NoteText.plain(note.scope()) + ")")
                .append(": ")
                .append(NoteText.plain(note.text()))
                .append('\n')));
        return text.toString();
    }

    /**
     * Returns the notes as Markdown (CommonMark), a heading for each sort of change. Whatever the message of a commit
     * holds is text in it: no link, image, HTML or heading.
     *
     * @return the Markdown, with a line feed at its end; empty if there are no notes
     */
    public String markdown() {
        List<String> sections = new ArrayList<>();
        groups().forEach((change, ofChange) -> {
            StringBuilder section = new StringBuilder("### " + change.heading() + "\n\n");
            ofChange.forEach(note -> section.append("- ")
                    .append(note.isBreaking() ? "**Breaking:** " : "")
                    .append(note.scope().isEmpty() ? "" : NoteText.markdown(note.scope()) + ": ")
                    .append(NoteText.markdown(note.text()))
                    .append('\n'));
            sections.add(section.toString());
        });
        return String.join("\n", sections);
    }

    /**
     * What is new by one commit.
     *
     * @param commit the commit
     * @param change the sort of change
     * @param isBreaking whether something that worked may work no longer
     * @param scope the part that it is about; empty if it is not said
     * @param text what is changed, as the message says it; the commit's id where it says nothing
     * @since 0.1
     */
    public record Note(ArtifactRef commit, ChangeKind change, boolean isBreaking, String scope, String text) {
        /**
         * Creates a note.
         *
         * @throws IllegalArgumentException if the text is blank or too long, or the scope too long
         */
        public Note {
            requireNonNull(commit, "commit");
            requireNonNull(change, "change");
            Texts.idOrEmpty("scope", scope);
            Texts.bounded("text", text, Texts.PROSE_LIMIT);
        }

        private static Note of(Commit commit) {
            String subject = commit.subject();
            ChangeKind known = commit.details().change();
            Optional<ConventionalCommit> message = ConventionalCommit.parse(subject);
            boolean breaks = commit.details().isBreaking()
                    || message.filter(ConventionalCommit::isBreaking).isPresent();
            return message.filter(typed -> typed.change() != ChangeKind.UNKNOWN)
                    .map(typed -> new Note(commit.ref(), typed.change(), breaks, typed.scope(), typed.description()))
                    .orElseGet(
                            () -> new Note(commit.ref(), known, breaks, "", subject.isBlank() ? commit.id() : subject));
        }
    }
}
