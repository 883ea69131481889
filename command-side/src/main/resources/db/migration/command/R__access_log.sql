-- Runs again whenever the time that rows are kept, or the role, is configured anew. That role can add rows, with the
-- time of the database's clock, and read them; deleting it can only ask for, and not for what is to be kept.
GRANT USAGE ON SCHEMA access_log TO "${query_role}";
GRANT SELECT ON access_log.viewing TO "${query_role}";
GRANT INSERT (actor, role, official, kind, path, correlation) ON access_log.viewing TO "${query_role}";

CREATE OR REPLACE FUNCTION access_log.delete_old() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH gone AS (
        DELETE FROM access_log.viewing WHERE viewed_at < now() - interval '${access_log_retention}' RETURNING 1)
    SELECT count(*) FROM gone
$$;

REVOKE ALL ON FUNCTION access_log.delete_old() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_log.delete_old() TO "${query_role}";
