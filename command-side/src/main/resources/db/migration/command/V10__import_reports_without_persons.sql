-- Reports of imports kept what senders wrote into files about officials: first rows that were taken for headers, ids,
-- cells beyond a row's end, names of files. That is removed from the reports of before; what is about no person stays.
ALTER TABLE imports.run ADD COLUMN events_after bigint;
ALTER TABLE imports.run ADD COLUMN problems_deleted_at timestamptz;

COMMENT ON COLUMN imports.run.events_after IS
    'Every event of the import has a greater global index. Null for imports of before, whose officials are all in touched.';
COMMENT ON COLUMN imports.run.problems_deleted_at IS 'When what was wrong with it had been kept for long enough.';

-- What a file is called in a report, as the application has it from now on.
CREATE FUNCTION imports.known_name(given text, otherwise text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN given = 'the sample of the institute' THEN given
        WHEN lower(regexp_replace(regexp_replace(given, '^.*[/\\]', ''), '\.(csv|zip|xlsx|txt)$', '', 'i')) IN (
            'programmes', 'institutions', 'networks', 'memberships', 'seminars', 'officials', 'enrollments',
            'focal_points', 'meetings', 'initiatives', 'statements')
        THEN lower(regexp_replace(given, '^.*[/\\]', ''))
        ELSE otherwise || lower(coalesce(substring(given FROM '(?i)\.(?:csv|zip|xlsx|txt)$'), ''))
    END
$$;

-- Places 5 to 7 are officials, enrolments and focal points; of files that could not be read nobody knows what they were.
UPDATE imports.problem p
SET col = CASE WHEN col IN (
        'official', 'full_name', 'state', 'email', 'institution', 'position', 'from', 'seminar', 'status', 'on',
        'nominated_by', 'certificate', 'network', 'until', 'acting', 'source', 'note') THEN col END,
    value = NULL,
    detail = 'what this was about is not kept any more; check the file again'
FROM imports.run r
WHERE r.id = p.run AND (p.place BETWEEN 5 AND 7 OR r.status <> 'COMPLETED' AND r.status <> 'VALIDATED');
UPDATE imports.problem SET value = NULL WHERE value IS NOT NULL AND (
    code = 'ROW_WIDTH' OR col IN ('source', 'note') OR col LIKE 'x-%');
UPDATE imports.problem SET col = NULL WHERE col LIKE 'x-%';
UPDATE imports.problem SET file = imports.known_name(file, 'file');
UPDATE imports.run_file SET file = imports.known_name(file, 'file');
UPDATE imports.run SET file_name = imports.known_name(file_name, 'upload');
-- Said of a file that could not be read, whose parts' names and headers are in the sentence.
UPDATE imports.run SET failure = 'the file could not be read; check it again'
WHERE status = 'FAILED' AND failure IS NOT NULL AND failure NOT LIKE 'the import stopped%';
DELETE FROM imports.problem_row WHERE place BETWEEN 5 AND 7;
DELETE FROM imports.touched t WHERE NOT EXISTS (
    SELECT 1 FROM events.domainevententry e WHERE e.aggregateidentifier = t.aggregate_id);

DROP FUNCTION imports.known_name(text, text);

-- Written anew as a whole, since what was changed would else still lie in the files of before.
ALTER TABLE imports.problem ALTER COLUMN detail TYPE text USING detail || '', ALTER COLUMN value TYPE text USING value || '',
    ALTER COLUMN col TYPE text USING col || '', ALTER COLUMN file TYPE text USING file || '';
ALTER TABLE imports.run_file ALTER COLUMN file TYPE text USING file || '';
ALTER TABLE imports.run ALTER COLUMN file_name TYPE text USING file_name || '', ALTER COLUMN failure TYPE text USING failure || '';
ALTER TABLE imports.problem_row ALTER COLUMN cells TYPE text USING cells || '';
ALTER TABLE imports.touched ALTER COLUMN aggregate_id TYPE text USING aggregate_id || '';
