package org.openbeat.app.kernel;

/** What a member of staff is there to do. A person may hold several; nobody holds one by default. */
public enum Role {
    CALL_TAKER,
    DISPATCHER,
    PATROL_OFFICER,
    COMMUNITY_OFFICER,
    CASE_OFFICER,
    LEGAL_REVIEWER,
    STATION_CHIEF,
    COMMANDER,
    PRESS_OFFICER,
    ANALYST,
    OVERSIGHT,
    ADMINISTRATOR;

    /** The authority's name in Spring Security. */
    public String authority() {
        return "ROLE_" + name();
    }
}
