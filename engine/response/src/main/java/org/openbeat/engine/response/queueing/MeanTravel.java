package org.openbeat.engine.response.queueing;

/** Mean travel times, in the caller's unit of time. */
public final class MeanTravel {
    private final double overall;
    private final double[] toAtom;
    private final double[] byUnit;

    MeanTravel(double overall, double[] toAtom, double[] byUnit) {
        this.overall = overall;
        this.toAtom = toAtom;
        this.byUnit = byUnit;
    }

    /** Of all calls that are served. */
    public double overall() {
        return overall;
    }

    /** Of the calls of this atom that are served. */
    public double toAtom(int atom) {
        return toAtom[atom];
    }

    /** Of the calls to which this unit is sent. */
    public double byUnit(int unit) {
        return byUnit[unit];
    }
}
