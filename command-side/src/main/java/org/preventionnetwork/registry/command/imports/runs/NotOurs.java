package org.preventionnetwork.registry.command.imports.runs;

/** An import that this node runs was ended by another one, which took it for gone. Nothing more is to be recorded. */
final class NotOurs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOurs(String run) {
        super("import " + run + " was ended by another node", null, false, false);
    }
}
