package org.preventionnetwork.registry.access.policy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.KnownPrincipal;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Asks the {@link Policy}, with the path as Spring MVC will read it. */
@Component
public final class PolicyManager implements AuthorizationManager<RequestAuthorizationContext> {
    private final Policy policy = new Policy();

    /** Whether somebody may look at a page. */
    public boolean shows(String path, Caller caller) {
        return policy.audience("GET", PathContainer.parsePath(path))
                .filter(audience -> audience.includes(Optional.of(caller)))
                .isPresent();
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        RequestPath path = RequestPath.parse(request.getRequestURI(), request.getContextPath());
        Optional<Audience> audience = policy.audience(request.getMethod(), path.pathWithinApplication());
        boolean granted = audience.filter(
                        known -> known.everybody() || known.includes(AuthenticatedCaller.of(authentication.get())))
                .isPresent();
        boolean byToken =
                granted && audience.filter(Audience::inPerson).isPresent() && !isInPerson(authentication.get());
        return byToken ? new PasswordNeeded() : new AuthorizationDecision(granted);
    }

    private static boolean isInPerson(@Nullable Authentication login) {
        return login != null && login.getPrincipal() instanceof KnownPrincipal known && known.inPerson();
    }

    /** The account may, and its token may not. */
    public static final class PasswordNeeded extends AuthorizationDecision {
        PasswordNeeded() {
            super(false);
        }
    }
}
