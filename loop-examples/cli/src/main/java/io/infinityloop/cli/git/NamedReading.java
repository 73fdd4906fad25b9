package io.infinityloop.cli.git;

import java.io.IOException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;

/** Reading of an object that, where it fails, says which object it was: JGit often does not. */
interface NamedReading<T> {
    T read() throws IOException;

    /**
     * Reads an object.
     *
     * @throws IOException if it cannot be read, with its hash in the message
     */
    static <T> T of(AnyObjectId id, NamedReading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (MissingObjectException | IncorrectObjectTypeException | CorruptObjectException named) {
            throw named;
        } catch (IOException | RuntimeException unnamed) {
            // JGit's parsers run off the end of what is no object, in several ways.
            throw new CorruptObjectException("Object " + id.name() + " is corrupt: " + unnamed.getMessage(), unnamed);
        }
    }
}
