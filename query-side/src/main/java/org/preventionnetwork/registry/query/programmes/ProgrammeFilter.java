package org.preventionnetwork.registry.query.programmes;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which programmes are asked for. */
@Question
record ProgrammeFilter(
        @Means(value = "Those with this in one of their names, of whatever day and language.", example = "Lemkin")
                @Nullable
                String q) {}
