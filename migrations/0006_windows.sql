-- What is counted in a window of days, and what lists show first, is read from the index alone: who, what kind, how much.
DROP INDEX sale_day;
CREATE INDEX sale_day ON sale (day, id, client_id, kind, base_minor);
DROP INDEX interaction_day;
CREATE INDEX interaction_day ON interaction (day, id, client_id, kind);
-- The few sales that are returns: whether a line was bought need not be looked up line by line.
CREATE INDEX sale_return ON sale (id) WHERE kind = 'return';
