package org.openbeat.app.kernel;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets once for the whole installation.
 *
 * @param organisation name of the organisation as residents read it
 * @param emergencyNumber the number to call when someone is in danger now
 * @param zone time zone of the place; instants are stored in UTC and shown in this zone
 * @param agency id of the agency at the root of the tree: the first start makes it, the boundaries that are imported
 *     are its own, and it answers where no other is responsible
 * @param data folder of everything that must survive: embedded database, photos, log key, maps
 * @param baseUrl address under which residents reach this server, without a trailing slash; where it is not set, this
 *     machine's with the port of {@code server.port}
 * @param databaseUrl JDBC address of an external PostgreSQL (with user and password in it); empty starts the embedded
 *     one
 * @param command what the process does: {@code serve}, or the name of a one-off command that ends
 * @param argument what the one-off command works on, such as the file to import; empty when it needs nothing
 */
@ConfigurationProperties("openbeat")
public record OpenbeatSettings(
        @DefaultValue("Openbeat") String organisation,
        @DefaultValue("112") String emergencyNumber,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("city") AgencyId agency,
        @DefaultValue("data") Path data,
        @DefaultValue("http://127.0.0.1:8080") String baseUrl,
        @Nullable String databaseUrl,
        @DefaultValue("serve") String command,
        @DefaultValue("") String argument) {}
