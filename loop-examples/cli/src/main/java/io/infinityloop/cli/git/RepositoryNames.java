package io.infinityloop.cli.git;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * What a repository is called.
 *
 * @param name the name of where it was cloned from, or where that says nothing, of its directory
 * @param all both, in lower case: a prefix of a tag that is one of them names no part of the repository
 */
record RepositoryNames(String name, Set<String> all) {
    private static final int LIMIT = 200;
    /** A scheme and whoever is asked: neither is a name, and the latter may hold a password. */
    private static final Pattern HOST = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*://[^/]*|[^/\\\\:]*:)");

    static RepositoryNames of(Repository repository) {
        String directory = directory(repository);
        String origin = origin(repository);
        return new RepositoryNames(
                origin.isBlank() ? directory : origin,
                origin.isBlank() ? Set.of(lower(directory)) : Set.copyOf(List.of(lower(directory), lower(origin))));
    }

    /** The last part of the path that the repository was cloned from; empty if there is none that can be a name. */
    private static String origin(Repository repository) {
        String url = repository.getConfig().getString("remote", Constants.DEFAULT_REMOTE_NAME, "url");
        String path = HOST.matcher(url == null ? "" : url).replaceFirst("").replace('\\', '/');
        String last = "";
        for (String part : path.split("/", -1)) {
            last = part.isEmpty() || part.equals(Constants.DOT_GIT) ? last : part;
        }
        String name = last.endsWith(Constants.DOT_GIT_EXT) ? last.substring(0, last.length() - 4) : last;
        boolean isName = !name.isBlank() && !name.matches("\\.+") && name.length() <= LIMIT;
        return isName ? name : "";
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The name of the directory that holds the repository, whichever of its work trees is read. */
    private static String directory(Repository repository) {
        File common = repository
                .getCommonDirectory()
                .getAbsoluteFile()
                .toPath()
                .normalize()
                .toFile();
        boolean apart =
                repository.isBare() || !common.equals(repository.getDirectory().getAbsoluteFile());
        File directory = common.getName().equals(Constants.DOT_GIT)
                ? common.getParentFile()
                : apart ? common : repository.getWorkTree();
        String name = directory == null ? "" : directory.getName().replaceFirst("\\.git$", "");
        return name.isBlank() ? "repository" : name;
    }
}
