package org.openbeat.app.dispatch.unit;

/** How far a unit is with one incident. */
public enum Stage {
    /** In the unit's stack: it comes when the work before it is done. */
    STACKED,
    ASSIGNED,
    ACKNOWLEDGED,
    EN_ROUTE,
    ON_SCENE,
    TRANSPORTING,
    /** The unit has done its part. */
    CLEARED,
    /** It was called off before its part was done. */
    CANCELLED;

    public boolean isActive() {
        return this != CLEARED && this != CANCELLED;
    }

    /** Whether it is the work that the unit does now. */
    public boolean isCurrent() {
        return isActive() && this != STACKED;
    }

    /** The status of a unit that is this far with its current work. */
    public UnitStatus unitStatus() {
        return switch (this) {
            case ASSIGNED -> UnitStatus.ASSIGNED;
            case ACKNOWLEDGED -> UnitStatus.ACKNOWLEDGED;
            case EN_ROUTE -> UnitStatus.EN_ROUTE;
            case ON_SCENE -> UnitStatus.ON_SCENE;
            case TRANSPORTING -> UnitStatus.TRANSPORTING;
            case STACKED, CLEARED, CANCELLED -> UnitStatus.AVAILABLE;
        };
    }

    /** The stage that goes with a working status. */
    public static Stage of(UnitStatus status) {
        return switch (status) {
            case ASSIGNED -> ASSIGNED;
            case ACKNOWLEDGED -> ACKNOWLEDGED;
            case EN_ROUTE -> EN_ROUTE;
            case ON_SCENE -> ON_SCENE;
            case TRANSPORTING -> TRANSPORTING;
            case AVAILABLE, ON_BREAK, UNAVAILABLE, OFF_DUTY ->
                throw new IllegalArgumentException(status + " is no stage of work");
        };
    }
}
