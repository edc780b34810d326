package org.openbeat.app.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method works under {@link RowScope#system}, from before its transaction begins. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SystemScope {

    /** What work that is, and what stands in for the second lock there. */
    String value();
}
