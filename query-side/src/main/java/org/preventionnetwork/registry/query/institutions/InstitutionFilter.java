package org.preventionnetwork.registry.query.institutions;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which institutions are asked for. */
@Question
record InstitutionFilter(
        @Means("Those of this kind.") @Nullable InstitutionKind kind,
        @Means("Those of this state.") @Nullable StateCode state,
        @Means(value = "Those with this in one of their names, of whatever day and language.", example = "ministry")
                @Nullable
                String q) {}
