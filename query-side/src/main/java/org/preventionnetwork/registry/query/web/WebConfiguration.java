package org.preventionnetwork.registry.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Texts and languages of the pages. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    /** The frame's texts and those of the first pages, then a bundle for each group of pages; others may add theirs. */
    private static final String[] TEXTS = {"messages", "texts/seminars", "texts/audit", "texts/definitions"};

    private static final Duration KEPT = Duration.ofDays(365);

    @Bean
    static ResourceBundleMessageSource messageSource() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames(TEXTS);
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new Languages();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Language()).order(Integer.MIN_VALUE);
    }

    /** Before anything can be refused, so that the pages that say so have them too. */
    private static final class Language implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod method
                    && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PageController.class)) {
                response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
                Languages.asked(request)
                        .ifPresent(language -> response.addHeader(
                                HttpHeaders.SET_COOKIE,
                                ResponseCookie.from(Languages.NAME, language.getLanguage())
                                        .path("/")
                                        .maxAge(KEPT)
                                        .sameSite("Lax")
                                        .httpOnly(true)
                                        .build()
                                        .toString()));
            }
            return true;
        }
    }
}
