package org.preventionnetwork.registry.query.initiatives;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which initiatives are asked for. */
@Question
record InitiativeFilter(
        @Means(value = "Those that concern this state.") @Nullable StateCode state,
        @Means(
                        value =
                                "Those that count for this network: recorded with it, or of a state while it is a member.",
                        example = "latin-american-network")
                @Nullable
                NetworkId network,
        @Means("Those of this type.") @Nullable InitiativeType type,
        @Means("Those that are at this stage on the day.") @Nullable InitiativeStage stage,
        @Means(value = "Those with this in the title.", example = "law") @Nullable String q) {}
