package org.openbeat.engine.legaltime.rule;

/** Which of several readings of a period counts. The others are shown with their ends. */
public enum Choice {
    /** The first: the text is plain, the others are bounds or warnings. */
    FIRST,
    /** The one that ends first: for what the state may do to a person or to property. */
    EARLIEST,
    /** The one that ends last: for what a person may still do. */
    LATEST
}
