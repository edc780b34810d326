-- The second lock. The first is access.policy, and says more (roles, categories); here a person sees by agency, sharing,
-- beat, assignment and name alone, so that a query that forgets the first lock shows nothing of another agency.
create function is_within(a text, b text) returns boolean language sql immutable parallel safe as $$
    select a = b or starts_with(a, b || '/')
$$;

alter table report enable row level security;
create policy for_system on report to openbeat_system using (true) with check (true);
create policy for_person on report for select to openbeat_app using (
    named is null and (
        is_within(agency, (select current_setting('openbeat.agency', true)))
        or (shared_with <> '{}' and exists (select from unnest(shared_with) s (with_agency)
            where is_within(with_agency, (select current_setting('openbeat.agency', true)))))
        or beat = any (array(select o.beat from desk.beat_officer o
            where o.account = (select current_setting('openbeat.account', true)) and o.until is null)))
    or (select current_setting('openbeat.account', true)) = any (named)
    or officer = (select current_setting('openbeat.account', true)));
create policy for_person_to_lock on report for update to openbeat_app using (true) with check (false);

-- What hangs on a report is seen with it.
do $$
declare
    part text;
begin
    foreach part in array array['entry', 'opening', 'follower', 'photo', 'survey'] loop
        execute format('alter table desk.%I enable row level security', part);
        execute format('create policy for_system on desk.%I to openbeat_system using (true) with check (true)', part);
        execute format('create policy for_person on desk.%I for select to openbeat_app using '
            '(exists (select from desk.report r where r.id = report))', part);
    end loop;
end $$;
create policy for_person_to_open on opening for insert to openbeat_app with check (
    exists (select from desk.report r where r.id = report)
    and account = (select current_setting('openbeat.account', true)));
