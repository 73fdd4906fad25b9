package io.infinityloop.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.infinityloop.internal.Texts;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A package URL in canonical form, so that two spellings of one are equal: {@code pkg:oci/x@sha256%3Aab} is
 * {@code pkg:oci/x@sha256:ab}.
 *
 * <p>Source: the Package-URL specification (ECMA-427), sections on parsing and building. Everything is kept, also
 * {@code repository_url}: two registries may hold different bytes under one name.
 *
 * @param bare type, namespace, name and version, as they are written
 * @param qualifiers what else tells it apart, by name
 * @param subpath the path within it as it is written, possibly empty
 */
record PackageUrl(String bare, SortedMap<String, String> qualifiers, String subpath) {
    private static final Set<String> LOWER_CASE = Set.of(
            "alpm",
            "apk",
            "bitbucket",
            "bitnami",
            "composer",
            "deb",
            "github",
            "golang",
            "hex",
            "npm",
            "oci",
            "pub",
            "pypi");

    private static final Pattern DIGEST = Pattern.compile("[a-z0-9]+:[0-9a-fA-F]{2,}");

    /** {@return a package URL in canonical form; any other text as it is, without blanks around it} */
    static String canonical(String text) {
        return parse(text)
                .map(PackageUrl::toString)
                .filter(url -> url.length() <= Texts.ID_LIMIT)
                .orElse(text.strip());
    }

    /** {@return the package URL that a text is; empty if it is none, or one that is malformed} */
    static Optional<PackageUrl> parse(String text) {
        String url = text.strip();
        try {
            return url.regionMatches(true, 0, "pkg:", 0, 4) ? Optional.of(read(url.substring(4))) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** {@return whether both may mean one package: neither says of anything what the other denies} */
    boolean isCompatible(PackageUrl other) {
        return bare.equals(other.bare)
                && (subpath.equals(other.subpath) || subpath.isEmpty() || other.subpath.isEmpty())
                && qualifiers.entrySet().stream()
                        .allMatch(own -> other.qualifiers
                                .getOrDefault(own.getKey(), own.getValue())
                                .equals(own.getValue()));
    }

    /** {@return the version if it is a digest, such as {@code sha256:…}; empty if not} */
    String digest() {
        String version = bare.substring(bare.lastIndexOf('@') + 1);
        return DIGEST.matcher(version).matches() ? version : "";
    }

    @Override
    public String toString() {
        String all = qualifiers.entrySet().stream()
                .map(qualifier -> qualifier.getKey() + "=" + encode(qualifier.getValue()))
                .collect(Collectors.joining("&"));
        return bare + (all.isEmpty() ? "" : "?" + all) + (subpath.isEmpty() ? "" : "#" + subpath);
    }

    /** Takes apart from the right, as the specification says. */
    private static PackageUrl read(String url) {
        int hash = url.lastIndexOf('#');
        String subpath = hash < 0 ? "" : segments("", url.substring(hash + 1), Set.of("", ".", ".."));
        String whole = hash < 0 ? url : url.substring(0, hash);
        int question = whole.lastIndexOf('?');
        SortedMap<String, String> qualifiers = qualifiers(question < 0 ? "" : whole.substring(question + 1));
        String path = (question < 0 ? whole : whole.substring(0, question)).replaceAll("^/+|/+$", "");
        int slash = path.indexOf('/');
        String type = path.substring(0, Math.max(slash, 0)).toLowerCase(Locale.ROOT);
        require(type.matches("[a-z][a-z0-9.+-]*"));
        String rest = path.substring(slash + 1);
        int at = rest.lastIndexOf('@');
        // In @angular/core the sign belongs to the namespace.
        boolean hasVersion = at > 0 && rest.charAt(at - 1) != '/';
        String version = hasVersion ? decode(rest.substring(at + 1)) : "";
        return new PackageUrl(
                "pkg:" + type + "/" + name(type, hasVersion ? rest.substring(0, at) : rest)
                        + (version.isEmpty() ? "" : "@" + encode(version)),
                qualifiers,
                subpath);
    }

    /** {@return namespace and name} */
    private static String name(String type, String path) {
        String name = segments(type, path, Set.of(""));
        require(!name.isEmpty());
        return name;
    }

    private static String segments(String type, String path, Set<String> dropped) {
        List<String> kept = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            String decoded = decode(segment);
            if (!dropped.contains(decoded)) {
                kept.add(encode(proper(type, decoded)));
            }
        }
        return String.join("/", kept);
    }

    /** {@return a segment as the registries of its type compare it} */
    private static String proper(String type, String segment) {
        String cased = LOWER_CASE.contains(type) ? segment.toLowerCase(Locale.ROOT) : segment;
        return switch (type) {
            case "pypi" -> cased.replace('_', '-');
            case "pub" -> cased.replace('-', '_');
            default -> cased;
        };
    }

    private static SortedMap<String, String> qualifiers(String text) {
        SortedMap<String, String> qualifiers = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = pair.substring(0, Math.max(equals, 0)).toLowerCase(Locale.ROOT);
            String value = decode(pair.substring(equals + 1));
            // An empty value is the same as no qualifier.
            if (!value.isEmpty()) {
                require(key.matches("[a-z][a-z0-9._-]*"));
                require(qualifiers.put(key, value) == null);
            }
        }
        return Collections.unmodifiableSortedMap(qualifiers);
    }

    private static String decode(String text) {
        String decoded = URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        // What is no UTF-8, or half a surrogate pair, would be equal to whatever else is neither.
        require(decoded.indexOf('\uFFFD') < 0 && new String(decoded.getBytes(UTF_8), UTF_8).equals(decoded));
        return decoded;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%3A", ":");
    }

    private static void require(boolean isSo) {
        if (!isSo) {
            throw new IllegalArgumentException("malformed");
        }
    }
}
