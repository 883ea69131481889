package org.preventionnetwork.registry.standalone.logging;

import ch.qos.logback.core.boolex.PropertyConditionBase;
import org.jspecify.annotations.Nullable;

/** Whether a format of structured lines is set, which Spring Boot hands on as an empty text where none is. */
public final class IsStructured extends PropertyConditionBase {
    private @Nullable String key;

    public void setKey(String key) {
        this.key = key;
    }

    @Override
    public boolean evaluate() {
        return key != null && isDefined(key) && !property(key).isBlank();
    }
}
