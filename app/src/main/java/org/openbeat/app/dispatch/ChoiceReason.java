package org.openbeat.app.dispatch;

/** Why a unit was sent that was not the one recommended; the texts stand under {@code dispatch.choice.<name>}. */
public enum ChoiceReason {
    /** It is nearer than its position on the screen says. */
    NEARER_THAN_SHOWN,
    /** Its crew offered to go, or asked to. */
    CREW_OFFERED,
    /** Its crew knows the place or the people. */
    KNOWS_THE_PLACE,
    /** The recommended unit is needed where it is. */
    NEEDED_ELSEWHERE,
    /** The recommended unit could not go, or does not fit. */
    RECOMMENDED_UNFIT,
    /** Somebody in charge said so. */
    ORDERED,
    OTHER
}
