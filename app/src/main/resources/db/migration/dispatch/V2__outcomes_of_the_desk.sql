-- The public outcomes are codes of the desk's list.
update disposition set public_outcome = 'dealt-with' where code in ('settled', 'duplicate');
update disposition set public_outcome = 'helped' where code = 'advice';
update disposition set public_outcome = 'investigating' where code in ('report', 'arrest');
update disposition set public_outcome = 'seen-nothing' where code in ('no-trace', 'false-alarm');
update disposition set public_outcome = 'passed-on' where code = 'referred';
update disposition set public_outcome = 'answered' where code = 'no-response';
