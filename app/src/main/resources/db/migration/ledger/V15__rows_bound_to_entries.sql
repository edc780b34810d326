-- Beside acts, the queue takes which rows they changed: a statement-level trigger on every recorded table names them by
-- table and key. What the rows then hold is read and hashed by the sequencer, after the commit and for many acts at once.
alter table pending
    alter column entry drop not null,
    -- Whose work it was: rows and entries of one transaction belong together.
    add xact xid8 not null default pg_current_xact_id(),
    -- Proves that an Openbeat server wrote the entry, and not somebody who has only the database.
    add seal bytea,
    add table_name text,
    add key text,
    add check ((entry is null) = (table_name is not null) and (entry is null) = (key is not null));

-- What each batch of changes left behind, in order. The leaf at the position holds the root over its changes.
create table row_change (
    position bigint not null,
    place int not null,
    -- Null for a second act of one transaction, which shares the rows of the first.
    table_name text collate "C",
    key text collate "C",
    -- SHA-256 of salt and row; null when the row is gone.
    mark bytea check (length(mark) = 32),
    -- Null when no act was announced in the transaction that changed the row.
    entry uuid,
    primary key (position, place),
    check ((table_name is null) = (key is null))
);

-- The newest mark of each row with its salt. The salts of what a row held before are gone with every change, so nobody
-- can test a guess at it against the marks.
create table row_state (
    table_name text collate "C" not null,
    key text collate "C" not null,
    salt bytea check (length(salt) = 16),
    mark bytea check (length(mark) = 32),
    position bigint not null,
    place int not null,
    primary key (table_name, key),
    check ((salt is null) = (mark is null))
);

-- The shape in which a table's rows were last taken over into the ledger.
create table recorded_table (
    name text primary key,
    columns text not null,
    migration text not null
);

create trigger row_change_is_final before update or delete on row_change for each row execute function refuse_change();
