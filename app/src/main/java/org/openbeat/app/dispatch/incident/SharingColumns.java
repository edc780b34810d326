package org.openbeat.app.dispatch.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;

/** Reads with whom an incident is shared and to whom it is limited. */
public final class SharingColumns {

    private SharingColumns() {}

    public static Set<AgencyId> sharedWith(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("shared_with").getArray())
                .map(AgencyId::new)
                .collect(Collectors.toSet());
    }

    public static @Nullable Set<String> named(ResultSet row) throws SQLException {
        var named = row.getArray("named");
        return named == null ? null : Set.of((String[]) named.getArray());
    }
}
