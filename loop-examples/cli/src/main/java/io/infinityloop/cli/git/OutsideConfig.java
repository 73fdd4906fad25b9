package io.infinityloop.cli.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from looking outside the repository: it would run {@code git} to find the configuration of the system, and
 * read, or even write, files in the user's home.
 */
final class OutsideConfig extends SystemReader.Delegate {
    private OutsideConfig(SystemReader system) {
        super(system);
    }

    /** Shuts the outside out, once for the process: JGit knows no smaller place to say so. */
    static void ignore() {
        if (!(SystemReader.getInstance() instanceof OutsideConfig)) {
            SystemReader.setInstance(new OutsideConfig(SystemReader.getInstance()));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig getUserConfig() {
        return new Nothing(null, FS.DETECTED);
    }

    @Override
    public FileBasedConfig getSystemConfig() {
        return new Nothing(null, FS.DETECTED);
    }

    @Override
    public FileBasedConfig getJGitConfig() {
        return new Nothing(null, FS.DETECTED);
    }

    /** A configuration that has no file and is never written. */
    private static final class Nothing extends FileBasedConfig {
        Nothing(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        /**
         * JGit asks here how exact the times of a file system are; without an answer it would find out, for seconds, by
         * writing files into the repository. Nothing is read twice, so that a coarse answer will do.
         */
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long defaultValue, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? unit.convert(1, TimeUnit.SECONDS)
                    : defaultValue;
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
