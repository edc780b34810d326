create table agency (
    id text primary key check (id ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
    parent text references agency (id),
    name text not null,
    name_zh text,
    created_at timestamptz not null,
    check (parent is null or id like parent || '/%')
);

create table account (
    id uuid primary key,
    user_name text not null unique check (user_name = lower(user_name)),
    name text not null,
    password_hash text not null,
    agency text not null references agency (id),
    roles text[] not null,
    created_at timestamptz not null,
    closed_at timestamptz
);
