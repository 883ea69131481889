package org.preventionnetwork.registry.access.requests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** Finds out what an endpoint declares that it reads. */
@Component
public final class Declarations {
    private final ObjectProvider<ReadsParameters> resolvers;
    private final ApplicationContext context;
    private final Map<java.lang.reflect.Method, Declared> known = new ConcurrentHashMap<>();

    Declarations(ObjectProvider<ReadsParameters> resolvers, ApplicationContext context) {
        this.resolvers = resolvers;
        this.context = context;
    }

    /**
     * What an endpoint reads.
     *
     * @param parameters of the address
     * @param files parts of a form
     * @param repeatable those of the parameters that the endpoint takes a list of
     * @param byPath further parameters, or null
     * @param page whether it answers with a page
     * @param body whether it reads a body
     */
    public record Declared(
            Set<String> parameters,
            Set<String> repeatable,
            Set<String> files,
            @Nullable NamesByPath byPath,
            boolean page,
            boolean body) {

        /** Whether the parameter may be said more than once. */
        boolean takesMany(String parameter) {
            return byPath != null || repeatable.contains(parameter);
        }
    }

    /** What the endpoint declares, in the order of declaration. */
    public Declared of(HandlerMethod endpoint) {
        return known.computeIfAbsent(endpoint.getMethod(), method -> read(endpoint));
    }

    /** The parameters of an endpoint's typed arguments, described. */
    List<DeclaredParameter> described(HandlerMethod endpoint) {
        List<DeclaredParameter> described = new ArrayList<>();
        for (MethodParameter argument : endpoint.getMethodParameters()) {
            for (ReadsParameters resolver : resolvers) {
                if (resolver.supportsParameter(argument)) {
                    described.addAll(resolver.parametersOf(argument));
                }
            }
        }
        return described;
    }

    /** Whether a resolver of our own reads the argument. */
    boolean isRead(MethodParameter argument) {
        return resolvers.stream().anyMatch(resolver -> resolver.supportsParameter(argument));
    }

    private Declared read(HandlerMethod endpoint) {
        Set<String> parameters = new LinkedHashSet<>();
        Set<String> repeatable = new LinkedHashSet<>();
        Set<String> files = new LinkedHashSet<>();
        boolean body = false;
        for (MethodParameter argument : endpoint.getMethodParameters()) {
            RequestParam named = argument.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                (argument.getParameterType() == MultipartFile.class ? files : parameters).add(name(named, argument));
                if (Collection.class.isAssignableFrom(argument.getParameterType())) {
                    repeatable.add(name(named, argument));
                }
            }
            body |= argument.hasParameterAnnotation(RequestBody.class);
            for (ReadsParameters resolver : resolvers) {
                if (resolver.supportsParameter(argument)) {
                    resolver.parametersOf(argument).forEach(parameter -> parameters.add(parameter.name()));
                    body |= resolver.readsBody(argument);
                }
            }
        }
        Reads reads = endpoint.getMethodAnnotation(Reads.class);
        NamesByPath byPath = null;
        if (reads != null) {
            body |= reads.body().length > 0;
            byPath = reads.by() == NamesByPath.class ? null : context.getBean(reads.by());
        }
        return new Declared(
                parameters, repeatable, files, byPath, isPage(endpoint.getBeanType()), body || !files.isEmpty());
    }

    private static String name(RequestParam named, MethodParameter argument) {
        if (!named.name().isEmpty()) {
            return named.name();
        }
        argument.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String name = argument.getParameterName();
        if (name == null) {
            throw new IllegalStateException("a parameter without a name: " + argument);
        }
        return name;
    }

    private static boolean isPage(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, Controller.class)
                && !AnnotatedElementUtils.hasAnnotation(type, ResponseBody.class);
    }
}
