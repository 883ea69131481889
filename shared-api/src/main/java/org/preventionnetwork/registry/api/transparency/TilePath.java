package org.preventionnetwork.registry.api.transparency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile of hashes or of a bundle of entries, as in C2SP tlog-tiles: {@code tile/0/x001/x234/067.p/8} or
 * {@code tile/entries/067}. Every address has exactly one spelling.
 *
 * @param level of the tile from 0, or {@link #ENTRIES}
 * @param index within the level, from 0
 * @param width 256 when full, 1 to 255 when partial
 */
public record TilePath(int level, long index, int width) {
    /** Full tiles are this wide. */
    public static final int FULL = 256;

    /** In place of a level: the entries themselves, 256 in a bundle as the hashes of level 0. */
    public static final int ENTRIES = -1;

    private static final int HIGHEST_LEVEL = 63;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    public TilePath {
        if (level < ENTRIES || level > HIGHEST_LEVEL) {
            throw new EvidenceRejected("tile levels go from 0 to 63, not to " + level);
        }
        if (index < 0) {
            throw new EvidenceRejected("tiles are numbered from 0, not from " + index);
        }
        if (width < 1 || width > FULL) {
            throw new EvidenceRejected("a tile is 1 to 256 wide, not " + width);
        }
    }

    /** @throws EvidenceRejected unless this is the one spelling of an address */
    public static TilePath parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new EvidenceRejected("this is no path of a tile");
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
        TilePath tile;
        try {
            tile = new TilePath(level, Long.parseLong(matcher.group(2).replaceAll("[x/]", "")), width);
        } catch (NumberFormatException e) {
            throw new EvidenceRejected("the number of the tile is too large", e);
        }
        if (!tile.toString().equals(path)) {
            throw new EvidenceRejected("this tile is written as " + tile);
        }
        return tile;
    }

    public boolean holdsEntries() {
        return level == ENTRIES;
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The path relative to the log's prefix. */
    @Override
    public String toString() {
        StringBuilder number = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + (holdsEntries() ? "entries" : level) + "/" + number + (isFull() ? "" : ".p/" + width);
    }
}
