package org.preventionnetwork.registry.api.networks;

/** In what quality a state belongs to a network. */
public enum MembershipKind {
    MEMBER(4),
    OBSERVER(1),
    ASSOCIATE(3),
    LIAISON(2);

    private final int height;

    MembershipKind(int height) {
        this.height = height;
    }

    /** Whether a state rises from the other to this one: from observer over liaison and associate to member. */
    public boolean isAbove(MembershipKind other) {
        return height > other.height;
    }
}
