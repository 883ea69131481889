package org.preventionnetwork.registry.api.text;

/** How many letters were mistyped. */
public final class EditDistance {

    private EditDistance() {}

    /** The fewest insertions, removals, replacements and swaps of neighbours that make one text the other. */
    public static int between(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                cost[row][column] = row == 0 || column == 0 ? row + column : cheapest(cost, row, column, one, other);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, int row, int column, String one, String other) {
        int replaced = cost[row - 1][column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        int cheapest = Math.min(replaced, 1 + Math.min(cost[row - 1][column], cost[row][column - 1]));
        boolean swapped = row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
        return swapped ? Math.min(cheapest, cost[row - 2][column - 2] + 1) : cheapest;
    }
}
