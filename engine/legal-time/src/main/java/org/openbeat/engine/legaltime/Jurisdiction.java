package org.openbeat.engine.legaltime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where a law applies, with the zone in which its days are counted. The zone of the machine never matters.
 *
 * @param id such as {@code cn}, {@code gb-eng}, {@code us-ca}
 * @param zone a region of the tz database, since an offset knows no summer time
 */
public record Jurisdiction(String id, ZoneId zone) {

    /** China has one zone; from 1986 to 1991 it had summer time. */
    public static final Jurisdiction CHINA = new Jurisdiction("cn", ZoneId.of("Asia/Shanghai"));

    public static final Jurisdiction ENGLAND_AND_WALES = new Jurisdiction("gb-eng", ZoneId.of("Europe/London"));

    public static final Jurisdiction CALIFORNIA = new Jurisdiction("us-ca", ZoneId.of("America/Los_Angeles"));

    public Jurisdiction {
        if (zone instanceof ZoneOffset) {
            throw new IllegalArgumentException("""
                    The zone of %s is the offset %s, which knows no summer time.
                    Maybe it is a region such as Asia/Shanghai.""".formatted(id, zone));
        }
    }

    /** The civil date here at an instant. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /**
     * The instant of a time that was written down without an offset. Of an hour that happens twice it is the first; a
     * time that the clocks skip is moved on by the skipped hour.
     */
    public Instant instantOf(LocalDateTime local) {
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
