package org.openbeat.engine.response.roads;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.util.PointList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.response.Area;
import org.openbeat.engine.response.Point;

/** A street of 572 m from west to east. */
class ShapeTest {
    private static final PointList STREET = new PointList();

    static {
        STREET.add(50.000, 8.000);
        STREET.add(50.000, 8.008);
    }

    @Test
    void a_circle_touches_a_street_between_its_ends_and_no_street_beside_it() {
        assertThat(touches(circle(50.000, 8.005, 20))).isTrue();
        assertThat(touches(circle(50.0001, 8.003, 20))).isTrue();
        assertThat(touches(circle(50.0003, 8.003, 20))).isFalse();
        assertThat(touches(circle(50.000, 8.0081, 20))).isTrue();
        assertThat(touches(circle(50.000, 8.009, 20))).isFalse();
    }

    @Test
    void a_polygon_touches_what_lies_in_it_and_what_crosses_it() {
        assertThat(touches(square(49.999, 7.999, 50.001, 8.009))).isTrue();
        assertThat(touches(square(49.999, 8.003, 50.001, 8.004))).isTrue();
        assertThat(touches(square(50.0001, 8.003, 50.001, 8.004))).isFalse();
    }

    private static boolean touches(Area area) {
        return Shape.of(area).touches(STREET);
    }

    private static Area circle(double latitude, double longitude, double metres) {
        return new Area.Circle(new Point(latitude, longitude), metres);
    }

    private static Area square(double south, double west, double north, double east) {
        return new Area.Polygon(List.of(
                new Point(south, west), new Point(south, east), new Point(north, east), new Point(north, west)));
    }
}
