package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * What the control room of another organisation hands over by its system: a call like any other, told by the partner. It
 * opens an incident or adds to the one that the partner told of before, and never overrides what a dispatcher decided.
 */
@Component
public class Referrals {
    private final Once once;
    private final CallTaking callTaking;

    Referrals(Once once, CallTaking callTaking) {
        this.once = once;
        this.callTaking = callTaking;
    }

    /** What the sender of a referral keeps with the incident, in the transaction that makes or changes it. */
    public interface Sequel {

        /** The incident that the partner told of before, looked up first of all. */
        Optional<IncidentId> earlier();

        /** Called when the call has been taken. */
        void taken(TakenCall call, Instant at);
    }

    /**
     * Takes a partner's call, once for each key.
     *
     * @param partner let in by its key; the record names it
     * @throws Refusal when the incident of which it told before is closed, or the call cannot be
     */
    @SystemScope("a partner is let in by its key, and adds to incidents of which it told")
    public TakenCall take(Actor partner, NewCall call, CommandKey key, Sequel sequel) {
        if (partner.kind() != Actor.Kind.PARTNER) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "dispatch-role-required");
        }
        var location = callTaking.locate(call);
        var work = new Once.Work<>(
                TakenCall.class,
                at -> {
                    var taken = callTaking.refer(partner, call, sequel.earlier(), location, at);
                    sequel.taken(taken, at);
                    return taken;
                },
                TakenCall::again);
        return once.run(partner, key, call, work);
    }
}
