-- New words wait in a list until it is full and whoever fills it sorts them in. A small list makes that a matter of
-- milliseconds, so that no single report waits for the words of thousands.
alter index report_words set (gin_pending_list_limit = 256);
