package org.preventionnetwork.registry.query.personal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.requests.CorrelatedRequests;
import org.preventionnetwork.registry.api.facts.SystemActor;

/**
 * Who reads, and by what request.
 *
 * @param role the one that lets the caller read
 * @param path without the query, which may hold a name
 * @param correlation the same for all rows of one answer, and in its header {@value #CORRELATION}
 */
record Viewer(String actor, String role, String path, String correlation) {
    static final String CORRELATION = CorrelatedRequests.CORRELATION;
    private static final int LONGEST = 500;

    static Viewer of(HttpServletRequest request, Caller caller) {
        Object known = request.getAttribute(CORRELATION);
        String correlation = known == null ? UUID.randomUUID().toString() : known.toString();
        request.setAttribute(CORRELATION, correlation);
        String path = request.getRequestURI();
        return new Viewer(
                caller.name(),
                role(caller).name(),
                path.length() <= LONGEST ? path : path.substring(0, LONGEST),
                correlation);
    }

    static Viewer job(String actor, String what) {
        return new Viewer(
                actor, SystemActor.SYSTEM.name(), what, UUID.randomUUID().toString());
    }

    private static Role role(Caller caller) {
        return caller.is(Role.SECRETARIAT)
                ? Role.SECRETARIAT
                : caller.is(Role.AUDITOR) ? Role.AUDITOR : caller.is(Role.ADMIN) ? Role.ADMIN : Role.DASHBOARD;
    }
}
