package org.preventionnetwork.registry.access.requests;

/** An endpoint reads a parameter that it does not declare; only tests let it fail. */
final class UndeclaredParameter extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UndeclaredParameter(String name) {
        super("this endpoint reads " + name + " without declaring it, by an argument or with @Reads");
    }
}
