package org.openbeat.app.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/** The people of the demo, with names that nobody has. */
record DemoPerson(String userName, String name, String agency, Role role) {

    /** One password for all of them; it opens nothing but a demo. */
    static final String PASSWORD = "linden-demo";

    static final DemoPerson CALL_TAKER = new DemoPerson("call.taker", "Cora Callwell", "city", Role.CALL_TAKER);
    static final DemoPerson DISPATCHER = new DemoPerson("dispatcher", "Dina Dispatchette", "city", Role.DISPATCHER);
    static final DemoPerson COMMANDER = new DemoPerson("commander", "Ada Commandry", "city", Role.COMMANDER);

    private static final List<DemoPerson> OFFICES = List.of(
            CALL_TAKER,
            DISPATCHER,
            new DemoPerson("second.dispatcher", "Drago Dispatchovic", "city", Role.DISPATCHER),
            COMMANDER,
            new DemoPerson("chief.central", "Charles Chiefson", "city/central", Role.STATION_CHIEF),
            new DemoPerson("chief.heath", "Hedwig Heathchief", "city/heath", Role.STATION_CHIEF),
            new DemoPerson("chief.southbank", "Sven Southchief", "city/southbank", Role.STATION_CHIEF),
            new DemoPerson("chief.meadows", "Maud Meadowchief", "city/meadows", Role.STATION_CHIEF),
            new DemoPerson("case.officer", "Casimir Casey-File", "city", Role.CASE_OFFICER),
            new DemoPerson("legal.reviewer", "Lena Lawbook", "city", Role.LEGAL_REVIEWER),
            new DemoPerson("press.officer", "Petra Pressley-Note", "city", Role.PRESS_OFFICER),
            new DemoPerson("analyst", "Anton Analysand", "city", Role.ANALYST),
            new DemoPerson("oversight", "Olga Oversightly", "oversight", Role.OVERSIGHT),
            new DemoPerson("second.oversight", "Otto Overlook", "oversight", Role.OVERSIGHT),
            new DemoPerson("admin", "Alma Adminova", "city", Role.ADMINISTRATOR));

    /** The officer of each beat, by the beat's code. */
    private static final List<DemoPerson> BEATS = List.of(
            beat("101", "Tilda Oldtownley", "central"),
            beat("102", "Wim Weaverfield", "central"),
            beat("103", "Rosa Railwayman", "central"),
            beat("104", "Lino Lindencourt", "central"),
            beat("201", "Wanda Westheath", "heath"),
            beat("202", "Hugo Highheath", "heath"),
            beat("203", "Edda Eastheath", "heath"),
            beat("301", "Milo Millreach", "southbank"),
            beat("302", "Sora Southbanks", "southbank"),
            beat("303", "Pia Portsider", "southbank"),
            beat("401", "Willa Westmeadow", "meadows"),
            beat("402", "Lars Longmeadow", "meadows"),
            beat("403", "Sally Saltmeadow", "meadows"));

    static List<DemoPerson> offices() {
        return OFFICES;
    }

    static List<DemoPerson> beatOfficers() {
        return BEATS;
    }

    /** Who drives a unit signs in with its call sign. */
    static DemoPerson crewOf(DemoUnit unit) {
        return new DemoPerson("crew." + unit.callSign(), unit.driver(), unit.agency(), Role.PATROL_OFFICER);
    }

    static Stream<DemoPerson> all() {
        return Stream.of(OFFICES.stream(), BEATS.stream(), DemoUnit.ALL.stream().map(DemoPerson::crewOf))
                .flatMap(people -> people);
    }

    private static DemoPerson beat(String code, String name, String district) {
        return new DemoPerson("beat." + code, name, "city/" + district, Role.COMMUNITY_OFFICER);
    }

    /** The code of the beat whose officer this is. */
    String beat() {
        return userName.substring(userName.indexOf('.') + 1);
    }

    NewAccount account() {
        return new NewAccount(userName, name, PASSWORD, new AgencyId(agency), Set.of(role));
    }
}
