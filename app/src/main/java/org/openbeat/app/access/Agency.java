package org.openbeat.app.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;

/**
 * An agency of the tree.
 *
 * @param nameZh its name in Chinese, where it has one
 */
public record Agency(AgencyId id, String name, @Nullable String nameZh) {

    public String nameIn(Locale language) {
        return nameZh != null && language.getLanguage().equals("zh") ? nameZh : name;
    }
}
