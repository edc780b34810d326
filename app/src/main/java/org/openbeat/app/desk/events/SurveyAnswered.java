package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Whoever sent a report answered one of the two questions about it. */
public record SurveyAnswered(ReportId report, String question, String answer, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "desk.survey-answered";
    }

    @Override
    public Subject subject() {
        return new Subject("report", report.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("question", question, "answer", answer);
    }
}
