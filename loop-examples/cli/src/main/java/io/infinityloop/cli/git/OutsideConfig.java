package io.infinityloop.cli.git;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from looking outside the repository: it would run {@code git} to find the configuration of the system, and
 * read, or even write, files in the user's home, and write others into the repository to learn how exact the clock of
 * the file system is.
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
        /** That of FAT: no file system in use is coarser. */
        private static final Duration COARSEST_CLOCK = Duration.ofSeconds(2);

        Nothing(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        /**
         * An answer for the clock of each file system: without one, JGit writes files beside the repository to try it.
         */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long defaultValue, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? unit.convert(COARSEST_CLOCK)
                    : super.getTimeUnit(section, subsection, name, defaultValue, unit);
        }
    }
}
