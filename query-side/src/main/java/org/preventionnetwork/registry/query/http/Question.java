package org.preventionnetwork.registry.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that is read from the parameters of an address: each component is the parameter of its name. An endpoint that
 * takes one as an argument accepts these parameters, and no others; the OpenAPI document describes them; and what is wrong
 * with a value is said in the terms of the component's type. Null is what was not asked.
 *
 * @see QuestionResolver
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Question {}
