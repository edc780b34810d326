-- Every report locked the row of its category against deletion, so sixteen reports of one category at once kept
-- sixteen names in a list for a row that nobody deletes. The rule is kept where it can be broken instead: a category
-- is closed, never deleted or renamed, and the desk refuses a report of a category that is not there.
alter table report drop constraint report_category_fkey;

create function keep_category() returns trigger language plpgsql as $$
begin
    raise exception 'a category is closed, never deleted or renamed: reports tell of it';
end
$$;
create trigger keep_category before delete on category for each row execute function keep_category();
create trigger keep_category_code before update of code on category for each row
    when (old.code <> new.code) execute function keep_category();
create trigger keep_categories before truncate on category for each statement execute function keep_category();
