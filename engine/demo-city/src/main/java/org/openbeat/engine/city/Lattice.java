package org.openbeat.engine.city;

/** Where the crossings of a quarter would lie if it had no edges. */
interface Lattice {

    Point at(int row, int column);

    int firstRow();

    int lastRow();

    int firstColumn();

    int lastColumn();

    /** How near to the quarter's edge a crossing may be, metres. */
    double margin();

    default int wrapRow(int row) {
        return row;
    }

    default int wrapColumn(int column) {
        return column;
    }
}
