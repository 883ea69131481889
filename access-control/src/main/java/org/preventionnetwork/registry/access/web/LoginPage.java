package org.preventionnetwork.registry.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.oidc.Provider;
import org.preventionnetwork.registry.access.policy.PolicyManager;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * Where people log in and out: one page, the same with and without JavaScript, since it has none. It needs nothing that
 * another module serves, so it is there on whichever side of the registry somebody logs in.
 */
@Controller
@io.swagger.v3.oas.annotations.Hidden
class LoginPage {
    static final String PATH = "/login";

    private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);

    private final Provider provider;
    private final PolicyManager policy;
    private final String page = text("login.html");
    private final String form = text("login-form.html");
    private final String style = text("login.css");

    LoginPage(Provider provider, PolicyManager policy) {
        this.provider = provider;
        this.policy = policy;
    }

    @GetMapping(PATH)
    ResponseEntity<String> page(HttpServletRequest request) {
        LoginTexts texts = LoginTexts.of(request);
        String hidden = hidden((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
        String html = texts.fill(page)
                .replace("{language}", texts.language())
                .replace("{languages}", languages(texts))
                .replace("{message}", message(request, texts))
                .replace("{forms}", forms(hidden, texts));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        LoginTexts.asked(request)
                .ifPresent(language -> answer.header(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(LoginTexts.PARAMETER, language)
                                .path("/")
                                .maxAge(LANGUAGE_KEPT)
                                .sameSite("Lax")
                                .httpOnly(true)
                                .build()
                                .toString()));
        return answer.body(html);
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

    private static String languages(LoginTexts texts) {
        StringBuilder links = new StringBuilder();
        for (String language : LoginTexts.LANGUAGES) {
            links.append("<li><a href=\"?lang=")
                    .append(language)
                    .append("\" lang=\"")
                    .append(language)
                    .append("\" hreflang=\"")
                    .append(language)
                    .append(language.equals(texts.language()) ? "\" aria-current=\"true\">" : "\">")
                    .append(language.toUpperCase(java.util.Locale.ROOT))
                    .append("</a></li>");
        }
        return links.toString();
    }

    private String forms(String hidden, LoginTexts texts) {
        return AuthenticatedCaller.of(SecurityContextHolder.getContext().getAuthentication())
                .map(caller -> loggedIn(caller, hidden, texts))
                .orElseGet(() -> texts.fill(form).replace("{csrf}", hidden) + provided(texts));
    }

    private String loggedIn(Caller caller, String hidden, LoginTexts texts) {
        return "<p>" + texts.say("loggedIn", "<strong>" + HtmlUtils.htmlEscape(caller.name()) + "</strong>")
                + "</p>\n<p><a class=\"provider primary\" href=\"" + Homeward.home(policy, caller) + "\">"
                + texts.say("goOn")
                + "</a></p>\n<form method=\"post\" action=\"/logout\">" + hidden
                + "<button type=\"submit\" class=\"minor\">" + texts.say("logOut") + "</button></form>";
    }

    private String provided(LoginTexts texts) {
        return provider.isConfigured()
                ? "<p class=\"or\">" + texts.say("or") + "</p>\n<p><a class=\"provider\" href=\"" + Provider.LOGIN
                        + "\">" + texts.say("provider", HtmlUtils.htmlEscape(provider.name())) + "</a></p>"
                : "";
    }

    private static String message(HttpServletRequest request, LoginTexts texts) {
        if (request.getParameter("error") != null) {
            return message("bad", "alert", texts.say("error"));
        }
        if (request.getParameter("wait") != null) {
            return message("bad", "alert", texts.say("wait"));
        }
        return request.getParameter("logout") == null ? "" : message("good", "status", texts.say("loggedOut"));
    }

    private static String message(String kind, String role, String text) {
        return "<p class=\"message " + kind + "\" role=\"" + role + "\">" + text + "</p>";
    }

    private static String text(String name) {
        try (InputStream file = LoginPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
