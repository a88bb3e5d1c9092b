-- 2,000 unions with three checks each against the standard that every office
-- begins with, the newest of the first quarter of 2026.
BEGIN;

CREATE TEMP TABLE number AS
WITH RECURSIVE n (i) AS (
	SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1999
) SELECT i FROM n;

CREATE TEMP TABLE period AS
SELECT 0 AS i, 2025 AS year, '5' AS part, '2025-07-01' AS from_on,
	'2025-09-30' AS until_on
UNION ALL SELECT 1, 2025, '6', '2025-10-01', '2025-12-31'
UNION ALL SELECT 2, 2026, '3', '2026-01-01', '2026-03-31';

INSERT INTO union_org (id, version, deleted, sort_key, name, kind, basis,
	document_no, approved_on, founded_on, state, ended_on, chain, task,
	task_text, need, scope, crosses, spot, route, district, station,
	term_until_on, remark)
SELECT 1000000 + i, 1, 0, printf('%04d', i), printf('第%d联合党支部', i), '3',
	'2', '', '', '', '2', '', '', '', '', '', '', '', '', '', '', '', '',
	''
FROM number;

INSERT INTO checklist_run (id, version, deleted, sort_key, union_org_id,
	standard_id, year, part, day_on, from_on, until_on, judged_on,
	judged_by, state, submitted_on, reviewed_on, return_why, remark)
SELECT 2000000 + number.i * 3 + period.i, 1, 0, '', 1000000 + number.i,
	standard.id, period.year, period.part, '', period.from_on,
	period.until_on, period.until_on, '', '3', '',
	'', '', ''
FROM number, period, standard;

INSERT INTO checklist_result (version, deleted, sort_key,
	checklist_run_id, order_no, item_id, grp, code, text, guide, verdict,
	word, proposed, ground, note, finding, measure, person, due_on,
	recheck_on, recheck, recheck_note)
SELECT 1, 0, '', run.id, item.order_no, item.id, '', item.code, item.text,
	item.guide, substr('1231191', (run.id + item.order_no * 5) % 7 + 1, 1),
	'', '', '', '', '', '', '', '', '', '', ''
FROM checklist_run run JOIN standard_item item
	ON item.standard_id = run.standard_id
ORDER BY run.id, item.order_no;

COMMIT;
