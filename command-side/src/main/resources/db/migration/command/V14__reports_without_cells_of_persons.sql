-- A list of persons that was handed in under another file's name left names in the reports. From now on a cell is kept
-- only where it is what its column wants, or nearly; of reports of before nobody can tell that here, so they lose all.
DELETE FROM imports.problem_row;
-- Nor is an id written down any more of which nothing is recorded: it may be a name.
DELETE FROM imports.touched t WHERE NOT EXISTS (
    SELECT 1 FROM events.domainevententry e WHERE e.aggregateidentifier = t.aggregate_id);
-- Written anew as a whole, so that nothing is left of it in the files; this forgets the statistics as well.
ALTER TABLE imports.problem
    ALTER COLUMN value TYPE text USING NULL,
    ALTER COLUMN detail TYPE text USING CASE
        WHEN detail LIKE 'one of %' AND detail NOT LIKE '%''%' THEN detail
        WHEN value IS NULL AND cause <> 'REFUSED' THEN detail
        ELSE 'what this was about is not kept any more; check the file again' END,
    ALTER COLUMN col TYPE text USING col || '',
    ALTER COLUMN parameters TYPE text[] USING parameters || '{}'::text[];
ALTER TABLE imports.problem_row ALTER COLUMN cells TYPE text USING cells || '';
ALTER TABLE imports.touched ALTER COLUMN aggregate_id TYPE text USING aggregate_id || '';

-- Statistics copy values into a catalogue where nobody deletes them.
ALTER TABLE imports.problem
    ALTER COLUMN value SET STATISTICS 0,
    ALTER COLUMN detail SET STATISTICS 0,
    ALTER COLUMN col SET STATISTICS 0,
    ALTER COLUMN parameters SET STATISTICS 0;
ALTER TABLE imports.problem_row ALTER COLUMN cells SET STATISTICS 0;
ALTER TABLE imports.touched ALTER COLUMN aggregate_id SET STATISTICS 0;
