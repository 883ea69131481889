package org.preventionnetwork.registry.command.http;

import java.util.List;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;

/**
 * What whoever tries a command should know beforehand that no single aggregate knows. Answered by whoever reads what is
 * recorded; a command side without readers beside it says nothing of it.
 */
@FunctionalInterface
public interface Foresight {
    /** A seminar in which both records are enrolled; merged, the person counts once. */
    record EnrolledTwice(String seminar, List<String> enrollments) {}

    /** By the id of the seminar; as far as it is known when asked. */
    List<EnrolledTwice> enrolledTwice(MergeOfficial merge);
}
