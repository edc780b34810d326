package org.openbeat.app.access.approval;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.PersonalRecords;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** What staff wrote when they proposed and decided acts on a thing; the ground of the erasure itself stays. */
@Component
class ProposedReasons implements PersonalRecords {
    private final JdbcProposals proposals;

    ProposedReasons(JdbcProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public Map<String, Long> extent(Subject subject) {
        long reasons = proposals.reasonsOn(subject);
        return reasons == 0 ? Map.of() : Map.of("access.proposal", reasons);
    }

    @Override
    public void erase(Subject subject, Actor actor, Instant at) {
        proposals.eraseReasonsOn(subject);
    }
}
