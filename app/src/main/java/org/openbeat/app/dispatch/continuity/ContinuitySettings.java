package org.openbeat.app.dispatch.continuity;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pack with which the room works on paper when the system is out.
 *
 * @param every how often the pack of each agency is written anew; zero switches the timer off
 * @param folder where the packs are written, for a printer or a share that does not need this server; empty takes
 *     {@code continuity} in the data folder
 * @param cards how many numbered blank cards a pack has
 * @param pdfFont a font file with the characters of every language (a collection as {@code file.ttc,2}); empty takes
 *     Noto Sans CJK where the system has it
 */
@ConfigurationProperties("openbeat.continuity")
public record ContinuitySettings(
        @DefaultValue("10m") Duration every,
        @Nullable Path folder,
        @DefaultValue("20") int cards,
        @Nullable Path pdfFont) {}
