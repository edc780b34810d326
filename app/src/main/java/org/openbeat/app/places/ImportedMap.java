package org.openbeat.app.places;

import java.time.Instant;
import java.util.UUID;

/**
 * A map in use.
 *
 * @param id of this import
 * @param name of the file it came from
 * @param fingerprint SHA-256 of the file, hexadecimal
 * @param bounds the area it covers
 * @param importedAt when it was taken over
 */
public record ImportedMap(UUID id, String name, String fingerprint, GeoBounds bounds, Instant importedAt) {}
