-- A function of SQL whose argument comes from a subselect is called for each row instead of being taken in as an
-- expression, which costs fifty times as much.
alter policy for_person on incident using (
    named is null and (
        agency = (select current_setting('openbeat.agency', true))
        or starts_with(agency, (select current_setting('openbeat.agency', true) || '/'))
        or starts_with((select current_setting('openbeat.agency', true)), agency || '/')
        or (shared_with <> '{}' and exists (select from unnest(shared_with) s (with_agency)
            where with_agency = (select current_setting('openbeat.agency', true))
                or starts_with(with_agency, (select current_setting('openbeat.agency', true) || '/')))))
    or (select current_setting('openbeat.account', true)) = any (named)
    or id = any ((select incidents_of(current_setting('openbeat.account', true)))::uuid[]));
alter policy for_person on unit using (
    agency = (select current_setting('openbeat.agency', true))
    or starts_with(agency, (select current_setting('openbeat.agency', true) || '/'))
    or starts_with((select current_setting('openbeat.agency', true)), agency || '/')
    or id = (select unit_of(current_setting('openbeat.account', true))));
