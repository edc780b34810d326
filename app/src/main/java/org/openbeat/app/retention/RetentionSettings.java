package org.openbeat.app.retention;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about retention.
 *
 * @param list file to which every erasure is appended, so that it can be done again after an older backup was restored;
 *     empty for {@code erasures.log} in the data folder. Keep a copy of it where the backups are not
 * @param longestHold a legal hold ends after this time at the latest, and is set anew if it is still needed
 * @param mostAtOnce how many things of a kind one run of the schedules erases
 */
@ConfigurationProperties("openbeat.retention")
record RetentionSettings(
        @Nullable Path list,
        @DefaultValue("730d") Duration longestHold,
        @DefaultValue("1000") int mostAtOnce) {}
