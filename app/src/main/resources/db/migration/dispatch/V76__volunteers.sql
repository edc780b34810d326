-- People who come to help without an account: they check in and out at a code that hangs at the meeting point, and their
-- hours can be told afterwards.
create table volunteer_desk (
    id uuid primary key,
    incident uuid not null references incident (id),
    -- Behind the code; whoever has it may check in, and sees nobody else.
    secret text not null unique,
    place text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    opened_by_name text not null,
    closed_at timestamptz
);
create index volunteer_desk_incident on volunteer_desk (incident, opened_at);

create table volunteer_shift (
    id uuid primary key,
    desk uuid not null references volunteer_desk (id),
    secret text not null unique,
    name text not null,
    came_at timestamptz not null,
    left_at timestamptz,
    check (left_at >= came_at)
);
create index volunteer_shift_desk on volunteer_shift (desk, came_at);

alter table volunteer_desk enable row level security;
create policy for_system on volunteer_desk to openbeat_system using (true) with check (true);
create policy for_person on volunteer_desk for select to openbeat_app using (
    exists (select from dispatch.incident i where i.id = incident));
alter table volunteer_shift enable row level security;
create policy for_system on volunteer_shift to openbeat_system using (true) with check (true);
create policy for_person on volunteer_shift for select to openbeat_app using (
    exists (select from dispatch.volunteer_desk d where d.id = desk));
