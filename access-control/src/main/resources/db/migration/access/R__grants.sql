-- Runs again whenever the role is configured anew.
GRANT USAGE ON SCHEMA access TO "${command_role}";
GRANT SELECT, INSERT, UPDATE ON access.account, access.token TO "${command_role}";
GRANT SELECT, INSERT ON access.account_change TO "${command_role}";
