create index place_name_core_similar on place_name using gin (core public.gin_trgm_ops);

-- Names that begin like what was typed, hold words like it, or differ by a slip: one branch for each index. Without a
-- scan of the whole table being forbidden, the planner takes one, since it thinks that trigrams are cheap to compare.
create function names_like(typed text, typed_core text)
returns table (place bigint, label text, folded text, core text)
language sql stable rows 30 set enable_seqscan = off set search_path = public
as $$
    select n.place, n.label, n.folded, n.core from places.place_name n
        where n.folded ~>=~ typed and n.folded ~<~ (typed || U&'\+10FFFF')
    union select n.place, n.label, n.folded, n.core from places.place_name n
        where n.core ~>=~ typed_core and n.core ~<~ (typed_core || U&'\+10FFFF')
    union select n.place, n.label, n.folded, n.core from places.place_name n where n.core % typed_core
    union select n.place, n.label, n.folded, n.core from places.place_name n where typed <% n.folded
    -- A short name has too few trigrams to survive a slip; those with its first letter are compared.
    union select n.place, n.label, n.folded, n.core from places.place_name n
        where length(typed_core) between 3 and 7
            and n.core ~>=~ left(typed_core, 1) and n.core ~<~ (left(typed_core, 1) || U&'\+10FFFF')
            and levenshtein_less_equal(left(n.core, 20), typed_core, 1) <= 1
    -- Trigrams of other scripts depend on the locale of the database, so names with ideographs are also scanned.
    union select n.place, n.label, n.folded, n.core from places.place_name n
        where typed ~ U&'[\2E80-\FFFF]' and strpos(n.folded, typed) > 0
$$;
