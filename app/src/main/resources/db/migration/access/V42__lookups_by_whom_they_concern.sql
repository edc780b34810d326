create index lookup_concerns on lookup using gin (concerns) where concerns <> '{}';
