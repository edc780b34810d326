-- Whether the crews at an incident are well, asked by itself from time to time.
create table roll_call (
    id uuid primary key,
    incident uuid not null references incident (id),
    at timestamptz not null,
    -- Units on the incident that were not asked, by call sign, with the stage that is the reason.
    excluded jsonb not null default '{}'
);
create index roll_call_incident on roll_call (incident, at desc);

create table roll_call_unit (
    id uuid primary key,
    roll_call uuid not null references roll_call (id),
    unit uuid not null references unit (id),
    answered_at timestamptz,
    answered_by text,
    answered_by_name text,
    unique (roll_call, unit),
    check ((answered_at is null) = (answered_by is null))
);
create index roll_call_unit_open on roll_call_unit (unit) where answered_at is null;

alter table roll_call enable row level security;
create policy for_system on roll_call to openbeat_system using (true) with check (true);
create policy for_person on roll_call for select to openbeat_app using (
    exists (select from dispatch.incident i where i.id = incident));
alter table roll_call_unit enable row level security;
create policy for_system on roll_call_unit to openbeat_system using (true) with check (true);
create policy for_person on roll_call_unit for select to openbeat_app using (
    exists (select from dispatch.roll_call r where r.id = roll_call));
