package org.preventionnetwork.registry.command.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the body of a {@link CommandRequest} does not name this id, a new one is made. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface MakesId {
    /** The command's field. */
    String value();
}
