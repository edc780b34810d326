-- Firms that the room calls in turn, such as for towing: who is next is told by the list, and passing one over needs a
-- reason.
create table contractor (
    id uuid primary key,
    agency text not null,
    service text not null,
    name text not null,
    phone text not null,
    listed_at timestamptz not null,
    closed_at timestamptz
);
create index contractor_list on contractor (agency, service) where closed_at is null;

create table contractor_turn (
    id uuid primary key,
    contractor uuid not null references contractor (id),
    incident uuid not null references incident (id),
    -- Why it was passed over; null when it was called.
    skipped_because text,
    at timestamptz not null,
    by_id text not null,
    by_name text not null
);
create index contractor_turn_newest on contractor_turn (contractor, at desc);
create index contractor_turn_incident on contractor_turn (incident);

alter table contractor enable row level security;
create policy for_system on contractor to openbeat_system using (true) with check (true);
create policy for_person on contractor for select to openbeat_app using (
    agency = (select current_setting('openbeat.agency', true)));
alter table contractor_turn enable row level security;
create policy for_system on contractor_turn to openbeat_system using (true) with check (true);
create policy for_person on contractor_turn for select to openbeat_app using (
    exists (select from dispatch.incident i where i.id = incident));
