package org.preventionnetwork.registry.api.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored for ever, {@code network.StateAdmitted}, so that renaming a class loses no
 * history. A change of shape raises the revision and comes with an upcaster.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {
    String value();

    String revision() default "1";
}
