package org.openbeat.app.database;

/**
 * Lets a transaction that began under a person's scope go on under the system's. For acts that reach further than the
 * person sees, such as handing something over to where one no longer sees it, once both locks have let the person in.
 */
public interface WiderScope {

    /** @param why what reaches further */
    void untilCommit(String why);
}
