package org.openbeat.app.access.purpose;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about purposes for reading the data of persons.
 *
 * @param lasts so long a purpose opens records; then it must be stated anew
 * @param most so many different records one purpose opens; then it must be stated anew
 * @param justifyWithin so long whoever broke the glass has to justify it
 * @param afterClosing so long those who worked on something still read it without a purpose once it is closed
 * @param repeat a second reading of the same open incident within this time is not written down again
 */
@ConfigurationProperties("openbeat.access.purpose")
record PurposeSettings(
        @DefaultValue("30m") Duration lasts,
        @DefaultValue("25") int most,
        @DefaultValue("24h") Duration justifyWithin,
        @DefaultValue("1h") Duration afterClosing,
        @DefaultValue("30m") Duration repeat) {}
