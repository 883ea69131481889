-- Under what name an account may go on logging in that was renamed because the name is the registry's own.
ALTER TABLE access.account ADD COLUMN former_name text UNIQUE;

COMMENT ON COLUMN access.account.former_name IS 'What it was called before its name was reserved; only its owner logs in by it.';

UPDATE access.account AS renamed SET former_name = was.name
FROM (SELECT DISTINCT ON (name) account, name
      FROM (SELECT DISTINCT ON (account) number, account,
                substring(detail FROM '^was (.+), which is reserved$') AS name
            FROM access.account_change WHERE action = 'RENAMED' ORDER BY account, number DESC) AS newest
      WHERE name IS NOT NULL ORDER BY name, number DESC) AS was
WHERE was.account = renamed.name;
