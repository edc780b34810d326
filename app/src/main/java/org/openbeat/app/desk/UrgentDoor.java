package org.openbeat.app.desk;

import java.time.Instant;
import org.openbeat.app.desk.spi.UrgentReports;
import org.openbeat.app.desk.spi.UrgentReports.UrgentReport;
import org.openbeat.app.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands what cannot wait to whoever answers it; a desk that runs alone has nobody to hand it to. */
@Component
class UrgentDoor {
    private final Categories categories;
    private final ObjectProvider<UrgentReports> responders;

    UrgentDoor(Categories categories, ObjectProvider<UrgentReports> responders) {
        this.categories = categories;
        this.responders = responders;
    }

    void open(Report report, Actor actor, Instant at) {
        var urgency = categories.get(report.category()).urgency();
        if (urgency == null) {
            return;
        }
        var where = report.content().where();
        var urgent = new UrgentReport(
                report.id(),
                report.reference(),
                urgency.incidentType(),
                urgency.priority(),
                report.responsible().agency(),
                report.responsible().beat(),
                where.point(),
                where.text(),
                where.approximate() || report.content().outside(),
                report.content().description());
        responders.ifAvailable(responder -> responder.open(urgent, actor, at));
    }
}
