package io.infinityloop.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a name still leads to the same file: what is written to one that was deleted is lost without a word.
 */
record FileIdentity(String file, @Nullable Object key) {
    static FileIdentity of(String file) {
        return new FileIdentity(file, now(file));
    }

    /**
     * Checks that it is so.
     *
     * @throws Database.Unfit if there is no such file or another one
     */
    void check() {
        Object now = now(file);
        if (now == null || !now.equals(key)) {
            throw new Database.Unfit("the file " + file + " was " + (now == null ? "deleted or renamed" : "replaced")
                    + " while it was open: put the right one in its place, then open the journal again and verify it");
        }
    }

    private static @Nullable Object now(String file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(Path.of(file), BasicFileAttributes.class);
            Object key = attributes.fileKey();
            return key == null ? attributes.creationTime() : key;
        } catch (IOException none) {
            return null;
        }
    }
}
