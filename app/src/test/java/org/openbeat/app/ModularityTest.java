package org.openbeat.app;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void arrows_between_modules_only_point_down_and_internals_stay_closed() {
        ApplicationModules.of(Openbeat.class).verify();
    }
}
