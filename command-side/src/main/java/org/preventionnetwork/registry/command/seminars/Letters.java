package org.preventionnetwork.registry.command.seminars;

/** Numbers as letters, for the parts of fact ids: a to z, aa, ab and so on. */
final class Letters {
    private static final int ALPHABET = 26;

    private Letters() {}

    static String of(int number) {
        String last = String.valueOf((char) ('a' + number % ALPHABET));
        return number < ALPHABET ? last : of(number / ALPHABET - 1) + last;
    }
}
