package org.openbeat.app.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openbeat.app.dispatch.NewUnit;
import org.openbeat.app.dispatch.position.Fix;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;

/**
 * A unit of the demo.
 *
 * @param driver who signs in as its crew
 * @param latitude where it stands at the start, degrees WGS 84
 * @param longitude where it stands at the start, degrees WGS 84
 */
record DemoUnit(
        String callSign,
        String type,
        String district,
        Set<String> skills,
        String driver,
        double latitude,
        double longitude) {

    static final List<DemoUnit> ALL = List.of(
            unit("c1", "patrol-car", "central", Set.of("first-aid"), "Pavel Patrolov", 44.9984, -29.9985),
            unit("c2", "patrol-car", "central", Set.of("traffic"), "Greta Goby-Car", 45.0035, -30.0090),
            unit("c3", "motorcycle", "central", Set.of("traffic"), "Bruno Biker", 45.0062, -29.9975),
            unit("c4", "foot-patrol", "central", Set.of("first-aid"), "Fanny Footbeat", 45.0010, -30.0012),
            unit("c5", "patrol-car", "central", Set.of("first-aid", "dog"), "Conny Corner", 45.0020, -29.9880),
            unit("h1", "patrol-car", "heath", Set.of("first-aid"), "Henk Heathland", 45.0150, -30.0060),
            unit("h2", "patrol-car", "heath", Set.of(), "Holly Heather", 45.0140, -29.9900),
            unit("h3", "dog-team", "heath", Set.of("dog"), "Dario Dogwood", 45.0080, -30.0190),
            unit("s1", "patrol-car", "southbank", Set.of("first-aid"), "Sam Southerly", 44.9925, -29.9977),
            unit("s2", "patrol-car", "southbank", Set.of("traffic"), "Selma Sideroad", 44.9930, -30.0120),
            unit("s3", "bicycle", "southbank", Set.of("first-aid"), "Benno Bicycle", 44.9960, -29.9940),
            unit("m1", "patrol-car", "meadows", Set.of("first-aid"), "Mona Meadowgrass", 44.9850, -30.0040),
            unit("m2", "van", "meadows", Set.of(), "Vito Vanderwagon", 44.9870, -29.9900),
            unit("l1", "supervisor", "central", Set.of("first-aid"), "Lola Leadwell", 45.0000, -29.9950));

    private static DemoUnit unit(
            String callSign,
            String type,
            String district,
            Set<String> skills,
            String driver,
            double latitude,
            double longitude) {
        return new DemoUnit(callSign, type, district, skills, driver, latitude, longitude);
    }

    String agency() {
        return "city/" + district;
    }

    /** As its telephone says it. */
    Fix standing(Instant at) {
        return new Fix(new GeoPoint(latitude, longitude), 8.0, 0.0, null, at);
    }

    NewUnit unit() {
        return new NewUnit(callSign, type, new AgencyId(agency()), skills);
    }
}
