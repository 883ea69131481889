package org.preventionnetwork.registry.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.Role;
import org.springframework.stereotype.Component;

/** Believes whoever says who it is: for tests of this side alone, in which nobody logs in. */
@Component
class BelievedCaller implements CurrentCaller {
    @Override
    public Caller of(HttpServletRequest request) {
        String name = Objects.requireNonNullElse(request.getHeader("X-Actor"), "local");
        return new Caller(name, EnumSet.allOf(Role.class), Set.of());
    }
}
