package org.preventionnetwork.registry.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.preventionnetwork.registry.access.oidc.Provider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** Where people log in and out: one page, the same with and without JavaScript, since it has none. */
@Controller
@io.swagger.v3.oas.annotations.Hidden
class LoginPage {
    static final String PATH = "/login";
    static final String HOME = "/";

    private final Provider provider;
    private final String page = text("login.html");
    private final String style = text("login.css");

    LoginPage(Provider provider) {
        this.provider = provider;
    }

    @GetMapping(PATH)
    ResponseEntity<String> page(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String html = page.replace("{message}", message(request)).replace("{forms}", forms(hidden(csrf)));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html);
    }

    @GetMapping("/login.css")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .body(style);
    }

    /** Nothing for requests that are no browser's. */
    private static String hidden(@Nullable CsrfToken csrf) {
        return csrf == null
                ? ""
                : "<input type=\"hidden\" name=\"" + csrf.getParameterName() + "\" value=\""
                        + HtmlUtils.htmlEscape(csrf.getToken()) + "\">";
    }

    private String forms(String hidden) {
        return AuthenticatedCaller.of(SecurityContextHolder.getContext().getAuthentication())
                .map(caller -> "<p>You are logged in as <strong>" + HtmlUtils.htmlEscape(caller.name())
                        + "</strong>.</p>\n<p><a href=\"" + HOME + "\">Go on</a></p>\n"
                        + "<form method=\"post\" action=\"/logout\">" + hidden
                        + "<button type=\"submit\">Log out</button></form>")
                .orElseGet(() -> text("login-form.html").replace("{csrf}", hidden) + provided());
    }

    private String provided() {
        return provider.isConfigured()
                ? "<p><a class=\"provider\" href=\"" + Provider.LOGIN + "\">Log in with "
                        + HtmlUtils.htmlEscape(provider.name())
                        + "</a></p>"
                : "";
    }

    private static String message(HttpServletRequest request) {
        if (request.getParameter("error") != null) {
            return "<p class=\"message\" role=\"alert\">This did not work. Check the account and its password; after several"
                    + " failures an account is locked for some minutes.</p>";
        }
        if (request.getParameter("wait") != null) {
            return "<p class=\"message\" role=\"alert\">Too many logins from your address have failed. Try again in a few"
                    + " minutes.</p>";
        }
        return request.getParameter("logout") == null
                ? ""
                : "<p class=\"message\" role=\"status\">You are logged out.</p>";
    }

    private static String text(String name) {
        try (InputStream file = LoginPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
