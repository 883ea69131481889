package org.preventionnetwork.registry.access.requests;

import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/** A resolver of endpoints' arguments that reads parameters of the address, or the body, by itself, and says so. */
public interface ReadsParameters extends HandlerMethodArgumentResolver {
    /** The parameters that it reads for this argument, in the order in which they are described. */
    List<DeclaredParameter> parametersOf(MethodParameter argument);

    /** Whether it reads the body, and refuses what it does not know there. */
    boolean readsBody(MethodParameter argument);
}
