package org.preventionnetwork.registry.query.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.query.http.Clocks;

/**
 * What surrounds every page: where it stands on both clocks, in which language, and the addresses of others, which keep
 * both.
 *
 * @param path the page's own
 * @param parameters that the page was asked with, as they were understood
 * @param faults what is wrong with others, in the page's language
 * @param clocks null on a page that answers nothing
 * @param now the registry's own time, which paper bears
 * @param caller who looks, null where nobody can be told
 * @param seesPersons whether who looks may know who the officials are, and so read the history
 * @param roles of who looks
 */
public record Frame(
        String language,
        String path,
        Map<String, String> parameters,
        List<FaultText> faults,
        @Nullable Clocks clocks,
        Instant now,
        @Nullable String caller,
        boolean seesPersons,
        Set<Role> roles) {
    /** The Institute's first seminar was in 2008: the slider over the years begins there. */
    private static final int FIRST_YEAR = 2008;

    private static final String AS_OF = "asOf";
    private static final List<String> KNOWN = List.of("knownAt", "knownAtPosition");
    private static final Set<String> NOT_KEPT =
            Set.of(AS_OF, "knownAt", "knownAtPosition", "page", Languages.NAME, "atLeastPosition", "atLeastVersion");

    /**
     * What is wrong with a parameter.
     *
     * @param label what the page calls it
     * @param written as somebody wrote it
     * @param sentence what is accepted
     * @param proposals what could be meant, each to be asked at once
     */
    public record FaultText(
            String parameter, String label, String written, String sentence, List<Proposal> proposals) {}

    /** A parameter as it could be meant, and how that is called. */
    public record Proposal(String parameter, String value, String label) {}

    /** A parameter that a form hands on. */
    public record Parameter(String name, String value) {}

    /** A link to another language, or none for the one that is shown. */
    public record Choice(String language, String address, boolean chosen) {}

    /**
     * Another page at the same point of both clocks.
     *
     * @param pairs names and values of further parameters; those without a value are left out
     */
    public String to(String path, @Nullable String... pairs) {
        Map<String, String> kept = new LinkedHashMap<>();
        keep(AS_OF, kept);
        KNOWN.forEach(name -> keep(name, kept));
        return address(path, with(kept, pairs));
    }

    /** The same page, asked otherwise; a parameter without a value is taken away. */
    public String here(@Nullable String... pairs) {
        return address(path, with(parameters, pairs));
    }

    /**
     * A form that records something, and leads back to this page when that is done.
     *
     * @param command collection and command: {@code networks/admit-state}
     * @param pairs names and values that the form is filled with; those without a value are left out
     */
    public String record(String command, @Nullable String... pairs) {
        Map<String, String> filled = with(Map.of(), pairs);
        filled.put("then", path);
        return address("/record/" + command, filled);
    }

    /** Whether the page shows how things stand, so that what can be done next follows from it. */
    public boolean isOfNow() {
        return !isOfAnotherDay() && !isOfEarlierKnowledge();
    }

    private void keep(String name, Map<String, String> kept) {
        String value = parameters.get(name);
        if (value != null) {
            kept.put(name, value);
        }
    }

    private static Map<String, String> with(Map<String, String> parameters, @Nullable String... pairs) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            String name = String.valueOf(pairs[i]);
            String value = pairs[i + 1];
            if (value == null || value.isBlank()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        }
        return all;
    }

    private static String address(String path, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(path);
        parameters.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return address.toString();
    }

    private static String encoded(String text) {
        // Need not be encoded in a query, and ids can be read so.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
    }

    /** What the form of the clocks hands on of the page's own question. */
    public List<Parameter> kept() {
        List<Parameter> kept = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (!NOT_KEPT.contains(name)) {
                kept.add(new Parameter(name, value));
            }
        });
        return kept;
    }

    /** What a form with a question of its own hands on. */
    public List<Parameter> points() {
        Map<String, String> kept = new LinkedHashMap<>();
        keep(AS_OF, kept);
        KNOWN.forEach(name -> keep(name, kept));
        return kept.entrySet().stream()
                .map(one -> new Parameter(one.getKey(), one.getValue()))
                .toList();
    }

    public List<Choice> languages() {
        return Languages.ALL.stream()
                .map(locale -> locale.getLanguage())
                .map(other -> new Choice(other, here(Languages.NAME, other), other.equals(language)))
                .toList();
    }

    /** Whether who looks may record, so that a page offers to. */
    public boolean records() {
        return roles.contains(Role.SECRETARIAT);
    }

    /** Whether who looks manages accounts, rebuilds and erases. */
    public boolean administers() {
        return roles.contains(Role.ADMIN);
    }

    public boolean audits() {
        return roles.contains(Role.AUDITOR);
    }

    /** Whether who looks may read figures; who only administers may not. */
    public boolean readsFigures() {
        return roles.isEmpty() || roles.stream().anyMatch(role -> role != Role.ADMIN);
    }

    /** Whether who looks may know how imports, projections and the ledger do. */
    public boolean oversees() {
        return roles.stream().anyMatch(role -> role != Role.DASHBOARD);
    }

    /** Where who looks begins. */
    public String home() {
        return readsFigures() ? to("/") : "/operations";
    }

    public boolean isIn(String section) {
        return section.equals("/") ? path.equals("/") : path.equals(section) || path.startsWith(section + "/");
    }

    /** What stands in the field of a form: as it was understood, or else as somebody wrote it. */
    public @Nullable String parameter(String name) {
        return faults.stream()
                .filter(fault -> fault.parameter().equals(name))
                .map(FaultText::written)
                .findFirst()
                .orElse(parameters.get(name));
    }

    /** Another address that takes the page's own question, or these parts of it; null where nothing was asked. */
    public @Nullable String asked(String path, Set<String> names) {
        Map<String, String> kept = new LinkedHashMap<>(parameters);
        kept.keySet().retainAll(names);
        return kept.isEmpty() ? null : address(path, kept);
    }

    /** Whether the page answers for another day than today. */
    public boolean isOfAnotherDay() {
        return clocks != null && parameters.containsKey(AS_OF) && !clocks.day().equals(today());
    }

    /** Whether what was learnt since is left out. */
    public boolean isOfEarlierKnowledge() {
        return clocks != null && KNOWN.stream().anyMatch(parameters::containsKey);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    public String backToNow() {
        return here(AS_OF, null, KNOWN.get(0), null, KNOWN.get(1), null);
    }

    public int firstYear() {
        return FIRST_YEAR;
    }

    public int lastYear() {
        return today().getYear();
    }

    public int year() {
        int year = clocks == null ? today().getYear() : clocks.day().getYear();
        return Math.max(FIRST_YEAR, Math.min(year, today().getYear()));
    }
}
