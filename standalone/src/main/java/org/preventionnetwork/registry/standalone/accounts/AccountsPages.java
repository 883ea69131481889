package org.preventionnetwork.registry.standalone.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.accounts.Account;
import org.preventionnetwork.registry.access.accounts.AccountChanges;
import org.preventionnetwork.registry.access.accounts.AccountChanges.AccountChange;
import org.preventionnetwork.registry.access.accounts.AccountRefused;
import org.preventionnetwork.registry.access.accounts.Accounts;
import org.preventionnetwork.registry.access.tokens.Tokens;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All accounts, one of them, and what was done to them. */
@PageController
class AccountsPages {
    private static final int ON_A_PAGE = 50;

    private final CurrentCaller callers;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Tokens tokens;
    private final Frames frames;
    private final Clock clock = Clock.systemUTC();

    AccountsPages(CurrentCaller callers, Accounts accounts, AccountChanges changes, Tokens tokens, Frames frames) {
        this.callers = callers;
        this.accounts = accounts;
        this.changes = changes;
        this.tokens = tokens;
        this.frames = frames;
    }

    /** @param lockedUntil null when it is open */
    record Shown(
            String name,
            List<String> roles,
            List<String> scopes,
            boolean disabled,
            @Nullable Instant lockedUntil,
            Instant passwordChangedAt,
            Instant createdAt) {}

    record Changes(List<AccountChange> items, int page, int size, long total) {}

    @GetMapping("/accounts")
    String accounts(HttpServletRequest request, Model model) {
        frames.open(model, request);
        model.addAttribute("accounts", accounts.all().stream().map(this::shown).toList());
        model.addAttribute("roles", allRoles());
        return "accounts";
    }

    @GetMapping("/accounts/{name}")
    String account(@PathVariable String name, HttpServletRequest request, Model model) {
        Account account = named(name);
        frames.open(model, request);
        model.addAttribute("account", shown(account));
        model.addAttribute("own", account.name().equals(callers.of(request).name()));
        model.addAttribute("roles", allRoles());
        model.addAttribute("tokens", Listed.tokens(tokens.of(account), clock.instant()));
        return "account-of";
    }

    @GetMapping("/account-changes")
    String changes(Paging paging, HttpServletRequest request, Model model) {
        int page = paging.page();
        frames.open(model, request);
        model.addAttribute("changes", new Changes(changes.page(page, ON_A_PAGE), page, ON_A_PAGE, changes.count()));
        return "account-changes";
    }

    private Account named(String name) {
        try {
            return accounts.named(name);
        } catch (AccountRefused unknown) {
            throw new UnknownEntity("account");
        }
    }

    private static List<String> allRoles() {
        return Listed.roles(java.util.EnumSet.allOf(Role.class));
    }

    private Shown shown(Account account) {
        return new Shown(
                account.name(),
                Listed.roles(account.roles()),
                Listed.scopes(account.scopes()),
                account.disabled(),
                account.isLocked(clock.instant()) ? account.lockedUntil() : null,
                account.passwordChangedAt(),
                account.createdAt());
    }
}
