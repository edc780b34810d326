package org.openbeat.app.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.partners.events.PartnerName;

/**
 * The system of an organisation that works with us.
 *
 * @param agency for which it acts: it is told of incidents of this agency, and of those that are shared with it
 * @param answers our agency that answers what it hands over
 * @param particulars whether callers and the words of people belong to what is shared with it
 * @param keyIssuedAt when its present key was issued
 */
public record PartnerSystem(
        PartnerName name,
        AgencyId agency,
        AgencyId answers,
        boolean particulars,
        Instant openedAt,
        Instant keyIssuedAt,
        @Nullable Instant closedAt) {

    /** The partner as one who acts. */
    public Actor actor() {
        return Actor.partner(name.value(), agency);
    }
}
