package org.preventionnetwork.registry.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Who sends a request. There is no access control yet, so the sender is believed; nothing else reads this header.
 */
@Component
public class ActorResolver {
    static final String HEADER = "X-Actor";
    private static final String NOBODY_NAMED = "local";
    private static final String ROLE = "SECRETARIAT";
    private static final Pattern SHAPE = Pattern.compile("[!-~]([ -~]{0,62}[!-~])?");

    public record Actor(String name, String role) {}

    /** @throws MalformedRequest when the name is too long or not printable */
    public Actor actorOf(HttpServletRequest request) {
        String name = request.getHeader(HEADER);
        if (name == null) {
            return new Actor(NOBODY_NAMED, ROLE);
        }
        if (!SHAPE.matcher(name).matches()) {
            throw new MalformedRequest(HEADER + " takes 1 to 64 printable ASCII characters");
        }
        return new Actor(name, ROLE);
    }
}
