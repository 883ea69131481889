package org.preventionnetwork.registry.access.requests;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * A request whose parameters are those of its address, decoded strictly; forms are read for a login only, and with files.
 * Once it is known who answers, only what that endpoint has declared can be read.
 *
 * <p>A page is answered in spite of faults: what is at fault counts as not asked, and the page says so.
 */
public final class Asked extends HttpServletRequestWrapper {
    /** What may be read whoever answers: the language of what is said. */
    static final String LANGUAGE = "lang";

    private final @Nullable Map<String, List<String>> query;
    private final boolean undeclaredFails;
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private final Map<String, String> understood = new LinkedHashMap<>();
    private @Nullable Set<String> declared;
    private boolean page;

    /**
     * @param query null where a form in the body is read too, by the server
     * @param undeclaredFails whether reading what is not declared fails; else there is nothing to be read
     */
    Asked(HttpServletRequest request, @Nullable Map<String, List<String>> query, boolean undeclaredFails) {
        super(request);
        this.query = query;
        this.undeclaredFails = undeclaredFails;
    }

    /** Empty in an application without access control. */
    public static Optional<Asked> of(ServletRequest request) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, Asked.class));
    }

    void answeredBy(Set<String> names, boolean aPage) {
        declared = names;
        page = aPage;
    }

    /** Whether a page answers, which reads more loosely and says itself what is at fault. */
    public boolean isPage() {
        return page;
    }

    /**
     * Answers without this parameter, and says why.
     *
     * @return false where that was said already, so that nothing is gained by answering anew
     */
    public boolean isAtFault(Fault fault) {
        return faults.putIfAbsent(fault.parameter(), fault) == null;
    }

    /** In the order in which they were found. */
    public List<Fault> faults() {
        return List.copyOf(faults.values());
    }

    /** How a value is written from here on, in the links of a page; blank where it says no more than its absence. */
    public void understood(String name, String value) {
        understood.put(name, value);
    }

    /** The first value of a parameter as somebody wrote it, even if it is at fault. */
    public @Nullable String written(String name) {
        String[] values = all().get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    /** The first value of each parameter that counts, as it was understood, without those that are blank. */
    public Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        getParameterMap().forEach((name, values) -> {
            String value = understood.getOrDefault(name, values[0]);
            if (!value.isBlank()) {
                asked.put(name, value);
            }
        });
        return asked;
    }

    private Map<String, String[]> all() {
        if (query == null) {
            return super.getParameterMap();
        }
        Map<String, String[]> all = new LinkedHashMap<>();
        query.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        return all;
    }

    private boolean isRead(String name) {
        return (declared == null || declared.contains(name) || name.equals(LANGUAGE)) && !faults.containsKey(name);
    }

    /** A form that is not read is none: the page that says what is wrong would else be made of it, and fail too. */
    @Override
    public @Nullable String getContentType() {
        String type = super.getContentType();
        boolean unread = query != null
                && type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
        return unread ? null : type;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        if (!isRead(name)) {
            // Spring asks for a list's other spelling when there is nothing under the name itself.
            boolean otherSpelling = name.endsWith("[]") && isRead(name.substring(0, name.length() - 2));
            if (undeclaredFails && !faults.containsKey(name) && !otherSpelling) {
                throw new UndeclaredParameter(name);
            }
            return null;
        }
        return all().get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> read = new LinkedHashMap<>();
        all().forEach((name, values) -> {
            if (isRead(name)) {
                read.put(name, values);
            }
        });
        return Collections.unmodifiableMap(read);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
