package org.openbeat.app.demo;

import java.time.Duration;
import java.util.List;
import org.openbeat.app.access.Access;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.desk.open311.Partners;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.partners.PartnerSystems;
import org.openbeat.app.partners.delivery.EventTypes;
import org.openbeat.app.partners.delivery.Subscriptions;
import org.openbeat.app.partners.events.PartnerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills an empty installation at its first start, before it says that it is ready; a start that was cut off is begun
 * again where it stopped. At every start the units come on duty.
 */
@Component
@Profile("demo")
class DemoSeed implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final AgencyId POLICE = new AgencyId("city");
    private static final Duration SHIFT = Duration.ofHours(12);

    /** An agency: its id, its name, its name in Chinese. */
    private record Agency(String id, String name, String nameZh) {}

    private static final List<Agency> AGENCIES = List.of(
            new Agency("city", "Lindenport City Police", "林登港市警察局"),
            new Agency("city/central", "Central District", "中心分局"),
            new Agency("city/heath", "Heath District", "荒原分局"),
            new Agency("city/southbank", "Southbank District", "南岸分局"),
            new Agency("city/meadows", "Meadows District", "草甸分局"),
            new Agency("lights", "Lindenport Street Lighting Office", "林登港路灯管理处"),
            new Agency("oversight", "Lindenport Police Oversight Board", "林登港警务监督委员会"));

    private final Access access;
    private final Dispatch dispatch;
    private final DemoPlaces places;
    private final DemoHistory history;
    private final DemoClock clock;
    private final Positions positions;
    private final BeatOfficers officers;
    private final Partners partners;
    private final PartnerSystems systems;
    private final Subscriptions subscriptions;
    private final DemoSignIns signIns;
    private final Identifiers identifiers;

    DemoSeed(
            Access access,
            Dispatch dispatch,
            DemoPlaces places,
            DemoHistory history,
            DemoClock clock,
            Positions positions,
            BeatOfficers officers,
            Partners partners,
            PartnerSystems systems,
            Subscriptions subscriptions,
            DemoSignIns signIns,
            Identifiers identifiers) {
        this.access = access;
        this.dispatch = dispatch;
        this.places = places;
        this.history = history;
        this.clock = clock;
        this.positions = positions;
        this.officers = officers;
        this.partners = partners;
        this.systems = systems;
        this.subscriptions = subscriptions;
        this.signIns = signIns;
        this.identifiers = identifiers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        RowScope.system("makes up a city with all its agencies").run(this::make);
    }

    private void make() {
        if (signIns.areMissing()) {
            var started = clock.real();
            try {
                fill();
            } finally {
                clock.catchUp();
            }
            signIns.write();
            LOG.info(
                    "Lindenport is there, after {} ms.",
                    Duration.between(started, clock.instant()).toMillis());
        }
        beginShift();
    }

    private void fill() {
        clock.moveTo(history.beginning().minus(Duration.ofDays(2)));
        if (access.find(DemoPerson.COMMANDER.userName()).isEmpty()) {
            AGENCIES.forEach(agency ->
                    access.addAgency(Actor.SYSTEM, new AgencyId(agency.id()), agency.name(), agency.nameZh()));
        }
        DemoPerson.all()
                .filter(person -> access.find(person.userName()).isEmpty())
                .parallel() // Hashing a password is slow on purpose.
                .forEach(person -> access.openAccount(Actor.SYSTEM, person.account()));
        places.importAll(POLICE, clock.instant());
        appointOfficers();
        issuePartnerKey();
        var commander = access.find(DemoPerson.COMMANDER.userName()).orElseThrow();
        DemoUnit.ALL.stream()
                .filter(unit -> dispatch.findUnit(Actor.SYSTEM, unit.callSign()).isEmpty())
                .forEach(unit -> dispatch.register(commander, unit.unit()));
        openFireBrigade();
        history.happen();
    }

    /** The street lighting office may send what its crews see. */
    private void issuePartnerKey() {
        if (signIns.partnerKeyIsMissing()) {
            var name = "lighting-office-" + identifiers.secret(4);
            signIns.writePartnerKey(partners.issue(Actor.SYSTEM, name, POLICE));
        }
    }

    /** A partner that fetches what it is told: whoever shows the demonstration need not set a receiver up. */
    private void openFireBrigade() {
        var fire = new AgencyId("lindenport-fire");
        access.addAgency(Actor.SYSTEM, fire, "Lindenport Fire Brigade", "菩提港消防队");
        var partner = new PartnerName("lindenport-fire");
        var administrator = access.find("admin").orElseThrow(); // Partners are let in by a person.
        systems.open(administrator, partner, fire, POLICE, false);
        var types = List.of("dispatch.incident-opened", "dispatch.unit-arrived", "dispatch.incident-closed");
        subscriptions.open(
                administrator,
                partner,
                new Subscriptions.Wanted("", types, List.copyOf(EventTypes.fields(types)), false, ""));
    }

    private void appointOfficers() {
        for (var person : DemoPerson.beatOfficers()) {
            var beat = new BeatCode(person.beat());
            var agency = new AgencyId(person.agency());
            var chief = access.find("chief." + person.agency().replaceFirst("^.*/", ""))
                    .orElseThrow();
            var officer = access.find(person.userName()).orElseThrow();
            if (officers.of(beat).isEmpty()) {
                officers.appoint(chief, beat, agency, officer.id(), person.name());
            }
        }
    }

    private void beginShift() {
        for (var unit : DemoUnit.ALL) {
            var crew = access.find(DemoPerson.crewOf(unit).userName()).orElseThrow();
            var id = dispatch.findUnit(Actor.SYSTEM, unit.callSign()).orElseThrow();
            dispatch.perform(
                    crew,
                    new Command.SignOn(id, clock.instant().plus(SHIFT)),
                    new CommandKey(identifiers.next().toString()));
            positions.acceptFromCrew(crew, unit.standing(clock.instant()));
        }
    }
}
