package org.openbeat.app.desk.rights;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.openbeat.app.access.events.DangerousActMoved;
import org.openbeat.app.desk.events.DataRequestMoved;
import org.openbeat.app.retention.events.PersonalDataErased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears, in the same transaction, what became of a granted request: erased, or back because the second did not agree. */
@Component
class RequestOutcomes {
    private static final Set<DangerousActMoved.Step> BACK = EnumSet.of(
            DangerousActMoved.Step.REFUSED, DangerousActMoved.Step.WITHDRAWN, DangerousActMoved.Step.EXPIRED);

    private final JdbcDataRequests store;
    private final DataRequests requests;
    private final ApplicationEventPublisher events;

    RequestOutcomes(JdbcDataRequests store, DataRequests requests, ApplicationEventPublisher events) {
        this.store = store;
        this.requests = requests;
        this.events = events;
    }

    @EventListener
    void on(DangerousActMoved moved) {
        if (BACK.contains(moved.step())) {
            store.ofProposal(moved.proposal().value()).ifPresent(request -> {
                store.reopened(request.id());
                events.publishEvent(new DataRequestMoved(
                        request.id(),
                        request.report(),
                        request.kind().code(),
                        DataRequestMoved.Step.BACK,
                        moved.actor(),
                        moved.at()));
            });
        }
    }

    @EventListener
    void on(PersonalDataErased erased) {
        if (erased.subject().kind().equals(ReportRecords.SUBJECT)) {
            store.proposedErasures(UUID.fromString(erased.subject().id()))
                    .forEach(request -> requests.end(
                            request, DataRequest.Status.DONE, null, null, DataRequestMoved.Step.DONE, erased.actor()));
        }
    }
}
