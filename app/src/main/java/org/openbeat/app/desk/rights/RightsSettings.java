package org.openbeat.app.desk.rights;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organisation's service standards for requests about one's own data, and how a copy is handed out. The defaults are
 * no legal limits: set what the law of the place asks for.
 *
 * @param copyWithin a request for a copy is answered within this time
 * @param correctionWithin a correction is answered within this time
 * @param erasureWithin a request for erasure is answered within this time
 * @param copyAvailable how long a copy can be fetched by the secret link once it was granted
 * @param pdfFont a font file with the characters of every language (a collection as {@code file.ttc,2}); empty takes
 *     Noto Sans CJK where the system has it, and otherwise names a font that the reader's program must have
 */
@ConfigurationProperties("openbeat.rights")
record RightsSettings(
        @DefaultValue("14d") Duration copyWithin,
        @DefaultValue("7d") Duration correctionWithin,
        @DefaultValue("21d") Duration erasureWithin,
        @DefaultValue("14d") Duration copyAvailable,
        @Nullable Path pdfFont) {}
