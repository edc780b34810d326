package org.openbeat.app.desk.survey;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.events.SurveyAnswered;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The survey: was it dealt with, and were you treated fairly? One a report, however often it is closed. */
@Service
public class Surveys {
    private final JdbcSurveys store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Surveys(JdbcSurveys store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Asks, unless this report was asked about before. */
    @Transactional
    public void ask(ReportId report, String category, AgencyId agency, @Nullable BeatCode beat, Instant at) {
        store.ask(report, category, agency, beat, at);
    }

    public Optional<Survey> find(ReportId report) {
        return store.find(report);
    }

    /** Records one answer; the first answer to a question stands. Returns whether this one was the first. */
    @Transactional
    public boolean answer(ReportId report, Question question, Answer answer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.answer(report, question, answer, now)) {
            return false;
        }
        events.publishEvent(new SurveyAnswered(report, question.name(), answer.name(), Actor.RESIDENT, now));
        return true;
    }

    /** Answers that count for a beat since an instant. */
    public Totals totals(BeatCode beat, Instant since) {
        return store.totals(beat, since);
    }

    /** The two questions. */
    public enum Question {
        SOLVED,
        TREATED
    }

    /** What may be answered to either. */
    public enum Answer {
        YES,
        PARTLY,
        NO
    }

    /** What was asked about one report, and what was answered so far. */
    public record Survey(
            ReportId report,
            @Nullable Answer solved,
            @Nullable Answer treated) {

        public boolean isComplete() {
            return solved != null && treated != null;
        }
    }

    /**
     * Answers added up.
     *
     * @param asked surveys that were offered
     * @param solved answers to the first question
     * @param treated answers to the second
     */
    public record Totals(int asked, Counts solved, Counts treated) {}

    /** How often each answer was given. */
    public record Counts(int yes, int partly, int no) {

        public int total() {
            return yes + partly + no;
        }
    }
}
