package org.openbeat.app.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about proving who one is.
 *
 * @param recent a dangerous act is done without asking again for so long after signing in or confirming it
 */
@ConfigurationProperties("openbeat.sign-in")
record SignInSettings(@DefaultValue("10m") Duration recent) {}
