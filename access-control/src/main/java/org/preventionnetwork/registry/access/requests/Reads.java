package org.preventionnetwork.registry.access.requests;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * The parameters of the address that an endpoint reads from its request. Those that it takes as arguments need no
 * declaration: annotated with {@code @RequestParam}, or read by a {@link ReadsParameters}. What is declared nowhere cannot
 * be read, and whoever asks with it is told so.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {
    /** Where on both clocks a question is answered, and what it must know. */
    List<String> CLOCKS = List.of("asOf", "knownAt", "knownAtPosition", "atLeastPosition", "atLeastVersion");
    /** Which part of a list, in which order. */
    List<String> PAGING = List.of("page", "size", "sort");

    String[] value() default {};

    /** Whether {@link #CLOCKS} are read. */
    boolean clocks() default false;

    /** Whether {@link #PAGING} is read. */
    boolean paging() default false;

    /** Says the names where they depend on the path; such parameters may be repeated. */
    Class<? extends NamesByPath> by() default NamesByPath.class;

    /** The fields of a JSON body that the endpoint reads from its request; none where it reads no body. */
    String[] body() default {};
}
