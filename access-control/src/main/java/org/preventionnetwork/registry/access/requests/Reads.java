package org.preventionnetwork.registry.access.requests;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an endpoint reads from its request that its arguments do not say. They say most: what is annotated with
 * {@code @RequestParam}, or read by a {@link ReadsParameters}, needs no further declaration. What is declared nowhere
 * cannot be read, and whoever asks with it is told so.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {
    /** Says the names of parameters where they depend on the path; such parameters may be repeated. */
    Class<? extends NamesByPath> by() default NamesByPath.class;

    /** The fields of a JSON body that the endpoint reads from its request; none where it reads no body. */
    String[] body() default {};
}
