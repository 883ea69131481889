package org.preventionnetwork.registry.access.accounts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.facts.SystemActor;

/** How accounts are called. A colon is in none of them, so that names which others vouch for are told apart. */
final class AccountName {
    static final String RULE = "1 to 63 of a-z 0-9 . _ @ + -, beginning and ending with a letter or digit";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9._@+-]{0,61}[a-z0-9])?");

    private static final int LONGEST = 63;
    private static final Pattern INSTEAD = Pattern.compile("account-([0-9]+-)?(.+)");

    private AccountName() {}

    static boolean isOne(String name) {
        return SHAPE.matcher(name).matches();
    }

    /** Whether nobody gets it: it would be taken for the registry, or for who had to give such a name up. */
    static boolean isReserved(String name) {
        Matcher instead = INSTEAD.matcher(name);
        return SystemActor.isReserved(name) || (instead.matches() && SystemActor.isReserved(instead.group(2)));
    }

    /** As somebody may type it. */
    static String typed(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** What an account of a reserved name is called from now on. */
    static String instead(String reserved, int attempt) {
        String name = "account-" + (attempt == 0 ? "" : attempt + "-") + reserved;
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "x";
    }
}
