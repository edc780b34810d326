-- What the board showed: every row as it was handed to the screens, with the number of the feed under which it was. From
-- it the board of any moment is put together again, as it was seen and not as it is now known to have been.
create table shown (
    subject uuid not null,
    sequence bigint not null,
    kind text not null check (kind in ('INCIDENT', 'UNIT')),
    -- When it was handed to the screens.
    at timestamptz not null,
    -- The row as JSON, byte for byte.
    content text not null,
    primary key (subject, sequence)
);
create index shown_at on shown (at);

alter table shown enable row level security;
create policy for_system on shown to openbeat_system using (true) with check (true);
create policy for_person on shown for select to openbeat_app using (
    exists (select from dispatch.incident i where i.id = subject)
    or exists (select from dispatch.unit u where u.id = subject));
