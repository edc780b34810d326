-- What each witness has said of our log. A witness that is not configured any more keeps its row and its cosignatures.
create table witness (
    vkey text primary key,
    -- Size that the witness cosigned last, as far as we know: where the next proof begins.
    seen_size bigint not null default 0 check (seen_size >= 0),
    cosigned_at timestamptz,
    -- Since when it has not cosigned the newest checkpoint that it was offered; null while it is level.
    behind_since timestamptz,
    trouble text,
    detail text,
    failures int not null default 0,
    next_try_at timestamptz
);

-- Checkpoints that at least one witness cosigned, as the log signed them.
create table cosigned_head (
    size bigint primary key,
    note text not null
);

create table cosignature (
    size bigint not null references cosigned_head (size) on delete cascade,
    vkey text not null references witness (vkey),
    -- The signature line of the note.
    line text not null,
    received_at timestamptz not null,
    primary key (size, vkey)
);
create index cosignature_of_witness on cosignature (vkey, size);

-- One row: which server began the newest round, and the checkpoint that is shown to the public while there are
-- witnesses. Its size never falls.
create table witness_round (
    only_one boolean primary key default true check (only_one),
    begun_at timestamptz not null,
    published_size bigint not null default 0,
    published_note text,
    published_at timestamptz
);
insert into witness_round (begun_at) values ('-infinity');
