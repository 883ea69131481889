-- Into which record an official's is merged now, so that whoever enrols a person finds all records of it. Follows from the
-- events, and is written in the transaction of each that changes it.
CREATE TABLE events.merged_official (
    official      text PRIMARY KEY,
    into_official text NOT NULL
);
CREATE INDEX merged_into ON events.merged_official (into_official);
COMMENT ON TABLE events.merged_official IS 'What the last merge or unmerge that holds says; one step, since the other may be merged further.';

INSERT INTO events.merged_official (official, into_official)
WITH told AS (
    SELECT aggregateidentifier, sequencenumber, payloadtype, convert_from(payload, 'UTF8')::jsonb AS payload
    FROM events.domainevententry
    WHERE payloadtype IN ('official.OfficialsMerged', 'official.OfficialsUnmerged', 'official.FactCorrected',
            'official.FactAnnulled')
        AND aggregateidentifier IN (
            SELECT aggregateidentifier FROM events.domainevententry WHERE payloadtype = 'official.OfficialsMerged')),
step AS (
    SELECT DISTINCT ON (s.aggregateidentifier) s.payloadtype, s.payload ->> 'officialId' AS official,
        coalesce((SELECT c.payload #>> '{replacement,fact,into}' FROM told c
                  WHERE c.aggregateidentifier = s.aggregateidentifier AND c.payloadtype = 'official.FactCorrected'
                      AND c.payload ->> 'factId' = s.payload ->> 'factId' AND c.sequencenumber > s.sequencenumber
                  ORDER BY c.sequencenumber DESC LIMIT 1),
            s.payload ->> 'into') AS into_official
    FROM told s
    WHERE s.payloadtype IN ('official.OfficialsMerged', 'official.OfficialsUnmerged')
        AND NOT EXISTS (
            SELECT FROM told a
            WHERE a.aggregateidentifier = s.aggregateidentifier AND a.payloadtype = 'official.FactAnnulled'
                AND a.payload ->> 'factId' = s.payload ->> 'factId' AND a.sequencenumber > s.sequencenumber)
    ORDER BY s.aggregateidentifier, s.sequencenumber DESC)
SELECT official, into_official FROM step WHERE payloadtype = 'official.OfficialsMerged';
