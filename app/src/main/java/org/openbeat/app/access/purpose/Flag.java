package org.openbeat.app.access.purpose;

/** What oversight should look at. A flag refuses nothing: there are honest reasons for each. */
public enum Flag {
    /** The person looked up has the reader's own name. */
    SELF,
    /** The person looked up has the reader's family name. */
    FAMILY_NAME,
    /** The person looked up has the name of someone else of staff. */
    COLLEAGUE
}
