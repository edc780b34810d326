-- What partners sent of incidents, with all that we do not know: the newest of each.
create table received_eido (
    partner text not null,
    -- The partner's own identifier of the incident.
    eido text not null,
    incident uuid not null references incident (id),
    -- Null once it was erased: that it came stays.
    document jsonb,
    first_at timestamptz not null,
    at timestamptz not null,
    primary key (partner, eido)
);
create index received_eido_incident on received_eido (incident);

alter table received_eido enable row level security;
create policy for_system on received_eido to openbeat_system using (true) with check (true);
create policy for_person on received_eido for select to openbeat_app using (
    exists (select from dispatch.incident i where i.id = incident));
