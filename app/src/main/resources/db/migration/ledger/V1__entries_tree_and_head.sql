-- One row for each act, written in the transaction of the act. The leaf is public; salt and payload can be erased.
create table entry (
    id uuid primary key,
    leaf bytea not null check (length(leaf) <= 65535),
    subject_kind text not null,
    subject_id text not null,
    action text not null,
    recorded_at timestamptz not null,
    salt bytea check (length(salt) = 32),
    payload text,
    erased_at timestamptz,
    check ((salt is null) = (payload is null) and (salt is null) = (erased_at is not null))
);
create index entry_of_subject on entry (subject_id, subject_kind, action);

-- Entries that have no place in the tree yet. A queue without any index: each act adds one row and waits for nobody.
-- The number rises from cause to effect: what began after an act was committed has a higher one.
create table pending (
    number bigint not null generated always as identity,
    entry uuid not null
);

-- The leaves in their order: level 0 of the tiles.
create table leaf (
    position bigint primary key check (position >= 0),
    entry uuid not null unique references entry (id),
    hash bytea not null check (length(hash) = 32)
);

-- The hashes of the tiles above: the one at (level, position) covers 256^level leaves.
create table tile_hash (
    level smallint not null check (level >= 1),
    position bigint not null check (position >= 0),
    hash bytea not null check (length(hash) = 32),
    primary key (level, position)
);

-- The newest signed checkpoint.
create table head (
    only_one boolean primary key default true check (only_one),
    size bigint not null,
    root bytea not null check (length(root) = 32),
    note text not null,
    signed_at timestamptz not null
);

-- Nothing that was recorded changes. The one exception is the erasure of a payload together with its salt.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger only grows: % on % is refused', tg_op, tg_table_name;
end $$;

create function refuse_all_but_erasure() returns trigger language plpgsql as $$
begin
    if (new.id, new.leaf, new.subject_kind, new.subject_id, new.action, new.recorded_at)
            is distinct from (old.id, old.leaf, old.subject_kind, old.subject_id, old.action, old.recorded_at)
            or new.salt is not null or old.erased_at is not null then
        raise exception 'the ledger only grows: an entry can lose its payload and nothing else';
    end if;
    return new;
end $$;

create trigger entry_is_final before update on entry for each row execute function refuse_all_but_erasure();
create trigger entry_stays before delete on entry for each row execute function refuse_change();
create trigger leaf_is_final before update or delete on leaf for each row execute function refuse_change();
create trigger tile_is_final before update or delete on tile_hash for each row execute function refuse_change();
create trigger head_stays before delete on head for each row execute function refuse_change();
