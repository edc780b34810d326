package org.openbeat.engine.procedure.pack;

/** How far somebody has read the text that a fact of a pack comes from. */
public enum Verified {
    /** Read in the text named. */
    YES,
    /** Read in a part, an older version or a secondary source: it may be told, and starts no clock. */
    PART,
    /** Nobody opened the text: it may stand in a pack as a note and nothing may rest on it. */
    NO
}
