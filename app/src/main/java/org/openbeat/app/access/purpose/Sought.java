package org.openbeat.app.access.purpose;

import java.util.List;
import java.util.Set;
import org.openbeat.app.kernel.Recordable.Subject;

/**
 * What is about to be read.
 *
 * @param subject the thing whose page is opened
 * @param label how people call it: a reference or a number; never a name
 * @param fields which data of persons it shows, in one word each: {@code contact}, {@code description}
 * @param concerns things besides it whose persons it tells of
 * @param persons whose data it is
 */
public record Sought(Subject subject, String label, Set<String> fields, List<Subject> concerns, List<Person> persons) {
    public Sought {
        fields = Set.copyOf(fields);
        concerns = List.copyOf(concerns);
        persons = List.copyOf(persons);
    }
}
