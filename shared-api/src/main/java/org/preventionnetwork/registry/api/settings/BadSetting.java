package org.preventionnetwork.registry.api.settings;

/** A setting with which the registry does not start. Its value is not repeated: it can be a secret. */
public final class BadSetting extends IllegalArgumentException {
    private final String name;
    private final String accepted;

    /**
     * @param name as operators write it: {@code registry.limits.requests-per-second}
     * @param accepted what would be, in words
     */
    public BadSetting(String name, String accepted) {
        super(name + ": " + accepted, null);
        this.name = name;
        this.accepted = accepted;
    }

    public String fault() {
        return "The setting " + name + " has a value with which the registry cannot run.";
    }

    public String cure() {
        return "Accepted is " + accepted + ".";
    }
}
