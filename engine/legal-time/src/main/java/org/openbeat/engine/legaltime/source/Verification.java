package org.openbeat.engine.legaltime.source;

/** How well a number of the law is known. */
public enum Verification {
    /** The text was read where the article is. */
    READ,
    /** A part of the text, an older version or a named secondary source was read. */
    PART,
    /** Nobody opened the text. It may be shown as such; it starts no clock and lengthens none. */
    UNVERIFIED
}
