package org.openbeat.app.oversight.review;

/** What a reviewer is asked of a thing that was drawn. */
public enum Question {
    /** Do the grounds that were stated hold for what was done? */
    GROUNDS,
    /** Was it the right purpose for what was opened? */
    PURPOSE,
    /** Is it in the right category? */
    CLASSIFICATION,
    /** Did it end with the right outcome? */
    DISPOSITION,
    /** Was it rightly taken as a matter of its own, or rightly as a supplement to another? */
    NEW_OR_SUPPLEMENT
}
