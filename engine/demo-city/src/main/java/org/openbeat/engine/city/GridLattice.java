package org.openbeat.engine.city;

import java.util.random.RandomGenerator;

/** Two families of lines at right angles, turned as the quarter is and bent as its style asks. */
final class GridLattice implements Lattice {
    private final Point heart;
    private final Point along;
    private final Style style;
    private final int half;
    private final double phase;

    GridLattice(Quarter quarter, RandomGenerator chance) {
        this.heart = quarter.heart();
        this.style = quarter.style();
        this.along = longest(quarter)
                .plus(Point.polar(chance.nextDouble(0.18), chance.nextDouble(6)))
                .unit();
        Box box = Box.around(quarter.ring());
        double reach = new Point(box.east() - box.west(), box.north() - box.south()).length();
        this.half = (int) StrictMath.ceil(reach / style.across) + 1;
        this.phase = chance.nextDouble(6);
    }

    /** The direction of the longest edge around the quarter: its grid follows an old road. */
    private static Point longest(Quarter quarter) {
        Point best = new Point(1, 0);
        double length = 0;
        for (Edge edge : quarter.face().edges()) {
            double weight = edge.length() * (edge.street.kind.arterial() ? 1 : 0.3);
            if (weight > length) {
                length = weight;
                best = edge.to.at.minus(edge.from.at).unit();
            }
        }
        return best;
    }

    @Override
    public Point at(int row, int column) {
        Point flat = heart.plus(along.times((column + 0.5) * style.along))
                .plus(along.left().times((row + 0.5) * style.across));
        double x = StrictMath.sin(flat.y() / 170 + phase) + 0.5 * StrictMath.sin(flat.x() / 90 + 2 * phase);
        double y = StrictMath.sin(flat.x() / 190 - phase) + 0.5 * StrictMath.sin(flat.y() / 80 - 3 * phase);
        return flat.plus(new Point(x, y).times(style.bend));
    }

    @Override
    public int firstRow() {
        return -half;
    }

    @Override
    public int lastRow() {
        return half;
    }

    @Override
    public int firstColumn() {
        return -half;
    }

    @Override
    public int lastColumn() {
        return half;
    }

    @Override
    public double margin() {
        return StrictMath.max(34, style.across * 0.38);
    }
}
