package org.preventionnetwork.registry.access.web;

import static org.preventionnetwork.registry.access.web.OwnAccountEndpoints.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.Account;
import org.preventionnetwork.registry.access.accounts.AccountChanges;
import org.preventionnetwork.registry.access.accounts.AccountChanges.AccountChange;
import org.preventionnetwork.registry.access.accounts.AccountRefused;
import org.preventionnetwork.registry.access.accounts.AccountRefused.Code;
import org.preventionnetwork.registry.access.accounts.Accounts;
import org.preventionnetwork.registry.access.tokens.ApiToken;
import org.preventionnetwork.registry.access.tokens.Tokens;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How administrators manage accounts, and where auditors see what they did. */
@RestController
@RequestMapping("/api")
@Tag(name = "Accounts")
class AccountEndpoints {
    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 10_000_000;

    private final CurrentCaller callers;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Tokens tokens;
    private final Clock clock = Clock.systemUTC();

    AccountEndpoints(CurrentCaller callers, Accounts accounts, AccountChanges changes, Tokens tokens) {
        this.callers = callers;
        this.accounts = accounts;
        this.changes = changes;
        this.tokens = tokens;
    }

    record AccountView(
            String name,
            Set<Role> roles,
            Set<String> scopes,
            boolean disabled,
            @Nullable Instant lockedUntil,
            Instant passwordChangedAt,
            Instant createdAt) {}

    record NewAccount(@Nullable String password, @Nullable Set<Role> roles, @Nullable Set<String> scopes) {
        /** Without the password. */
        @Override
        public String toString() {
            return "NewAccount[" + roles + ", " + scopes + "]";
        }
    }

    /** @param revokeTokens null for no: scripts go on */
    @Schema(name = "AccountPassword")
    record NewPassword(@Nullable String password, @Nullable Boolean revokeTokens) {
        /** Without it. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    record NewRoles(@Nullable Set<Role> roles, @Nullable Set<String> scopes) {}

    @Operation(operationId = "accounts", summary = "All accounts, by name")
    @GetMapping("/accounts")
    Whole<AccountView> all() {
        return new Whole<>(accounts.all().stream().map(this::view).toList());
    }

    @Operation(operationId = "account", summary = "An account")
    @GetMapping("/accounts/{name}")
    AccountView get(@PathVariable String name) {
        return view(accounts.named(name));
    }

    @Operation(
            operationId = "createAccount",
            summary = "Make an account; scopes such as network:africa limit what it may record")
    @PutMapping("/accounts/{name}")
    ResponseEntity<AccountView> create(
            @PathVariable String name, @RequestBody NewAccount body, HttpServletRequest request) {
        Account account = accounts.create(
                callers.of(request),
                name,
                required(body.password(), "password"),
                requiredRoles(body.roles()),
                Objects.requireNonNullElse(body.scopes(), Set.of()));
        return ResponseEntity.created(URI.create("/api/accounts/" + account.name()))
                .body(view(account));
    }

    @Operation(
            operationId = "setAccountPassword",
            summary =
                    "Set another password; ends the account's logins by password, and its tokens where revokeTokens says so")
    @PostMapping("/accounts/{name}/set-password")
    AccountView setPassword(@PathVariable String name, @RequestBody NewPassword body, HttpServletRequest request) {
        Caller by = callers.of(request);
        accounts.setPassword(by, name, required(body.password(), "password"), account -> {
            if (Boolean.TRUE.equals(body.revokeTokens())) {
                tokens.revokeEach(by.name(), account);
            }
        });
        return get(name);
    }

    @Operation(
            operationId = "setAccountRoles",
            summary = "Set what an account may do, and what its recording is limited to; no scopes for no limit")
    @PostMapping("/accounts/{name}/set-roles")
    AccountView setRoles(@PathVariable String name, @RequestBody NewRoles body, HttpServletRequest request) {
        Set<String> scopes = body.scopes();
        if (scopes == null) {
            throw new AccountRefused(Code.MALFORMED, "scopes is missing; [] is for no limit", "scopes");
        }
        accounts.setRoles(callers.of(request), name, requiredRoles(body.roles()), scopes);
        return get(name);
    }

    @Operation(
            operationId = "disableAccount",
            summary = "Let nobody use an account any more; ends its logins, and its tokens rest")
    @PostMapping("/accounts/{name}/disable")
    AccountView disable(@PathVariable String name, HttpServletRequest request) {
        accounts.disable(callers.of(request), name);
        return get(name);
    }

    @Operation(operationId = "enableAccount", summary = "Let an account be used again")
    @PostMapping("/accounts/{name}/enable")
    AccountView enable(@PathVariable String name, HttpServletRequest request) {
        accounts.enable(callers.of(request), name);
        return get(name);
    }

    @Operation(operationId = "unlockAccount", summary = "Let an account log in again at once that failed too often")
    @PostMapping("/accounts/{name}/unlock")
    AccountView unlock(@PathVariable String name, HttpServletRequest request) {
        accounts.unlock(callers.of(request), name);
        return get(name);
    }

    @Operation(operationId = "accountTokens", summary = "An account's tokens, the newest first; never what they are")
    @GetMapping("/accounts/{name}/tokens")
    Whole<ApiToken> tokens(@PathVariable String name) {
        return new Whole<>(tokens.of(accounts.named(name)));
    }

    @Operation(operationId = "revokeAccountTokens", summary = "Revoke all of an account's tokens")
    @PostMapping("/accounts/{name}/revoke-tokens")
    AccountView revokeTokens(@PathVariable String name, HttpServletRequest request) {
        tokens.revokeAll(callers.of(request), name);
        return get(name);
    }

    @Operation(
            operationId = "accountChanges",
            summary = "What was done to accounts and tokens, by whom and when; the newest first")
    @GetMapping("/account-changes")
    Listed<AccountChange> changes(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
        if (page < 0 || page > LAST_PAGE || size < 1 || size > LARGEST_PAGE) {
            throw new AccountRefused(Code.MALFORMED, "page is 0 to " + LAST_PAGE + ", size is 1 to " + LARGEST_PAGE);
        }
        return new Listed<>(changes.page(page, size), page, size, changes.count());
    }

    private static Set<Role> requiredRoles(@Nullable Set<Role> roles) {
        if (roles == null) {
            throw new AccountRefused(Code.MALFORMED, "roles is missing", "roles");
        }
        return roles;
    }

    private AccountView view(Account account) {
        return new AccountView(
                account.name(),
                account.roles(),
                account.scopes(),
                account.disabled(),
                account.isLocked(clock.instant()) ? account.lockedUntil() : null,
                account.passwordChangedAt(),
                account.createdAt());
    }
}
