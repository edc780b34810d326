-- What the log has said about its own keys, in order: hand-overs and retirements, as signed notes. Public.
create table key_notice (
    number bigint primary key generated always as identity,
    note text not null,
    made_at timestamptz not null
);

create trigger key_notice_is_final before update or delete on key_notice for each row execute function refuse_change();
