package org.openbeat.app.demo;

import java.time.Clock;
import org.openbeat.engine.city.CityPlan;
import org.openbeat.engine.city.DemoCity;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    @Primary
    DemoClock demoClock(@Qualifier("clock") Clock system) {
        return new DemoClock(system);
    }

    /** Made only when it is needed: at the first start. */
    @Bean
    @Lazy
    DemoCity demoCity() {
        return DemoCity.generate(CityPlan.lindenport());
    }
}
