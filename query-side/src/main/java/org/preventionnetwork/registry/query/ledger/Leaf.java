package org.preventionnetwork.registry.query.ledger;

import org.preventionnetwork.registry.api.transparency.LeafRecord;

/** An event's leaf, computed from the event as it is stored now. */
public record Leaf(long position, LeafRecord record) {
    /** In the tree, where counting begins at 0. */
    public long index() {
        return position - 1;
    }
}
