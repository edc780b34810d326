-- The application never works as the owner of its tables, whom row-level security does not bind, but as one of two
-- roles: openbeat_app sees what the policies of a table show to one person, openbeat_system sees every row and is taken
-- for work that is named in the code. Both belong to the whole server, so another database may have made them.
do $$
declare
    wanted text;
    made boolean;
begin
    foreach wanted in array array['openbeat_app', 'openbeat_system'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin noinherit', wanted);
            exception
                when duplicate_object or unique_violation then null; -- Somebody else was quicker.
                when insufficient_privilege then
                    raise exception 'the role % is missing, and % may not create it. Ask whoever administers the server to '
                        'run: create role openbeat_app nologin noinherit; create role openbeat_system nologin noinherit; '
                        'grant openbeat_app, openbeat_system to %;', wanted, current_user, current_user;
            end;
        end if;
        if not pg_has_role(current_user, wanted, 'member') then
            execute format('grant %I to %I', wanted, current_user);
        end if;
    end loop;
end $$;

-- What exists already, and what later migrations of any module will make.
do $$
declare
    module text;
begin
    for module in select n.nspname from pg_namespace n
        where n.nspname = 'public'
            or exists (select from pg_class c where c.relnamespace = n.oid and c.relname = 'flyway_schema_history')
    loop
        execute format('grant usage on schema %I to openbeat_app, openbeat_system', module);
        execute format('grant select, insert, update, delete on all tables in schema %I to openbeat_app, openbeat_system',
            module);
        execute format('grant usage, select on all sequences in schema %I to openbeat_app, openbeat_system', module);
    end loop;
end $$;
alter default privileges grant usage on schemas to openbeat_app, openbeat_system;
alter default privileges grant select, insert, update, delete on tables to openbeat_app, openbeat_system;
alter default privileges grant usage, select on sequences to openbeat_app, openbeat_system;

-- A condition of row-level security is tested before any other that could tell what a row holds. These two tell nothing
-- but yes or no, so PostgreSQL may look words up in an index first. Only a superuser may say so; without, a search of
-- staff reads more rows and finds the same.
do $$
begin
    alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
    alter function pg_catalog.lower(text) leakproof;
exception
    when insufficient_privilege then
        raise notice 'words are searched without their index for staff: ask a superuser for leakproof ts_match_vq, lower';
end $$;
