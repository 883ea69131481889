package org.preventionnetwork.registry.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of an answer that tells who an official is: an id, a name, words made of them. It is null, or an empty list,
 * for callers who do not see persons.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface IdentifiesPerson {
    /** Whether the field tells of other things too, and of an official only where it has {@code official:} in it. */
    boolean onlyStoredIds() default false;
}
