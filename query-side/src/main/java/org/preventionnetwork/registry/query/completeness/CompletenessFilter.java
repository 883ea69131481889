package org.preventionnetwork.registry.query.completeness;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which complete lists are asked for. */
@Question
record CompletenessFilter(
        @Means(
                        value = "Those of this network, programme or seminar: its type and id.",
                        example = "network:latin-american-network")
                @Nullable
                String entity,
        @Means("Lists of this kind.") @Nullable ListName list) {}
