package org.openbeat.engine.legaltime.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Days as the tables, the fixed holidays of years without one, and the closings make them. */
record TabledDays(
        Set<DayOfWeek> weeklyRest, Map<Integer, YearTable> tables, List<FixedHoliday> fixed, List<Closing> closings)
        implements WorkingDayIndex.Days {

    @Override
    public Map<LocalDate, Boolean> exceptions(int year) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        var table = tables.get(year);
        if (table == null) {
            fixed.forEach(holiday -> holiday.in(year).forEach(date -> exceptions.put(date, false)));
        } else {
            table.worked().forEach(date -> exceptions.put(date, true));
            table.off().forEach(holiday -> holiday.days().forEach(date -> exceptions.put(date, false)));
        }
        closings.forEach(closing -> closing.in(year).forEach(date -> exceptions.put(date, false)));
        return exceptions;
    }
}
