package org.preventionnetwork.registry.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.DeclaredParameter;
import org.preventionnetwork.registry.access.requests.ReadsParameters;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@link Question}s and {@link Paging} for the endpoints that take them, and says which parameters those are. */
@Component
class QuestionResolver implements ReadsParameters, WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter argument) {
        return isPaging(argument) || argument.getParameterType().isAnnotationPresent(Question.class);
    }

    private static boolean isPaging(MethodParameter argument) {
        return argument.getParameterType() == Paging.class;
    }

    @Override
    public boolean readsBody(MethodParameter argument) {
        return false;
    }

    @Override
    public List<DeclaredParameter> parametersOf(MethodParameter argument) {
        return isPaging(argument)
                ? Paging.parameters(usualSize(argument), sortable(argument))
                : QuestionShape.of(argument.getParameterType()).parameters();
    }

    private static int usualSize(MethodParameter argument) {
        UsualSize usual = argument.getParameterAnnotation(UsualSize.class);
        return usual == null ? Paging.USUAL : usual.value();
    }

    /** By which fields the answer's items can be sorted. */
    private static List<String> sortable(MethodParameter argument) {
        ResolvableType answer = ResolvableType.forMethodReturnType(Objects.requireNonNull(argument.getMethod()));
        while (answer.resolve() != null && answer.resolve() != Page.class && answer.hasGenerics()) {
            answer = answer.getGeneric(0);
        }
        Class<?> item = answer.as(Page.class).getGeneric(0).resolve(Object.class);
        List<String> fields = new ArrayList<>();
        if (item.isRecord()) {
            for (RecordComponent field : item.getRecordComponents()) {
                if (field.isAnnotationPresent(SortedBy.class)) {
                    fields.add(field.getName());
                }
            }
        }
        return fields;
    }

    @Override
    public Object resolveArgument(
            MethodParameter argument,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        Parameters parameters = new Parameters(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
        return isPaging(argument)
                ? parameters.paging(usualSize(argument))
                : QuestionShape.of(argument.getParameterType()).read(parameters);
    }
}
