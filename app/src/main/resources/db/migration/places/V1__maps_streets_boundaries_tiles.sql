-- A map that was imported; the newest one that is ready is in use.
create table map_import (
    id uuid primary key,
    name text not null,
    fingerprint text not null,
    south double precision not null,
    west double precision not null,
    north double precision not null,
    east double precision not null,
    imported_at timestamptz not null
);
create index map_import_newest on map_import (imported_at desc);

-- Streets, landmarks and localities.
create sequence named_place_id;
create table named_place (
    id bigint primary key,
    map uuid not null references map_import (id) on delete cascade,
    kind text not null check (kind in ('STREET', 'LANDMARK', 'LOCALITY')),
    label text not null,
    locality text,
    latitude double precision not null,
    longitude double precision not null,
    exact boolean not null,
    weight real not null
);
create index named_place_map on named_place (map);

-- Their names, in each language. "folded" is the name without accents, case and abbreviations; "core" is what remains
-- of it without the words for kind and direction.
create table place_name (
    place bigint not null references named_place (id) on delete cascade,
    label text not null,
    folded text not null,
    core text not null
);
create index place_name_place on place_name (place);
create index place_name_similar on place_name using gin (folded public.gin_trgm_ops);
create index place_name_prefix on place_name (folded text_pattern_ops);
create index place_name_core on place_name (core text_pattern_ops);

create table address (
    id bigint generated always as identity primary key,
    street bigint not null references named_place (id) on delete cascade,
    number text not null,
    number_value integer not null,
    latitude double precision not null,
    longitude double precision not null
);
create index address_number on address (street, number_value);
create index address_near on address using gist (point(longitude, latitude));

-- House numbers along a line (addr:interpolation): the line as latitude, longitude, latitude, …
create table address_range (
    street bigint not null references named_place (id) on delete cascade,
    low integer not null,
    high integer not null,
    step integer not null,
    line double precision[] not null
);
create index address_range_street on address_range (street, low);

create table crossing (
    street bigint not null references named_place (id) on delete cascade,
    other bigint not null references named_place (id) on delete cascade,
    latitude double precision not null,
    longitude double precision not null
);
create index crossing_streets on crossing (street, other);
create index crossing_other on crossing (other);

-- The course of a street in short pieces, to find the street nearest to a point.
create table street_piece (
    street bigint not null references named_place (id) on delete cascade,
    line double precision[] not null,
    area box not null
);
create index street_piece_near on street_piece using gist (area);
create index street_piece_street on street_piece (street);

-- Vector tiles, gzip; a tile without anything in it has no row.
create table tile (
    map uuid not null references map_import (id) on delete cascade,
    zoom smallint not null,
    x integer not null,
    y integer not null,
    content bytea not null,
    primary key (map, zoom, x, y)
);

-- Boundaries are versioned: a set is valid for a time, and a new set ends the one before.
create table boundary_set (
    id uuid primary key,
    agency text not null,
    valid tstzrange not null,
    source text not null,
    imported_at timestamptz not null,
    exclude using gist (agency with =, valid with &&)
);

create table boundary (
    boundary_set uuid not null references boundary_set (id) on delete cascade,
    kind text not null check (kind in ('JURISDICTION', 'BEAT')),
    code text not null,
    name text not null,
    name_zh text,
    agency text not null,
    station text,
    outline bytea not null,
    primary key (boundary_set, kind, code)
);
