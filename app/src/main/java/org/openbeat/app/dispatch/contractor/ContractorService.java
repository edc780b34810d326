package org.openbeat.app.dispatch.contractor;

/** What a firm is called for. */
public enum ContractorService {
    TOWING,
    LOCKSMITH,
    BOARDING_UP,
    CLEANING
}
