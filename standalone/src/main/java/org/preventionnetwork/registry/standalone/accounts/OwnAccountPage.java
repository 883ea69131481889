package org.preventionnetwork.registry.standalone.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.LoggedIn;
import org.preventionnetwork.registry.access.accounts.Account;
import org.preventionnetwork.registry.access.accounts.Accounts;
import org.preventionnetwork.registry.access.tokens.Tokens;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who somebody is to the registry, and what they may change about that themselves. */
@PageController
class OwnAccountPage {
    private final CurrentCaller callers;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Frames frames;
    private final Clock clock = Clock.systemUTC();

    OwnAccountPage(CurrentCaller callers, Accounts accounts, Tokens tokens, Frames frames) {
        this.callers = callers;
        this.accounts = accounts;
        this.tokens = tokens;
        this.frames = frames;
    }

    @GetMapping("/account")
    String account(HttpServletRequest request, Model model) {
        frames.open(model, request);
        Caller caller = callers.of(request);
        Optional<Account> account = own();
        model.addAttribute("roles", Listed.roles(caller.roles()));
        model.addAttribute("scopes", Listed.scopes(caller.scopes()));
        model.addAttribute("local", account.isPresent());
        model.addAttribute(
                "tokens",
                account.map(own -> Listed.tokens(tokens.of(own), clock.instant()))
                        .orElse(List.of()));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            model.addAttribute("csrfName", csrf.getParameterName());
            model.addAttribute("csrfToken", csrf.getToken());
        }
        return "account";
    }

    /** Empty for who has logged in at a provider. */
    private Optional<Account> own() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && login.getPrincipal() instanceof LoggedIn known
                ? accounts.current(known.account())
                : Optional.empty();
    }
}
