-- Every verification makes projections in schemas of its own, so that two of them share nothing. Its number, negated, is
-- the version in operations.projection.
CREATE SEQUENCE operations.check_number AS int CYCLE;
