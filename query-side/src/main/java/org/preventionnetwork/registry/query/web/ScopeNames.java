package org.preventionnetwork.registry.query.web;

import java.util.HashMap;
import java.util.Map;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.names.Names;

/** What a page calls the networks and programmes that figures are of; templates find it as {@code scopes}. */
public final class ScopeNames {
    private final Names names;
    private final Clocks clocks;
    private final String language;
    private final Map<String, String> asked = new HashMap<>();

    ScopeNames(Names names, Clocks clocks, String language) {
        this.names = names;
        this.clocks = clocks;
        this.language = language;
    }

    /** @param scope as a question names it; what is not known at that point is called by its id */
    public String of(String scope) {
        return asked.computeIfAbsent(scope, s -> names.scope(s, clocks, language));
    }
}
