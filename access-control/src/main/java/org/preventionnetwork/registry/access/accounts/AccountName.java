package org.preventionnetwork.registry.access.accounts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.facts.SystemActor;

/** How accounts are called. A colon is in none of them, so that names which others vouch for are told apart. */
final class AccountName {
    static final String RULE = "1 to 63 of a-z 0-9 . _ @ + -, beginning and ending with a letter or digit";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9._@+-]{0,61}[a-z0-9])?");

    private static final int LONGEST = 63;

    private AccountName() {}

    static boolean isOne(String name) {
        return SHAPE.matcher(name).matches();
    }

    /** As somebody may type it; whose account was {@link ReservedNames renamed} may go on typing what it was before. */
    static String typed(String name) {
        String typed = name.strip().toLowerCase(Locale.ROOT);
        return isOne(typed) && SystemActor.isReserved(typed) ? instead(typed, 0) : typed;
    }

    /** What an account of a reserved name is called from now on. */
    static String instead(String reserved, int attempt) {
        String name = "account-" + (attempt == 0 ? "" : attempt + "-") + reserved;
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "x";
    }
}
