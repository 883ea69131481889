package org.preventionnetwork.registry.command.imports.files;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What files are called in reports. Senders name files, sheets and what is in archives as they like, after persons too,
 * and reports are kept: so of a name that is not made of known words there is only what it ends with, or where it stands.
 */
public final class FileNames {
    private static final List<String> ENDINGS = List.of("csv", "zip", "xlsx", "txt");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Set<String> WORDS = words();

    private FileNames() {}

    private static Set<String> words() {
        Set<String> words = new HashSet<>(
                Set.of("the", "of", "and", "sample", "institute", "import", "upload", "export", "points"));
        Arrays.stream(FileKind.values())
                .flatMap(kind -> Stream.concat(
                        Stream.of(kind.fileName()), Stream.of(kind.fileName().split("_"))))
                .forEach(words::add);
        return words;
    }

    /**
     * @param given as the sender named it, with folders or without
     * @return the name where every word of it is known ({@code networks 2012.zip}), else {@code upload} with its ending
     */
    public static String shown(String given) {
        String base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        int dot = base.lastIndexOf('.');
        String ending = dot < 0 ? "" : base.substring(dot + 1);
        boolean ends = ENDINGS.contains(ending);
        String stem = ends ? base.substring(0, dot) : base;
        boolean known = stem.matches("[a-z0-9_ -]{1,100}")
                && Arrays.stream(stem.split("[ _-]+"))
                        .allMatch(word ->
                                WORDS.contains(word) || YEAR.matcher(word).matches());
        return (known ? stem : "upload") + (ends ? "." + ending : "");
    }

    /** A CSV file that was understood. */
    static String csv(FileKind kind) {
        return kind.fileName() + ".csv";
    }
}
