-- A series of follow-ups counts its days from the one on which it began, so that what is due on the 31st comes back to the
-- 31st after a shorter month; `recurs_step` makes it every second week or every third month. NULL in rows of before: the
-- step is 1 and the series begins on their own due day. They are not NOT NULL, because undo may bring back a row that the
-- journal holds from before.
ALTER TABLE follow_up ADD COLUMN recurs_from INTEGER;
ALTER TABLE follow_up ADD COLUMN recurs_step INTEGER CHECK (recurs_step BETWEEN 1 AND 3650);
