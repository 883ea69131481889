package org.preventionnetwork.registry.query.figures;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** What figures are asked about. */
@Question
public record AskedScope(
        @Means(
                        value = "The id of a network or of a programme. Without it, everything.",
                        example = "latin-american-network")
                @Nullable
                Scope scope) {}
