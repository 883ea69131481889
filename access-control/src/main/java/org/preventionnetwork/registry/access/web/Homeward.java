package org.preventionnetwork.registry.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.policy.PolicyManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;

/** After a login: the page that was asked for where the account may see it, else the first one that it may see. */
final class Homeward extends SimpleUrlAuthenticationSuccessHandler {
    /** Figures for who may read them; who only administers sees how the registry does. */
    private static final List<String> HOMES = List.of("/", "/operations", "/account");

    private final PolicyManager policy;
    private final RequestCache pages;

    Homeward(PolicyManager policy, RequestCache pages) {
        this.policy = policy;
        this.pages = pages;
    }

    static String home(PolicyManager policy, Caller caller) {
        return HOMES.stream()
                .filter(path -> policy.shows(path, caller))
                .findFirst()
                .orElse(HOMES.get(0));
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        Optional<String> asked = AuthenticatedCaller.of(login)
                .filter(caller -> pages.getRequest(request, response) instanceof DefaultSavedRequest saved
                        && policy.shows(String.valueOf(saved.getServletPath()), caller))
                .map(caller -> address((DefaultSavedRequest) pages.getRequest(request, response)));
        pages.removeRequest(request, response);
        clearAuthenticationAttributes(request);
        getRedirectStrategy()
                .sendRedirect(request, response, asked.orElseGet(() -> determineTargetUrl(request, response, login)));
    }

    /** Without a host: the one that was saved is what the request said it was. */
    private static String address(@Nullable DefaultSavedRequest saved) {
        String path = String.valueOf(Objects.requireNonNull(saved).getRequestURI());
        return saved.getQueryString() == null ? path : path + "?" + saved.getQueryString();
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
        return AuthenticatedCaller.of(login).map(caller -> home(policy, caller)).orElse(HOMES.get(0));
    }
}
