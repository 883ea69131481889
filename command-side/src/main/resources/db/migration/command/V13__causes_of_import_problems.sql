-- Which sentence a problem is and what differs in it, so that a page says it in its language.
ALTER TABLE imports.problem
    ADD COLUMN cause text,
    ADD COLUMN parameters text[] NOT NULL DEFAULT '{}',
    -- Of files about persons (officials, enrollments, focal_points) no cell is kept any more, not one that is nearly a
    -- status either: a name can be that. The table is written anew, so that nothing is left of them.
    ALTER COLUMN value TYPE text USING CASE WHEN place IN (5, 6, 7) THEN NULL ELSE value END;

ALTER TABLE imports.run
    ADD COLUMN failure_cause text,
    ADD COLUMN failure_parameters text[] NOT NULL DEFAULT '{}';
