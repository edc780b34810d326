package org.openbeat.app.places;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.openbeat.app.TestPostgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application with a database and a data folder of its own: these tests change the map and the boundaries, which
 * every other test may rely on.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "openbeat.data=target/test-data-places")
@ContextConfiguration(initializers = TestPostgres.class)
@ActiveProfiles("test")
public @interface PlacesTest {}
