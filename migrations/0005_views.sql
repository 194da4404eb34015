-- A saved view keeps how its list is laid out as one value, and its number is its place.
ALTER TABLE saved_view DROP COLUMN columns;
ALTER TABLE saved_view DROP COLUMN sort;
ALTER TABLE saved_view DROP COLUMN hot_key;
ALTER TABLE saved_view ADD COLUMN layout TEXT CHECK (layout IS NULL OR json_valid(layout));

-- The views that come ready. A name that begins with = is a word of the program, told in the user's language.
INSERT INTO saved_view (tab, name, filter, position) VALUES
    ('today', '=today', '', 1),
    ('clients', '=neglected', 'is:neglected stars:>=4', 2),
    ('clients', '=dormant', 'is:dormant potential:>0', 3),
    ('clients', '=over-served', 'stars:<=1 visits.90d:>=2', 4),
    ('clients', '=no-buyer', '-role:purchas,compra,buyer', 5),
    ('clients', '=lost-product', 'is:lost-product', 6),
    ('clients', '=new', 'created:<=90d last-visit:never', 7),
    ('clients', '=no-contact', 'last-touch:>3y', 8);
