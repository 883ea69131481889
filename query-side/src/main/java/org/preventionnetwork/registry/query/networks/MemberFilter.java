package org.preventionnetwork.registry.query.networks;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which members of a network are asked for. */
@Question
record MemberFilter(@Means("Those of this kind.") @Nullable MembershipKind kind) {}
