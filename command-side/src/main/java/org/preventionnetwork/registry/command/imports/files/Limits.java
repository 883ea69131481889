package org.preventionnetwork.registry.command.imports.files;

/**
 * Against files that are small on the wire and huge in memory.
 *
 * @param inflatedBytes all files of an archive together, unpacked
 * @param entries files in an archive
 * @param ratio unpacked bytes for one packed byte; counted from the first mebibyte on
 * @param cellCharacters of one cell
 */
public record Limits(long inflatedBytes, int entries, int ratio, int cellCharacters) {
    public static final Limits STANDARD = new Limits(2L << 30, 200, 200, 32 * 1024);
}
