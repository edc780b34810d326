package org.openbeat.app.disclosure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.NearestAddress;
import org.openbeat.app.places.Places;
import org.springframework.stereotype.Component;

/** Names a block by the street nearest to its middle: never by a house, which would look like the one reported. */
@Component
class BlockNames {
    private static final double FARTHEST_METRES = 200;

    private final Places places;
    private final Cache<GeoPoint, Optional<String>> names = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    BlockNames(Places places) {
        this.places = places;
    }

    @Nullable
    String street(@Nullable GeoPoint block) {
        return block == null ? null : names.get(block, this::find).orElse(null);
    }

    private Optional<String> find(GeoPoint block) {
        return places.nearestAddress(block)
                .filter(nearest -> nearest.metres() <= FARTHEST_METRES)
                .map(NearestAddress::label)
                .map(BlockNames::withoutHouse)
                .filter(name -> !name.isBlank());
    }

    /** "12 Mill Lane", "12a Mill Lane", "Rue Haute 7", "建设路12号": the number goes. */
    static String withoutHouse(String label) {
        return label.replaceFirst("^\\d+\\p{L}?([-/]\\d+\\p{L}?)?[\\s,]+", "")
                .replaceFirst("[\\s,]+\\d+\\p{L}?([-/]\\d+\\p{L}?)?$", "")
                .replaceFirst("\\d+号$", "")
                .strip();
    }
}
