package org.preventionnetwork.registry.query.relations;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which relations are asked for. */
@Question
record RelationFilter(
        @Means(value = "Those of this programme, seminar or initiative: its type and id.", example = "programme:lemkin")
                @Nullable
                String entity,
        @Means(
                        value = "Those to this network or programme: its type and id.",
                        example = "network:latin-american-network")
                @Nullable
                String other,
        @Means("Those of this kind.") @Nullable RelationKind kind) {}
