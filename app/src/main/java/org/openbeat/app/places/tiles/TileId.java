package org.openbeat.app.places.tiles;

/** A tile of the square world: at zoom {@code zoom} there are 2^zoom columns and rows, from the north-west. */
public record TileId(int zoom, int x, int y) {

    /** The deepest zoom at which tiles are made; what is nearer is drawn larger from these. */
    public static final int DEEPEST = 14;

    /** Whether there is such a tile. */
    public static boolean exists(int zoom, int x, int y) {
        return zoom >= 0 && zoom <= DEEPEST && x >= 0 && y >= 0 && x < 1 << zoom && y < 1 << zoom;
    }
}
