package org.preventionnetwork.registry.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a component of a {@link Question} asks for, in the words of the API's description. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Means {
    String value();

    /** A value that is accepted; without it, one of the type's own. */
    String example() default "";

    /** Of an instant: whether a day means its first moment, and not its last. */
    boolean firstMoment() default false;
}
