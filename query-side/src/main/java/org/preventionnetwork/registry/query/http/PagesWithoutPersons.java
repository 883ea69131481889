package org.preventionnetwork.registry.query.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Blanks what {@linkplain IdentifiesPerson identifies a person} in everything that a page is made of, before it is made,
 * for callers who do not see persons: as {@link WithoutPersons} does in all other answers.
 */
@Configuration(proxyBeanMethods = false)
class PagesWithoutPersons implements HandlerInterceptor, WebMvcConfigurer {
    private final Persons persons;

    PagesWithoutPersons(Persons persons) {
        this.persons = persons;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && !persons.areSeen(request)) {
            Map<String, Object> model = page.getModel();
            model.replaceAll((name, value) -> WithoutPersons.blanked(value));
        }
    }
}
