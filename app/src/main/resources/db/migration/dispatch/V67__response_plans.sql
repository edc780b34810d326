-- Which units go to which incident, as each agency has said it; a plan that was in force once stays readable.
create table response_plan (
    id uuid primary key,
    agency text not null,
    version int not null check (version > 0),
    text text not null,
    note text not null,
    published_at timestamptz not null,
    published_by text not null,
    published_by_name text not null,
    unique (agency, version)
);

create function keep_response_plan() returns trigger language plpgsql as $$
begin
    raise exception 'a response plan is never changed: publish the next version';
end $$;
create trigger keep_response_plan before update or delete on response_plan
    for each row execute function keep_response_plan();

alter table response_plan enable row level security;
create policy for_system on response_plan to openbeat_system using (true) with check (true);
create policy for_person on response_plan for select to openbeat_app using (
    agency = (select current_setting('openbeat.agency', true))
    or starts_with(agency, (select current_setting('openbeat.agency', true) || '/'))
    or starts_with((select current_setting('openbeat.agency', true)), agency || '/'));

-- How much work each unit had, and how long work usually takes.
create index assignment_of_unit on assignment (unit, ended_at);
create index assignment_ended on assignment (ended_at);
