-- For which agency and why a report was opened, as its sender is told; older openings did not ask.
alter table opening add agency text not null default '', add why text not null default 'UNASKED';
alter table opening alter agency drop default, alter why drop default;

-- A complaint about an officer is read by the oversight body alone, never by the officer's chain of command.
alter table category add about_officer boolean not null default false;
update category set about_officer = true, readers = '{OVERSIGHT}',
    name_en = 'Complaint about an officer', name_zh = '投诉警员',
    description_en = 'Only the independent oversight body reads it. The officer, their station and their superiors cannot.',
    description_zh = '只有独立监督机构能看到。当事警员、其所在派出所及其上级均看不到。',
    keywords_en = 'complaint,officer,rude,misconduct,force', keywords_zh = '投诉,警员,态度,违规,暴力',
    basis_en = 'The oversight body looks into a complaint; that takes up to ten days.',
    basis_zh = '投诉由监督机构调查，最多需要十天。',
    questions = '[{"code":"kind","type":"singlevaluelist","required":true,"en":"What is it about?","zh":"关于什么？",
    "options":[{"key":"complaint","en":"How an officer behaved","zh":"警员的言行"},{"key":"force","en":"Use of force","zh":"使用武力"},{"key":"neglect","en":"Nothing was done","zh":"不作为"},{"key":"data","en":"Somebody looked into my data","zh":"有人查看了我的数据"}]}]'
where code = 'officer-conduct';
insert into category (code, sort, topic, icon, name_en, name_zh, description_en, description_zh, keywords_en, keywords_zh,
    incident_type, priority, answer_hours, basis_en, basis_zh, openness, emergency, readers, questions) values
('officer-praise', 421, 'private', 'badge', 'Praise for an officer', '表扬警员',
 'Tell us what an officer did well.', '告诉我们警员做得好的地方。',
 'praise,thank,thanks,officer', '表扬,感谢,警员',
 null, null, 240, 'It is passed on to the officer within ten days.', '十天内转达给该警员。',
 'NEVER', false, '{STATION_CHIEF,COMMANDER}', '[]');
