package org.openbeat.app.web;

import java.util.Set;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;

/**
 * An entry of the navigation that a module contributes as a bean.
 *
 * @param order position, lower first
 * @param messageKey key of the text in the module's messages; {@code <key>.about} tells staff what they find there
 * @param path where it leads
 * @param roles staff who see it; empty for an entry of the public navigation
 */
public record NavigationItem(int order, String messageKey, String path, Set<Role> roles) {

    public NavigationItem {
        roles = Set.copyOf(roles);
    }

    public static NavigationItem forEveryone(int order, String messageKey, String path) {
        return new NavigationItem(order, messageKey, path, Set.of());
    }

    public static NavigationItem forStaff(int order, String messageKey, String path, Role... roles) {
        return new NavigationItem(order, messageKey, path, Set.of(roles));
    }

    boolean isPublic() {
        return roles.isEmpty();
    }

    boolean isFor(Actor actor) {
        return roles.stream().anyMatch(actor::has);
    }
}
