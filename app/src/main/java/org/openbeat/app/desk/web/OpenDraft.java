package org.openbeat.app.desk.web;

import java.util.HexFormat;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.draft.Draft;
import org.openbeat.app.desk.draft.DraftToken;

/** The draft of the browser that asks. */
record OpenDraft(DraftToken token, Draft draft) {

    /** One draft is one submission. */
    SubmissionKey key() {
        return new SubmissionKey(token.value());
    }

    /** Tells one draft of a browser from its next, and opens neither. */
    String id() {
        return HexFormat.of().formatHex(hash(), 0, 6);
    }

    byte[] hash() {
        return token.hash();
    }
}
