package org.openbeat.app.ledger.witnessing;

/** Why a witness does not vouch. */
public enum Trouble {
    /** It gave no answer, or none that can be understood. */
    UNREACHABLE,
    /** It does not know our log or our key, or finds the request wrong: a matter of configuration. */
    REFUSED,
    /** It says that what it saw before is not the beginning of this: our log has forked or was taken back. */
    INCONSISTENT
}
