package org.preventionnetwork.registry.query.officials;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which officials are asked for. */
@Question
record OfficialFilter(
        @Means(value = "Whole words of a name, or an e-mail.", example = "maria") @Nullable String q,
        @Means("Those of this state.") @Nullable StateCode state,
        @Means(value = "Those who serve there on the day.", example = "defensoria-ecuador") @Nullable
                InstitutionId institution,
        @Means("true: those who are alumni on the day; false: those who are not.") @Nullable Boolean alumni) {
    static final OfficialFilter ALL = new OfficialFilter(null, null, null, null);
}
