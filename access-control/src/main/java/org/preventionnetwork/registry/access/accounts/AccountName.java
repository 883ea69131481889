package org.preventionnetwork.registry.access.accounts;

import java.util.Locale;
import java.util.regex.Pattern;

/** How accounts are called. A colon is in none of them, so that names which others vouch for are told apart. */
final class AccountName {
    static final String RULE = "1 to 63 of a-z 0-9 . _ @ + -, beginning and ending with a letter or digit";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9._@+-]{0,61}[a-z0-9])?");

    private AccountName() {}

    static boolean isOne(String name) {
        return SHAPE.matcher(name).matches();
    }

    /** As somebody may type it. */
    static String typed(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
