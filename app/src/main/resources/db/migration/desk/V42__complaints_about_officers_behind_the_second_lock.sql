-- No agency sees a complaint about one of its officers, whatever a query forgets; the oversight body reads as the system.
create policy complaints_are_for_oversight on report as restrictive for select to openbeat_app
    using (category <> all (array(select c.code from desk.category c where c.about_officer)));
