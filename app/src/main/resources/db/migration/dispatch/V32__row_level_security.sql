-- The second lock for what is read; commands are done under the system's scope, after Duties has let the person in.

-- Read with the owner's eyes: a policy that asked the tables would ask itself.
create function unit_of(person text) returns uuid language sql stable security definer
    set search_path = pg_catalog as $$
    select c.unit from dispatch.crew c where c.account = person and c.until is null
$$;
create function incidents_of(person text) returns uuid[] language sql stable security definer
    set search_path = pg_catalog as $$
    select array_agg(a.incident) from dispatch.crew c join dispatch.assignment a on a.unit = c.unit
    where c.account = person and c.until is null
$$;

-- "Not visible" is never silent: how many are open, and that there is one of this id, is no secret among rooms (R-21).
create function count_open() returns bigint language sql stable security definer set search_path = pg_catalog as $$
    select count(*) from dispatch.incident where status <> 'CLOSED'
$$;
create function hidden_incident(incident uuid) returns table (number text, restricted boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select i.number, i.named is not null from dispatch.incident i where i.id = $1
$$;

-- What the line of an incident tells of the units on it, whosever they are. Belongs to the owner, so whoever sees the
-- incident sees it; nothing in it is about a person.
create view on_incident as
    select a.id, a.incident, a.unit, u.call_sign, u.agency, a.stage, a.place, a.assigned_at, a.started_at,
        a.acknowledged_at, a.en_route_at, a.on_scene_at, a.transporting_at, a.ended_at, a.estimate_seconds,
        a.estimate_by_road
    from assignment a join unit u on u.id = a.unit;

alter table incident enable row level security;
create policy for_system on incident to openbeat_system using (true) with check (true);
create policy for_person on incident for select to openbeat_app using (
    named is null and (
        related(agency, (select current_setting('openbeat.agency', true)))
        or (shared_with <> '{}' and exists (select from unnest(shared_with) s (with_agency)
            where within(with_agency, (select current_setting('openbeat.agency', true))))))
    or (select current_setting('openbeat.account', true)) = any (named)
    or id = any ((select incidents_of(current_setting('openbeat.account', true)))::uuid[]));

alter table unit enable row level security;
create policy for_system on unit to openbeat_system using (true) with check (true);
create policy for_person on unit for select to openbeat_app using (
    related(agency, (select current_setting('openbeat.agency', true)))
    or id = (select unit_of(current_setting('openbeat.account', true))));

-- What hangs on an incident is seen with it, what hangs on a unit with that.
do $$
declare
    part text;
begin
    foreach part in array array['call', 'log_entry', 'incident_report', 'assignment'] loop
        execute format('alter table dispatch.%I enable row level security', part);
        execute format('create policy for_system on dispatch.%I to openbeat_system using (true) with check (true)', part);
        execute format('create policy for_person on dispatch.%I for select to openbeat_app using '
            '(exists (select from dispatch.incident i where i.id = incident))', part);
    end loop;
    foreach part in array array['crew', 'last_position', 'device'] loop
        execute format('alter table dispatch.%I enable row level security', part);
        execute format('create policy for_system on dispatch.%I to openbeat_system using (true) with check (true)', part);
        execute format('create policy for_person on dispatch.%I for select to openbeat_app using '
            '(exists (select from dispatch.unit u where u.id = unit))', part);
    end loop;
end $$;
create policy of_the_unit on assignment for select to openbeat_app using (
    exists (select from dispatch.unit u where u.id = unit));
