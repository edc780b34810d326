package org.openbeat.engine.city;

import java.util.random.RandomGenerator;

/** Crooked rings and lanes around the market square, as an old town grew. */
final class OldTownLattice implements Lattice {
    private static final int LANES = 15;

    private final double[] turn = new double[LANES];
    private final double[][] shift = new double[8][LANES];
    private final double flatness;

    OldTownLattice(CityPlan plan, RandomGenerator chance) {
        this.flatness = plan.flatness();
        for (int lane = 0; lane < LANES; lane++) {
            turn[lane] = chance.nextDouble(-0.12, 0.12);
            for (double[] ring : shift) {
                ring[lane] = chance.nextDouble(-14, 14);
            }
        }
    }

    @Override
    public Point at(int row, int column) {
        int lane = wrapColumn(column);
        double angle = 2 * StrictMath.PI * lane / LANES + turn[lane] * (1 + 0.25 * row);
        double ring = StrictMath.clamp((long) row, 0, shift.length - 1);
        Point p = Point.polar(120 + 66 * row + (row < 0 ? 0 : shift[(int) ring][lane]), angle);
        return new Point(p.x(), p.y() * (0.5 + flatness / 2));
    }

    @Override
    public int firstRow() {
        return -1;
    }

    @Override
    public int lastRow() {
        return 6;
    }

    @Override
    public int firstColumn() {
        return 0;
    }

    @Override
    public int lastColumn() {
        return LANES - 1;
    }

    @Override
    public int wrapColumn(int column) {
        return StrictMath.floorMod(column, LANES);
    }

    @Override
    public double margin() {
        return 27;
    }
}
