package org.preventionnetwork.registry.access.accounts;

import org.jspecify.annotations.Nullable;

/** Something about an account or a token that was understood and declined. */
public final class AccountRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final @Nullable String field;

    public enum Code {
        MALFORMED(400),
        NAME_RESERVED(400),
        /** Whoever asks has been changed meanwhile. */
        FORBIDDEN(403),
        UNKNOWN_ACCOUNT(404),
        UNKNOWN_TOKEN(404),
        ALREADY_THERE(409),
        LAST_ADMINISTRATOR(409),
        WRONG_PASSWORD(409),
        ROLES_NOT_HELD(409),
        /** What somebody else must do. */
        OWN_ACCOUNT(409),
        /** Who manages accounts is limited in what they record, and this account is not, or not so much. */
        OUT_OF_SCOPE(403),
        TOO_MANY_TOKENS(409);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public AccountRefused(Code code, String detail) {
        this(code, detail, null);
    }

    /** @param field of the body that is at fault */
    public AccountRefused(Code code, String detail, @Nullable String field) {
        super(detail, null, false, false);
        this.code = code;
        this.field = field;
    }

    public Code code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }
}
