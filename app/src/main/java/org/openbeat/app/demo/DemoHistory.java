package org.openbeat.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.openbeat.app.access.Access;
import org.openbeat.app.desk.Accepted;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.Outcome;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.engine.city.Address;
import org.openbeat.engine.city.DemoCity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets three weeks pass: reports come in, officers and crews answer them, residents say what they think of it. */
@Component
@Profile("demo")
class DemoHistory {
    private final DemoClock clock;
    private final ObjectProvider<DemoCity> city;
    private final Access access;
    private final Desk desk;
    private final Surveys surveys;
    private final PastResponse response;
    private final OpenbeatSettings settings;

    /** Something that happened at an instant. */
    private record Act(Instant at, Runnable what) {}

    DemoHistory(
            DemoClock clock,
            ObjectProvider<DemoCity> city,
            Access access,
            Desk desk,
            Surveys surveys,
            PastResponse response,
            OpenbeatSettings settings) {
        this.clock = clock;
        this.city = city;
        this.access = access;
        this.desk = desk;
        this.surveys = surveys;
        this.response = response;
        this.settings = settings;
    }

    /** When the earliest report came in. */
    Instant beginning() {
        return PastReport.all().stream()
                .map(this::receivedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    void happen() {
        var addresses = city.getObject().addresses();
        var acts = new ArrayList<Act>();
        for (var past : PastReport.all()) {
            acts.addAll(acts(past, place(past, addresses)));
        }
        acts.sort(Comparator.comparing(Act::at));
        for (var act : acts) {
            clock.moveTo(act.at());
            act.what().run();
        }
    }

    private List<Act> acts(PastReport past, Address place) {
        var received = receivedAt(past);
        var report = new NewReport(
                past.category(),
                past.words(),
                new Whereabouts(
                        place.number() + " " + place.street(),
                        new GeoPoint(
                                place.position().latitude(), place.position().longitude()),
                        Whereabouts.Source.ADDRESS,
                        false,
                        past.beat()),
                null,
                past.answers(),
                List.of(),
                Contact.NONE,
                past.language(),
                Channel.WEB,
                true);
        if (past.isUrgent()) {
            return List.of(new Act(received, () -> respond(past, report)));
        }
        var acts = new ArrayList<>(List.of(new Act(received, () -> desk.submit(Actor.RESIDENT, report, key(past)))));
        past.answeredAfter().ifPresent(after -> {
            acts.add(new Act(received.plus(after.dividedBy(3)), () -> take(past)));
            acts.add(new Act(received.plus(after), () -> answer(past)));
            acts.add(new Act(received.plus(after).plus(Duration.ofHours(3)), () -> survey(past)));
        });
        return acts;
    }

    private void respond(PastReport past, NewReport report) {
        var accepted = desk.submit(Actor.RESIDENT, report, key(past));
        if (!accepted.again()) {
            response.respond(past);
            survey(past);
        }
    }

    private void take(PastReport past) {
        desk.change(officer(past), accepted(past).report(), new Change.TakeOn());
    }

    private void answer(PastReport past) {
        var outcome = Outcome.of(past.outcome()).orElseThrow();
        desk.change(officer(past), accepted(past).report(), new Change.Resolve(outcome, "", false));
    }

    private void survey(PastReport past) {
        var report = accepted(past).report();
        if (PastReport.isGiven(past.solved())) {
            surveys.answer(report, Surveys.Question.SOLVED, Surveys.Answer.valueOf(past.solved()));
        }
        if (PastReport.isGiven(past.treated())) {
            surveys.answer(report, Surveys.Question.TREATED, Surveys.Answer.valueOf(past.treated()));
        }
    }

    private Accepted accepted(PastReport past) {
        return desk.find(Actor.RESIDENT, key(past)).orElseThrow();
    }

    /** The officer of the beat, or the commander where the desk gave the report to somebody else. */
    private Actor officer(PastReport past) {
        var responsible = accepted(past).agency();
        return access.find("beat." + past.beat())
                .filter(officer -> officer.agency() != null && responsible.isWithin(officer.agency()))
                .or(() -> access.find(DemoPerson.COMMANDER.userName()))
                .orElseThrow();
    }

    /** The same line has the same key, so a first start that was cut off may be begun again. */
    private static SubmissionKey key(PastReport past) {
        var name = "demo history, line " + past.line();
        return new SubmissionKey(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private Instant receivedAt(PastReport past) {
        return clock.real()
                .atZone(settings.zone())
                .toLocalDate()
                .minusDays(past.daysAgo())
                .atStartOfDay(settings.zone())
                .toInstant()
                .plus(past.timeOfDay());
    }

    /** One of the addresses of the beat: another one for each line. */
    private static Address place(PastReport past, List<Address> addresses) {
        var here = addresses.stream()
                .filter(address -> address.beat().equals(past.beat().value()))
                .toList();
        return here.get((past.line() * 37 + 11) % here.size());
    }
}
