-- Chinese is written without spaces, so each pair of neighbouring characters is a word of the index; the last character
-- of a run stands alone, so that every single one begins some word.
create function han_pairs(written text) returns text language sql immutable parallel safe as $$
    select coalesce(string_agg(substr(run[1], place, 2), ' '), '')
    from regexp_matches(written, '[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+', 'g') run,
        generate_series(1, length(run[1])) place
$$;

alter table incident drop column words;
alter table incident add column words tsvector generated always as (
    to_tsvector('simple', summary || ' ' || location_text || ' ' || han_pairs(summary || ' ' || location_text))) stored;
create index incident_words on incident using gin (words);
