-- Systems that may send reports through GeoReport v2. Only the hash of a key is kept.
create table partner (
    name text primary key,
    agency text not null,
    key_hash bytea not null unique,
    created_at timestamptz not null,
    closed_at timestamptz
);

-- An urgent report is answered with a token; who holds it may ask for the report's reference.
create table open311_token (
    token_hash bytea primary key,
    reference text not null,
    issued_at timestamptz not null
);
