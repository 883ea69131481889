package org.preventionnetwork.registry.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who sends a request. There is no access control yet, so the sender is believed; nothing else reads this header. */
@Component
class BelievedCaller implements CurrentCaller {
    static final String HEADER = "X-Actor";
    private static final String NOBODY_NAMED = "local";
    private static final Pattern SHAPE = Pattern.compile("[!-~]([ -~]{0,62}[!-~])?");

    @Override
    public Caller of(HttpServletRequest request) {
        String name = request.getHeader(HEADER);
        if (name == null) {
            return new Caller(NOBODY_NAMED, EnumSet.allOf(Role.class), Set.of());
        }
        if (!SHAPE.matcher(name).matches()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, HEADER + " takes 1 to 64 printable ASCII characters");
        }
        return new Caller(name, EnumSet.allOf(Role.class), Set.of());
    }
}
