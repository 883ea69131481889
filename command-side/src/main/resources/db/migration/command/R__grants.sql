-- Runs again whenever one of the two roles is configured anew.
GRANT USAGE ON SCHEMA events, ledger TO "${command_role}", "${query_role}";
GRANT SELECT, INSERT ON events.domainevententry, ledger.entry, ledger.node, ledger.checkpoint,
    ledger.erasure_receipt TO "${command_role}";
GRANT USAGE, SELECT ON SEQUENCE events.domainevententry_globalindex_seq TO "${command_role}";
GRANT SELECT ON ledger.state TO "${command_role}";
GRANT UPDATE (epoch, floor, last_position, last_known_at) ON ledger.state TO "${command_role}";
GRANT SELECT ON events.domainevententry, ledger.entry, ledger.state, ledger.node, ledger.checkpoint TO "${query_role}";
GRANT USAGE ON SCHEMA imports TO "${command_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA imports TO "${command_role}";
GRANT SELECT, INSERT ON ledger.clock_confirmation TO "${command_role}";
GRANT SELECT, INSERT, UPDATE ON ledger.verdict TO "${command_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON events.merged_official TO "${command_role}";
-- An import says whether somebody is recorded; the command side writes down of whom it did, and reads nothing of it.
GRANT USAGE ON SCHEMA access_log TO "${command_role}";
GRANT INSERT (actor, role, official, kind, path, correlation) ON access_log.viewing TO "${command_role}";
