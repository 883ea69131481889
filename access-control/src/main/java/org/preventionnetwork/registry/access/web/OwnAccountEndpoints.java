package org.preventionnetwork.registry.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.LoggedIn;
import org.preventionnetwork.registry.access.RegistryAuthentication;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.Account;
import org.preventionnetwork.registry.access.accounts.AccountRefused;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;
import org.preventionnetwork.registry.access.accounts.Accounts;
import org.preventionnetwork.registry.access.accounts.Logins;
import org.preventionnetwork.registry.access.tokens.ApiToken;
import org.preventionnetwork.registry.access.tokens.Tokens;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may do with the own account: see it, change its password, make and revoke its tokens. */
@RestController
@RequestMapping("/api")
@Tag(name = "Own account")
class OwnAccountEndpoints {
    private final CurrentCaller callers;
    private final Accounts accounts;
    private final Logins logins;
    private final Tokens tokens;

    OwnAccountEndpoints(CurrentCaller callers, Accounts accounts, Logins logins, Tokens tokens) {
        this.callers = callers;
        this.accounts = accounts;
        this.logins = logins;
        this.tokens = tokens;
    }

    /** @param csrf what a page of a session sends along with whatever changes something; null without a session */
    record Me(String name, Set<Role> roles, Set<String> scopes, @Nullable Csrf csrf) {}

    record Csrf(String header, String token) {}

    /** @param revokeTokens null for no: scripts go on */
    record NewPassword(@Nullable String old, @Nullable String password, @Nullable Boolean revokeTokens) {
        /** Without either password. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /** @param roles null for all of the account */
    record NewToken(@Nullable String label, @Nullable Integer days, @Nullable Set<Role> roles) {}

    record MadeToken(ApiToken token, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "MadeToken[" + token + "]";
        }
    }

    @Operation(summary = "Who is logged in, in which roles, and what recording is limited to")
    @GetMapping("/me")
    Me me(HttpServletRequest request) {
        Caller caller = callers.of(request);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Me(
                caller.name(),
                caller.roles(),
                caller.scopes(),
                csrf == null ? null : new Csrf(csrf.getHeaderName(), csrf.getToken()));
    }

    @Operation(
            summary =
                    "Change the own password; ends all other logins by password, and the own tokens where revokeTokens says so")
    @PostMapping("/me/password")
    ResponseEntity<Void> changePassword(
            @RequestBody NewPassword body, HttpServletRequest request, HttpServletResponse response) {
        Account own = own();
        boolean known = logins.login(own.name(), required(body.old(), "old"), request.getRemoteAddr())
                .isPresent();
        if (!known) {
            throw new AccountRefused(Code.WRONG_PASSWORD, "this is not the account's password", "old");
        }
        Account changed = accounts.changeOwnPassword(own, required(body.password(), "password"), account -> {
            if (Boolean.TRUE.equals(body.revokeTokens())) {
                tokens.revokeEach(account.name(), account);
            }
        });
        goOnAs(changed, request, response);
        return ResponseEntity.noContent().build();
    }

    /** The session in which the password was changed is the one that goes on. */
    private static void goOnAs(Account changed, HttpServletRequest request, HttpServletResponse response) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (request.getSession(false) != null && before != null && before.getPrincipal() instanceof LoggedIn login) {
            request.changeSessionId();
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new RegistryAuthentication(changed.loginByPassword(login.at())));
            SecurityContextHolder.setContext(context);
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        }
    }

    @Operation(operationId = "ownTokens", summary = "The own tokens, the newest first; never what they are")
    @GetMapping("/tokens")
    Whole<ApiToken> tokens() {
        return new Whole<>(tokens.of(own()));
    }

    @Operation(summary = "Make a token, with fewer roles if wanted; it is shown this once")
    @PostMapping("/tokens")
    ResponseEntity<MadeToken> makeToken(@RequestBody NewToken body) {
        Duration life = body.days() == null ? null : Duration.ofDays(body.days());
        Tokens.Made made = tokens.make(own(), required(body.label(), "label"), life, body.roles());
        return ResponseEntity.created(URI.create("/api/tokens/" + made.token().id()))
                .body(new MadeToken(made.token(), made.secret()));
    }

    @Operation(summary = "Revoke a token")
    @DeleteMapping("/tokens/{id}")
    ResponseEntity<Void> revokeToken(@Parameter(description = "The token's public id") @PathVariable String id) {
        Account own = own();
        tokens.revoke(own.name(), own, id);
        return ResponseEntity.noContent().build();
    }

    private Account own() {
        return accounts.current(login().account()).orElseThrow(OwnAccountEndpoints::foreign);
    }

    private static LoggedIn login() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof LoggedIn login) {
            return login;
        }
        throw foreign();
    }

    private static AccountRefused foreign() {
        return new AccountRefused(
                Code.UNKNOWN_ACCOUNT, "this login is the identity provider's: it has no password and no tokens here");
    }

    static String required(@Nullable String value, String field) {
        if (value == null) {
            throw new AccountRefused(Code.MALFORMED, field + " is missing", field);
        }
        return value;
    }
}
