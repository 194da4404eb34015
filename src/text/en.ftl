### What users read, in English. The same keys and variables as es.ftl.

## Tabs

tab-today = Today
tab-today-by-city = Today by city
tab-put-off = Put off
tab-clients = Clients
tab-contacts = Contacts
tab-sales = Sales
tab-followups = Follow-ups
tab-week = Week
tab-activity = Activity
tab-offers = Offers
tab-surveys = Surveys
tab-totals = Activity by week
tab-products = Products
tab-portfolio = Portfolio

## Counts

count-clients =
    { $count ->
        [one] { $count } client
       *[other] { $count } clients
    }
count-contacts =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
count-sales =
    { $count ->
        [one] { $count } sale
       *[other] { $count } sales
    }
count-followups =
    { $count ->
        [one] { $count } follow-up
       *[other] { $count } follow-ups
    }
count-offers =
    { $count ->
        [one] { $count } offer
       *[other] { $count } offers
    }
count-surveys =
    { $count ->
        [one] { $count } survey
       *[other] { $count } surveys
    }
count-products =
    { $count ->
        [one] { $count } product
       *[other] { $count } products
    }
count-salespeople =
    { $count ->
        [one] { $count } salesperson
       *[other] { $count } salespeople
    }

## The words of the closed lists in the data

kind-stage-prospect = prospect
kind-stage-client = client
kind-stage-lost = lost
kind-contact-role-purchasing = purchasing
kind-contact-role-decision = decision
kind-contact-role-user = user
kind-contact-role-finance = finance
kind-contact-role-other = other
kind-consent-unknown = unknown
kind-consent-given = given
kind-consent-refused = refused
kind-sale-sale = sale
kind-sale-return = return
kind-interaction-visit = visit
kind-interaction-call = call
kind-interaction-email = email
kind-interaction-message = message
kind-interaction-meeting = meeting
kind-interaction-note = note
kind-interaction-survey = survey
kind-direction-out = out
kind-direction-in = in
kind-outcome-good = good
kind-outcome-ok = ok
kind-outcome-bad = bad
kind-outcome-no-answer = no answer
kind-follow-up-visit = visit
kind-follow-up-call = call
kind-follow-up-email = email
kind-follow-up-message = message
kind-follow-up-offer = offer
kind-follow-up-task = task
kind-follow-up-state-open = open
kind-follow-up-state-done = done
kind-follow-up-state-dropped = dropped
kind-offer-answer-pending = pending
kind-offer-answer-interested = interested
kind-offer-answer-bought = bought
kind-offer-answer-rejected = rejected
kind-salesperson-role-seller = salesperson
kind-salesperson-role-manager = manager
kind-goal-metric-sales = sales
kind-goal-metric-visits = visits
kind-goal-metric-touches = touches
kind-goal-metric-coverage = coverage
kind-goal-metric-new-clients = new clients
kind-goal-metric-offers = offers
kind-goal-metric-won-back = clients won back

## Fields of forms and columns of lists

field-stars = Stars
field-name = Name
field-code = Code
field-tax-id = Tax ID
field-why = Why
field-stake = At stake
field-put-offs = Put off
field-phone = Phone
field-email = Email
field-website = Website
field-address = Address
field-city = City
field-region = Region
field-postcode = Postcode
field-country = Country
field-sector = Sector
field-source = Source
field-owner = Salesperson
field-stage = Stage
field-tags = Tags
field-add-tags = Tags: add
field-remove-tags = Tags: remove
field-potential = Yearly potential
field-potential-on = Potential estimated on
field-potential-source = Source of the potential
field-star-override = Fixed stars
field-override-reason = Reason
field-override-until = Until
field-visit-every = Visit every (days)
field-touch-every = Contact every (days)
field-do-not-contact = Do not contact
field-they-call = They will call
field-they-call-until = Until
field-notes = Notes
field-archived = Archived
field-client = Client
field-contact = Contact
field-salesperson = Salesperson
field-job-title = Job title
field-role = Role
field-main = Main contact
field-language = Language
field-subject = Subject
field-mail-body = Text
field-consent = Consent
field-left-on = Left on
field-sku = SKU
field-family = Family
field-unit = Unit
field-price = Price
field-launched-on = Launched on
field-active = Active
field-date = Date
field-number = Document
field-kind = Kind
field-currency = Currency
field-rate = Exchange rate
field-lines = Lines
field-product = Product
field-products = Products
field-description = Description
field-quantity = Quantity
field-discount = Discount
field-amount = Amount
field-direction = Direction
field-minutes = Minutes
field-outcome = Outcome
field-text = Text
field-answer = Answer
field-answer-reason = Reason of the answer
field-offered-on = Offered on
field-age = Waiting (days)
field-reason = Reason
field-scale = Scale
field-sent-on = Sent on
field-answered-on = Answered on
field-survey = Survey
field-scale-from = Scale from
field-scale-to = Scale to
field-score = Score
field-comment = Comment
field-week = Week
field-touches = Touches
field-visits = Visits
field-calls = Calls
field-emails = Emails
field-messages = Messages
field-meetings = Meetings
field-offers = Offers
field-due = Due
field-title = Title
field-recurrence = Repeats
field-repeats = Repeats
field-ended = Done with
field-recurrence-until = Repeats until
field-snoozed-to = Put off to
field-snoozes = Put off (times)
field-state = State
field-reports-to = Reports to
field-stars-from = Stars from
field-stars-to = Stars to
field-capacity = Touches a week
field-label = Label
field-effort-weight = Effort weight
field-action = Action
field-period = Period
field-metric = Metric
field-scope = Scope
field-target = Target
field-sales-year = Sales 12 m
field-last-buy = Last purchase
field-last-visit = Last visit
field-last-touch = Last contact
field-next-due = Next due
field-last-sale = Last sale
field-trend = Trend
field-clients = Clients

## Dates

never = never
date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-order-dmy = day/month/year
date-order-mdy = month/day/year
date-order-ymd = year-month-day
date-ago-days =
    { $count ->
        [0] today
        [1] yesterday
       *[other] { $count } d ago
    }
date-ago-months = { $count } m ago
date-ago-years = { $count } y ago
date-in-days =
    { $count ->
        [0] today
        [1] tomorrow
       *[other] in { $count } d
    }
every-days =
    { $count ->
        [1] every day
       *[other] every { $count } days
    }
every-weeks =
    { $count ->
        [1] every week
       *[other] every { $count } weeks
    }
every-months =
    { $count ->
        [1] every month
       *[other] every { $count } months
    }
every-years =
    { $count ->
        [1] every year
       *[other] every { $count } years
    }
date-in-months = in { $count } m
date-in-years = in { $count } y

## What is wrong with a number or a date

error-number-empty = A number is missing
error-number-malformed = Not a number: “{ $text }”
error-number-no-decimals = It has no decimals
error-number-decimals = At most { $allowed } decimals
error-number-too-large = Number too large
error-number-currency = It is in { $found }; here it goes in { $wanted }
error-date-empty = A date is missing
error-date-unknown = Not a date: “{ $text }”
error-date-unknown-near = Not a date: “{ $text }”. Did you mean “{ $near }”?
error-date-no-day = There is no day { $day }: { $month } ends on day { $last } at the latest
error-date-no-day-year = There is no day { $day }: { $month } { $year } ends on day { $last }
error-date-no-month = There is no month { $month }; here dates are written { $order }
error-date-weekday = That day is a { $weekday }
error-every-unknown = Not how often: “{ $text }”
error-every-out-of-range = It has to be between every day and every 10 years
error-date-out-of-range = Date out of range: years 1 to 9999
filter-unknown-field = There is no field “{ $text }”; if it is part of the text, put it in quotes
filter-unknown-field-near = There is no field “{ $text }”: did you mean { $near }?
filter-not-here = The field { $text } does not apply in { $list }
filter-no-value = { $text } lacks its value
filter-dangling = “{ $text }” lacks a condition; if it is part of the text, put it in quotes
filter-empty = There is nothing here to look for
filter-open-quote = The closing quote is missing
filter-open-parenthesis = This parenthesis is never closed
filter-stray-parenthesis = This parenthesis closes none
filter-too-deep = Too many parentheses within one another
filter-too-long = Too many conditions: 500 fit
filter-no-window = { $text } is not counted by periods: write it without the point
filter-bad-window = “{ $text }” is no period: try .90d, .12m, .2y or .2025
filter-no-order = { $text } knows no more, less or different; for the opposite, put - before it
filter-unknown-value = “{ $text }” does not fit here. It can be: { $choices }
filter-unknown-value-near = “{ $text }” does not fit here: did you mean { $near }?
filter-money-list = (the comma is part of a number: for several amounts use .. or OR)
filter-stars-range = Stars go from 0 to 5
filter-count-for-date = A date or an age goes here, such as { $text }: did you mean { $near }?
filter-age-for-count = A number goes here, not an age
filter-age-for-count-near = A number goes here, not an age: did you mean { $near }?
filter-months = m is months: did you mean { $near }, in millions?
filter-backwards = A range goes from less to more, between values of one kind: 1..5, 30d..90d
filter-not-a-condition = { $text } orders or limits the whole list: outside parentheses, and without a minus
filter-unknown-column = There is no column “{ $text }” in this list. It can be: { $choices }
filter-unknown-column-near = There is no column “{ $text }” in this list: did you mean { $near }?
filter-no-groups = By “{ $text }” nearly each row would stand alone. Rows can be grouped by: { $choices }

## Why these stars, and why they changed

rating-sentence = { $text }.
rating-earned = { $earned }/yr = { $pace } purchase pace × { $activity } active (last { $last }, usually every { $gap } d)
rating-earned-once = { $earned }/yr = { $pace } pace of its only purchase × { $activity } active (it was { $last }; every { $gap } d is usual)
rating-earned-and-potential = { $earned } + { $part } = { $value }.
rating-potential-alone = { $value }/yr = { $part }; { $sales }.
rating-nothing = { $value }/yr: { $sales }.
rating-sales-none = no purchases and no potential that counts
rating-sales-not-yet = it has not bought yet
rating-sales-returned = what it bought was returned, or is so old that it no longer counts
rating-part-elsewhere = { $weight } of { $elsewhere } still bought elsewhere ({ $estimate })
rating-part-possible = { $weight } of { $elsewhere } that it could buy ({ $estimate })
rating-estimate = potential { $potential }, estimated on { $on }
rating-estimate-by = potential { $potential }, estimated on { $on }, source: { $who }
rating-estimate-half = { $estimate }; half of it counts, being over { $months } months old
rating-potential-old = What it could buy does not count, as the estimate is over { $months } months old ({ $estimate }).
rating-potential-covered = Its potential adds nothing: it already buys as much from us ({ $estimate }).
rating-silent = No star after { $overdue } intervals without a purchase.
rating-from = { $star }★ from { $amount }
rating-no-thresholds = No thresholds yet: there were no recent purchases when they were computed.
rating-held = Stays at { $star }★ until it is below { $amount }.
rating-held-buying = Stays at { $star }★ until its purchases are below { $amount }.
rating-waits = Rises to { $star }★ on reaching { $amount }.
rating-waits-buying = Rises to { $star }★ when its purchases reach { $amount }.
rating-capped = Potential lifts by one star at most.
rating-fell = Fell from { $from }★ to { $to }★ on { $on }: { $why }.
rating-rose = Rose from { $from }★ to { $to }★ on { $on }: { $why }.
rating-stayed = Still { $to }★ on { $on }: { $why }.
rating-needed-to-stay = it needed ≥ { $amount } to stay
rating-needed-to-rise = it needed ≥ { $amount } to rise
rating-why-value = { $now }/yr, { $before } before
rating-why-first = it bought for the first time
rating-why-slower = it buys at a slower pace, { $now }/yr, { $before } before
rating-why-faster = it buys at a faster pace, { $now }/yr, { $before } before
rating-why-silent = no purchases for { $overdue } intervals ({ $activity } active)
rating-why-active = it is more active, { $now }, { $before } before
rating-why-potential = its potential adds { $now }, { $before } before
rating-why-thresholds = the thresholds of the stars changed

## Forms

form-title-new-client = New client
form-title-new-contact = New contact
form-title-new-product = New product
form-title-new-sale = New sale
form-title-new-interaction = New activity
form-title-new-follow-up = New follow-up
form-title-new-offer = New offer
form-title-new-survey = Send a survey
form-title-new-salesperson = New salesperson
form-title-new-mail-template = New email template
form-title-edit-client = Client: { $name }
form-title-edit-contact = Contact: { $name }
form-title-edit-product = Product: { $name }
form-title-edit-sale = Sale: { $name }
form-title-edit-interaction = What was done: { $name }
form-title-edit-follow-up = Follow-up: { $name }
form-title-edit-offer = Offer: { $name }
form-title-edit-survey = Survey: { $name }
form-title-edit-salesperson = Salesperson: { $name }
form-title-edit-mail-template = Email template: { $name }
form-section-file = File
form-section-care = Care
form-section-more = More
form-section-mail = Filled in: {"{"}contact{"}"} {"{"}client{"}"} {"{"}me{"}"} {"{"}date{"}"} {"{"}product{"}"}
form-language-name = English
form-language-unknown = not known
form-yes = yes
form-no = no
form-total = Total
form-unsaved = not saved
form-working-out = Working out what changes…
form-days-later = { $count ->
    [one] a day later
   *[other] { $count } days later
}
form-days-earlier = { $count ->
    [one] a day earlier
   *[other] { $count } days earlier
}
form-price-by = { $part } of each price
form-saving = Saving…
form-from-filter = From the filter: { $fields }
form-pick-as-text = { $name } · no product, just text
form-pick-new-survey = { $name } · new survey
form-pick-none = There is none like that
form-hint-choice = ← → or its first letter
form-hint-flag = space, y or n
form-hint-notes = Enter: new line; on an empty one, go on
form-hint-example = e.g. { $example }
form-hint-tags = parted by commas
form-hint-reference = type, and pick with ↑ ↓
form-hint-client-first = choose the client first
form-hint-line = on an empty line, Enter saves
form-date-understood = { $weekday } { $date }
form-date-past = { $weekday } { $date }: already past
form-date-future = { $weekday } { $date }: still to come
form-example-due = +15d, monday, { $date }
form-every-never = does not repeat
form-example-every = every week, every month, every 10 days
form-error-ends-before = It would end before the first one ({ $due }): give a later date, or leave it empty for no end
form-error-answered-unsent = It was sent on { $date }: the answer cannot be before that
form-error-scale = The scale begins at { $from }: it must end higher up
form-error-answered-before = It was offered on { $date }: the answer cannot be before that
form-example-past = today, yesterday, { $date }
form-error-with-example = { $what } · e.g. { $example }
form-error-required = Missing: { $field }
form-error-note-text = A note needs text.
form-outcome-unknown = not said
form-error-email = This does not look like an email · e.g. ana@company.com
form-error-placeholder = { $word } cannot be filled in. You can use: { $known }
form-error-currency = Not a currency: it has three letters · e.g. EUR, USD, GBP
form-error-too-long = Too long: { $length } letters, and there is room for { $most }
form-error-long-tag = A tag has { $most } letters at most; part them by commas
form-error-negative = It cannot be negative
form-error-not-positive = It must be more than zero
form-error-outside = It must be between { $least } and { $most }
form-error-no-client = “{ $name }” is no single client: pick one from the list, or add it first in Clients
form-error-no-contact = “{ $name }” is no single contact of this client: pick one from the list, or add it first on its card
form-error-no-product = “{ $name }” is no single product: pick one from the list, or add it first in Products
form-error-no-survey = “{ $name }” is no survey yet: pick it from the list with ↑ ↓, which also makes a new one
form-error-no-salesperson = “{ $name }” is no single salesperson: pick one from the list, or add them first in Salespeople
form-error-no-lines = The sale has no lines: type a product
form-error-no-potential = The amount of the potential is missing, or its date and source are too much
form-error-stars-order = It must be { $from }★ or more
form-error-own-manager = { $name } cannot be their own manager
form-notice-errors =
    { $count ->
        [one] Not saved: { $count } field to mend
       *[other] Not saved: { $count } fields to mend
    }
form-refused-taken = { $by } has it already
form-refused-value = The database does not accept this value
form-refused-stale = Not saved: it was changed in the meantime. Fetching what is new…
form-merged = Somebody changed it in the meantime: here is theirs and yours. Look it over and save again
form-contested = Somebody put “{ $text }”; if you save, yours stays
form-contested-lines = Somebody changed the lines too; if you save, yours stay

## The screen

tab-salespeople = Salespeople
screen-too-small = The window is too small
yes = yes
no = no
list-with-closed = closed ones too
list-marked = { $count } marked
list-marked-hidden = { $count } marked ({ $hidden } out of sight)
notices-title = Notices

## Keys, as keyboards have them printed

key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-space = Space
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-backspace = Backspace
key-delete = Del
key-insert = Ins
key-pageup = PgUp
key-pagedown = PgDn
key-home = Home
key-end = End

## What the keys do, in help

action-quit = Quit the program
action-suspend = Put the program in the background
action-redraw = Draw the screen again
action-help = Show the keys that work here
action-palette = Find and run any action, list or view
action-views = See the saved views; a number shows its own
action-save-view = Save what the list shows as a view
action-rename = Give the view another name
action-move-up = Move up by one place
action-move-down = Move down by one place
action-back = Go back one step
action-select-next = Down one line
action-select-prev = Up one line
action-page-down = Down one page
action-page-up = Up one page
action-select-first = Go to the beginning
action-select-last = Go to the end
action-column-next = Go to the next column
action-column-prev = Go to the column before
action-sort-column = Sort by this column; again, the other way round; again, as usual
action-sort-also = Sort by this column too
action-choose-columns = Choose the columns and their order
action-narrow-column = Make this column narrower
action-widen-column = Make this column wider
action-column-left = Move this column to the left
action-column-right = Move this column to the right
action-group = Group the rows by this column; again, take them apart
action-fold-groups = Show only what the groups add up to, or their rows again
action-toggle = Show this column, or hide it
action-carry-up = Move this one before the one above
action-carry-down = Move this one after the one below
action-as-at-first = Everything as at first: columns, widths, order
action-search = Filter as you type: words and field:value
action-clear-search = Clear the filter
action-only-this = Only the rows with the value under the cursor
action-all-but-this = All rows but those with the value under the cursor
action-filter-column = The values of this column, with how many rows have each
action-tick = Tick the value, or take its tick away
action-tick-all = Tick all that are shown, or none
action-tick-others = Tick what is not ticked instead
action-sort-values = Put the values in their own order, or the most frequent first
action-top-rows = The first rows by this column: as many as typed, else 20
action-show-closed = Show what is left out too: archived, closed; in Today what does not fit into the week
action-next-tab = Next tab
action-prev-tab = Tab before
action-tab-today = See whom to contact today; again, by city, and who is put off
action-tab-clients = Show the clients
action-tab-contacts = Show the contacts
action-tab-sales = Show the sales
action-tab-activity = Show what was done; again, by week, the offers and the surveys
action-tab-follow-ups = Show the follow-ups
action-tab-products = Show the products (articles)
action-tab-salespeople = Show the salespeople (reps)
action-client-contacts = Show this client's contacts
action-client-sales = Show the sales to this client
action-client-activity = Show what was done with this client
action-client-follow-ups = Show this client's follow-ups
action-open = Open the card
action-add = Add a row to this list
action-add-contact = Add a contact to this client
action-edit = Edit the row
action-remove = Archive or delete
action-log-visit = Log a visit; Enter without text: today
action-log-call = Log a call
action-log-email = Log an email
action-log-message = Log a message
action-log-note = Log a note
action-add-follow-up = Add a follow-up
action-complete-follow-up = Mark the follow-up as done; of an offer or survey, say what was answered
action-snooze-until = Put the follow-up, in Today the client, off until a day you say
action-move-later = Move it to the next day
action-move-earlier = Move it to the day before
action-week-next = Next week
action-week-prev = Week before
action-this-week = Back to today
action-day-next = Next day
action-day-prev = Day before
action-snooze-follow-up = Put the follow-up off by a week; in Today the client, if nothing is due
action-add-sale = Add a sale: one line, or Enter for the form
action-offer-product = Offer a product
action-survey-figures = See what the surveys say: answers, mean and NPS
action-mark = Mark the row, or take its mark away, and go on to the next
action-mark-next = Go on marking downwards
action-mark-prev = Go on marking upwards
action-mark-all = Mark all rows, or none
action-edit-many = Change a field of the marked rows, or of all
action-brief = See the client's briefing before a visit
action-explain-stars = Explain the stars
action-copy = Copy a phone, an email, a name …, or write an email
action-edit-notes = Edit the notes in your editor
action-explain-today = Explain why it is time to contact them, or why not
action-undo = Undo the last change
action-redo = Redo what was undone
action-submit = Accept
action-cancel = Close without accepting
action-change-ending = Change what becomes of the follow-up
action-chips = Change the parts of the filter, above
action-next-chip = Go to the next part of the filter
action-prev-chip = Go to the part of the filter before
action-drop-chip = Take this part of the filter away
action-opposite = Turn this part of the filter into its opposite
action-complete-back = Go back to the proposal before
action-history = See the filters of before, to choose one
action-complete = Complete the name under the cursor; else change what becomes of the follow-up
action-open-form = Go on in the form of the sale with what was typed
action-this-one = Of what repeats, only this one
action-next-field = Next field
action-prev-field = Field before
action-save = Save from any field
action-add-line = Add a line to the sale
action-remove-line = Remove this line of the sale
action-discard = Discard the draft

## What the keys do, in one word for the footer

footer-quit = quit
footer-help = help
footer-palette = all
footer-views = views
footer-save-view = save view
footer-rename = rename
footer-move-up = move up
footer-move-down = move down
footer-back = back
footer-select-next = down
footer-select-prev = up
footer-page-down = page down
footer-page-up = page up
footer-sort-column = sort
footer-choose-columns = columns
footer-group = group
footer-toggle = show/hide
footer-carry-up = up
footer-carry-down = down
footer-as-at-first = as at first
footer-search = search
footer-tab-products = products
footer-tab-salespeople = salespeople
footer-client-contacts = contacts
footer-client-sales = sales
footer-client-activity = activity
footer-client-follow-ups = follow-ups
footer-open = card
footer-add = new
footer-add-contact = new contact
footer-open-week = what was done
footer-edit = edit
footer-remove = delete
footer-log-visit = visit
footer-log-call = call
footer-log-email = email
footer-log-message = message
footer-log-note = note
footer-add-follow-up = follow-up
footer-complete-follow-up = done
footer-answer-offer = answer
footer-snooze-until = put off until
footer-move-later = next day
footer-move-earlier = day before
footer-week-next = next week
footer-week-prev = week before
footer-this-week = today
footer-day-next = next
footer-day-prev = before
footer-snooze-follow-up = put off
footer-add-sale = sale
footer-offer-product = offer
footer-survey-figures = averages
footer-mark = mark
footer-mark-next = + down
footer-mark-prev = + up
footer-mark-all = all
footer-tick = tick
footer-tick-all = all
footer-tick-others = invert
footer-sort-values = order
footer-top-rows = top 20
footer-filter-column = values
footer-edit-many = change
footer-unmark = { $count ->
    [one] clears 1 mark
   *[other] clears { $count } marks
}
footer-brief = briefing
footer-explain-stars = stars
footer-copy = copy
footer-edit-notes = notes
footer-explain-today = why today
footer-undo = undo
footer-submit = accept
footer-cancel = close
footer-change-ending = what becomes of it
footer-chips = parts
footer-next-chip = next
footer-prev-chip = before
footer-drop-chip = take away
footer-opposite = opposite
footer-complete-back = before
footer-history = earlier ones
footer-complete = complete
footer-open-form = form
footer-this-one = only this one
footer-next-field = next
footer-prev-field = back
footer-save = save
footer-add-line = add line
footer-remove-line = remove line
footer-discard = discard

## Help

help-title = Keys
help-filter = Filter:
help-nothing = Nothing matches
palette-title = Everything that can be done
palette-list = Go to: { $list }
view-today = Today
view-neglected = Neglected with 4 or 5 stars
view-dormant = Dormant with potential
view-over-served = Over-served
view-no-buyer = No buyer known
view-lost-product = Lost a product
view-new = New without a first visit
view-no-contact = Three years without contact
filter-nothing-to-complete = There is nothing here to complete.
chips-none = This list is not filtered.
earlier-title = Filters of before
earlier-none = No filter was kept on this list yet
earlier-nothing = None of before says that
views-title = Views
views-find = Find:
views-nothing = No view is called so
views-none = There are no views yet; { $key } on a list saves the first
view-name-prompt = Save this view as
view-rename-prompt = New name of the view
view-name-new = The list, its filter, columns and order are kept
view-name-replaces = There is a view of that name: it is replaced
view-name-taken = Another view of this list has that name
view-name-empty = Type a name
view-name-long = The name has more than { $most } characters

## Heads of the columns

column-stars = ★
column-name = Name
column-city = City
column-sales-year = Sales 12 m
column-last-buy = Bought
column-last-visit = Visited
column-last-touch = Contacted
column-next-due = Next due
column-owner = Salesperson
column-potential = Potential
column-stage = Stage
column-sector = Sector
column-tags = Tags
column-phone = Phone
column-email = Email
column-code = Code
column-client = Client
column-role = Role
column-job-title = Job title
column-date = Date
column-amount = Amount
column-products = Products
column-contact = Contact
column-number = Document
column-kind = Kind
column-due = Due
column-title = Title
column-age = Waiting
column-product = Product
column-answer = Answer
column-reason = Reason
column-sent-on = Sent
column-survey = Survey
column-score = Score
column-comment = Comment
column-answered-on = Answered
column-repeats = Repeats
column-ended = Ended
column-snoozes = Put off
column-state = State
column-sku = SKU
column-family = Family
column-last-sale = Last sale
column-trend = Trend
column-unit = Unit
column-price = Price
column-active = Active
column-reports-to = Reports to
column-clients = Clients
column-capacity = Weekly
column-why = Why
column-stake = At stake
column-put-offs = Put off
column-outcome = Outcome
column-minutes = Min.
column-text = Text
column-week = Week
column-touches = Touches
column-visits = Visits
column-calls = Calls
column-emails = Emails
column-messages = Msgs
column-meetings = Meet.
column-offers = Offers

## A list without rows. The first line is the title; $add and $back are keys

empty-portfolio =
    There are no clients yet. Three ways to begin:

    {"  "}cartera demo              shows a complete example and changes nothing
    {"  "}cartera import FILE       brings your clients and sales in from CSV
    {"  "}{ $add }                         adds the first client here

    The example and the import are typed in the shell, after leaving here.
empty-today =
    Nobody to contact today.
    Here comes who has a follow-up due, goes longer without visit or contact than its stars ask, or is silent beyond its own rhythm.
empty-today-by-city =
    Nobody to contact today.
    Here the same clients as in Today come city by city.
empty-put-off =
    Nobody of 4★ or more was put off three times.
empty-search =
    Nothing matches.
    Words are looked for in names, cities, codes and contacts, whatever the accents; and conditions such as city:Madrid stars:>=4 last-visit:>90d. { $back } clears the filter.
empty-of-client =
    This client has none yet.
    { $add } adds here; { $back } shows everybody's.
empty-clients =
    There are no clients.
    { $add } adds one.
empty-contacts =
    There are no contacts yet.
    { $add } adds the first person.
empty-sales =
    There are no sales yet.
    { $add } adds the first; “cartera import FILE” brings them in from CSV.
empty-followups =
    Nothing is to be done.
    { $add } adds a follow-up.
empty-offers =
    No offer is waiting for an answer.
    { $add } adds an offer.
empty-surveys =
    No survey has been sent yet.
    { $add } sends one: from 0 to 10, would you recommend us?
empty-activity =
    Nothing done yet.
    { $add } writes something down; on a client v, l, c, m and t are enough.
empty-totals =
    No week with these words. { $back } goes back.
empty-products =
    There are no products yet.
    { $add } adds the first.
empty-salespeople =
    There are no salespeople yet.
    { $add } adds the first.

## The client card

card-do-not-contact = Do not contact
card-they-call = They will call
card-they-call-until = They will call; if not, from { $until } on
card-archived = archived
card-unrated = Not rated yet. Its first sale gives it stars; a potential does when “cartera rate” publishes them.
card-override = { $stars } until { $until }, set by { $by }: { $reason }
card-label-sales = Sales
card-sales =
    { $year } in 12 months · { $total } in all · { $count } { $count ->
        [one] document
       *[other] documents
    }
card-label-last-buy = Last purchase
card-label-buyer = Buyer
card-label-touches = Touches
card-label-offers = Offers
card-label-score = Survey
card-label-next = Next
card-label-potential = Potential
card-wallet = buys { $percent } of it here
card-wallet-beyond = buys { $percent } of it here: review the potential
card-label-visit-every = Visit every
card-label-touch-every = Contact every
card-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
card-touches =
    { $visits } { $visits ->
        [one] visit
       *[other] visits
    }, { $calls } { $calls ->
        [one] call
       *[other] calls
    }, { $emails } { $emails ->
        [one] email
       *[other] emails
    } in 12 months · last: { $last }
card-file = File
card-contacts = People
card-no-contacts = Nobody yet
card-left = left on { $date }
card-follow-ups = To be done
follow-up-snoozes =
    { $count ->
        [1] put off once
       *[other] put off { $count } times
    }
card-follow-up = follow-up
card-offer = offer
offer-bought-perhaps = bought?
offer-bought-since = { $answer }, bought { $date }
survey-recommendation = Recommendation (NPS)
survey-unanswered = no answer
survey-out = pending
survey-given-up = no answer
survey-figures = What the surveys say
survey-figures-key = { $key }: averages and NPS
survey-none-sent = None has been sent yet.
survey-answered = { $answered } of { $sent } answered ({ $rate })
survey-mean = mean { $mean } (from { $min } to { $max })
survey-nps = NPS { $nps }
survey-nps-means = NPS: the % that scores 9 or 10 less the % that scores 0 to 6; from -100 to 100.
card-history = History
card-no-history = Nothing yet
card-more-history =
    and { $count } earlier { $count ->
        [one] entry
       *[other] entries
    }
card-notes = Notes

## Products

trend-new = new
product-launched = since { $date }
product-to-launch = comes out on { $date }
product-inactive = no longer sold
product-label-sales = Sales
product-label-months = By month
product-label-last = Last sale
product-label-paid = Paid
product-label-offers = Offers
product-label-stopped = Stopped
product-label-buyers = Buyers
product-sales =
    { $year } in 12 months, { $count } { $count ->
        [one] client
       *[other] clients
    }
product-against-year = against the 12 months before
product-against-quarter = in 90 days, against the 90 before
product-as-year = about as in the 12 months before
product-as-quarter = in 90 days, about as in the 90 before
product-months = { $line } best month: { $month }, { $most }; this one: { $now }
product-no-months = nothing sold in 12 months
product-paid = { $low } to { $high } a unit
product-no-offers = none in 12 months
product-offers = { $count } in 12 months · unanswered { $open } · bought { $bought } · rejected { $rejected }
product-stopped = Who stopped buying it
product-nobody-stopped = Nobody: who used to buy it still does
product-buyers = Who buys it
product-nobody-buys = Nobody in the last 12 months
product-habit = { $count } times, every { $gap } d
product-once = once
product-more-clients =
    and { $count } more { $count ->
        [one] client
       *[other] clients
    }

## Briefing before a visit

brief-label-people = People
brief-label-bought = Bought
brief-label-stopped = Stopped
brief-label-proposals = Propose
brief-label-offers = Offers
brief-label-to-do = To do
brief-label-contacts = Contacts
brief-title-people = People
brief-title-bought = Last purchases
brief-title-stopped = What it used to buy and stopped
brief-title-proposals = To propose: others buy it, this one does not
brief-title-offers = Open offers
brief-title-to-do = To be done
brief-title-contacts = Last contacts
brief-stars = { $stars }  { $value }/yr · { $activity } active · buys every { $gap } d, last { $last }
brief-stars-once = { $stars }  { $value }/yr · { $activity } active · its only purchase was { $last }
brief-stars-never-bought = { $stars }  { $value }/yr for its potential: it has not bought yet
brief-wallet = { $percent } of its potential: { $sales } of { $potential } in 12 months
brief-wallet-beyond = { $percent } of its potential: review the potential ({ $sales } of { $potential } in 12 months)
brief-no-potential = { $sales } in 12 months; its potential is not estimated
brief-habit = { $count } times, every { $gap } d, { $amount }/yr
brief-alike-basket = { $buyers } of { $peers } who buy the same things
brief-alike-sector = { $buyers } of { $peers } of its sector
brief-no-people = Nobody yet: add who buys
brief-no-purchases = It has not bought anything yet
brief-nothing-bought-yet = Nothing: it does not buy yet
brief-nothing-stopped = Nothing: it goes on buying what it used to
brief-no-peers = Nothing: there are no clients alike to compare it with yet
brief-no-proposals = Nothing: it buys or was offered what clients alike buy
brief-no-offers = None
brief-nothing-to-do = Nothing
brief-no-contacts = It was never contacted

## Logging

log-with = with { $contact }
week-title = Week from { $from } to { $to }
week-capacity = of { $capacity } contacts a week
week-overdue = Overdue
week-more = and { $count } more
put-off-until = Put off until
put-off-hint = Type another day (tomorrow, friday, +3d, 12/12), or just Enter
put-off-past = { $date } has passed: type today or a day to come
put-off-client-today = Today is not putting it off: type a day to come
put-off-later =
    { $weekday } { $to } instead of { $from } · { $count ->
        [1] put off once
       *[other] put off { $count } times
    }
put-off-earlier = { $weekday } { $to } instead of { $from }: does not count as put off
log-ending = { $what } · { $key }: { $next }
log-ending-titled = { $kind } “{ $title }” ({ $due })
log-ending-untitled = { $kind } ({ $due })
log-ending-done = Closes: { $what }
log-ending-put-off = No answer: puts off to { $to }: { $what }
log-ending-kept = Stays open: { $what }
log-ending-alone = Just done, nothing logged: { $what }
log-ending-done-short = close it
log-ending-put-off-short = put it off
log-ending-kept-short = leave it open
log-ending-alone-short = just done, log nothing
log-for-whom = for whom?
log-hint = Type what happened (30m with:ana res:good offer:drill next:+15d …), or just Enter
log-sale-hint = Type 3 drill 45.90 + 10 bit 2.5 · Enter alone opens the form of a sale
log-leave = Esc again drops what was typed; Enter logs it
log-as-text = { $problem } · Correct it, or Enter again logs it as text
log-note-without-text = A note needs text: type it, or Esc to leave it.
log-not-yet = One moment: it is being looked up who is who.
log-no-client = The client is missing: begin the line with its name and a colon, “lópez: …”.
log-too-long = The text is too long: there is room for { $most } characters.
log-nothing-sold = What was sold is missing: type quantity, product and price.
log-no-price = The price of “{ $product }” is missing: type it after it.
log-nothing-to-complete = There is no name here to complete.
log-choose-several = “{ $name }” may be
log-choose-near = There is no “{ $name }”; nearly so
log-choose-client = “{ $name }:” – for whom is the line?
log-choose-text = For { $client }; “{ $name }:” is part of the text
log-choose-unlisted = “{ $name }” as it stands, without a product

## Today: whose it is, and why a client is in it

today-everybody = everybody’s
today-week = { $made } of { $capacity } contacts this week
today-with-all = with what does not fit
today-cut =
    So far what fits into the week: { $key } shows { $count ->
        [one] the client that is left
       *[other] the { $count } that are left
    }
today-no-city = No city
today-nobody = Nobody to contact today.
today-nobody-put-off = Nobody of 4★ or more was put off three times.
today-clients =
    { $count ->
        [one] 1 client
       *[other] { $count } clients
    }
today-cli-cut =
    So far what fits into the week: { $count ->
        [one] 1 more client is left
       *[other] { $count } more clients are left
    } (--all)
today-cli-last = last contact { $ago }
today-cli-never = never contacted
today-cli-next = due { $day }: { $what }
activity-offered = offered { $products }
totals-week = { $number } · { $monday }
totals-everybody = Everybody
totals-nobody = no salesperson
why-follow-up =
    { $days ->
        [0] today, { $what }
        [one] yesterday, { $what }
       *[other] { $days } d late, { $what }
    }
why-never = never contacted
why-visit =
    { $days ->
        [0] visit today ({ $rule })
       *[other] visit { $days } d late ({ $rule })
    }
why-never-visited =
    { $days ->
        [0] never visited ({ $rule })
       *[other] never visited, { $days } d late ({ $rule })
    }
why-touch =
    { $days ->
        [0] contact today ({ $rule })
       *[other] contact { $days } d late ({ $rule })
    }
why-every-own = every { $every } d, agreed
why-every-stars = every { $every } d for { $stars }★
why-every = every { $every } d
why-silent = bought { $days } d ago, usually every { $gap } d
why-launch =
    { $days ->
        [0] { $product }, new today, not offered
        [one] { $product }, new since yesterday, not offered
       *[other] { $product }, new { $days } d ago, not offered
    }
why-put-off =
    { $count ->
        [one] put off once
       *[other] put off { $count } times
    }
why-put-off-until =
    { $count ->
        [one] Put off once, until { $until }
       *[other] Put off { $count } times, until { $until }
    }
why-none = Not today: nothing is due, no limit has passed, or it was set aside.
why-term = { $urgency } × { $why }
why-score = { $stake } at stake × urgency { $urgency } = { $score }: the place in the list
why-stake = At stake a year: { $stake }, at the pace of its purchases
why-stake-potential = At stake a year: { $stake } = { $pace } at the pace of its purchases + { $more } of { $elsewhere } that it could buy besides
why-last = Last visit: { $visit }. Last contact: { $touch }. Last purchase: { $buy }.
why-next = Due { $day }: { $what }
why-how = Urgency is 1 when a limit passes, 1.5 at twice the limit, and never reaches 2; only who was never contacted has 2. What is at stake decides: whoever is worth more than twice as much comes first. What was promised for today is always shown, even when the week is full.

## Questions

confirm-yes = yes
confirm-no = no
confirm-discard = Discard what was typed in the form?
confirm-restore-client = Bring back “{ $subject }”? It returns to the lists with what was to be done for it.
confirm-remove-client = Archive “{ $subject }”? Its data are kept, and it can be undone.
confirm-remove-contact = Delete the contact “{ $subject }”? It can be undone.
confirm-remove-product = Delete the product “{ $subject }”? It can be undone.
confirm-remove-sale = Delete the sale “{ $subject }”? It can be undone.
confirm-remove-series = Drop “{ $subject }” and not repeat it any more? It can be undone.
confirm-remove-interaction = Delete “{ $subject }”? What was offered in it and the follow-up it did stay as they are. It can be undone.
confirm-remove-follow-up = Drop the follow-up “{ $subject }”? It can be undone.
confirm-remove-offer = Delete the offer “{ $subject }”? It can be undone.
confirm-remove-survey = Delete “{ $subject }” as sent, with its contact and its answer? It can be undone.
confirm-remove-salesperson = Delete “{ $subject }”? It can be undone.
confirm-remove-mail-template = Delete the template “{ $subject }”? It can be undone.
drafts-title = Left half-typed the last time
drafts-unreadable = The draft cannot be read: it is of another version.

## What is copied, and notes in the editor

copy-title = Copy from { $client }
copy-phone = Phone
copy-email = Email
copy-write = Write an email
copy-name = Name
copy-address = Address
copy-tax-id = Tax ID
copy-website = Website
copied-sent = Copied: { $text }. (If nothing can be pasted, this terminal does not allow it: see “clipboard” in the config file.)
copied-given = Copied: { $text }
copied-too-long = Not copied: it is too long for a terminal. Set a command as “clipboard” in the config file.
copied-not = Not copied: “{ $command }” did not work ({ $reason }). Check “clipboard” in the config file.
copied-command-failed = it ended with an error

## Emails from templates

mail-title = Email to { $name }, in { $language }
mail-own = yours
mail-built-in = This template comes with the program and is not deleted. “e” copies it for you to change; a copy that keeps its name takes its place.
mail-no-product = The template names {"{"}product{"}"}, and { $client } has not been offered anything. Offer a product or choose another template.
mail-no-me = Nobody is known to sign it. Put your name as “author” in the config file, or give the client a salesperson.
mail-nothing-for = There is nothing to put in { $word }. Fill it in or choose another template.
mail-ask-unwished = { $name } does not want to be written to. Write anyway?
mail-ask-unwished-client = { $name } does not want to be contacted. Write anyway?
mail-ask-copy = Nothing here opens an email, and there is no “mail” in the config file. Copy the email to paste it elsewhere?
mail-ask-copy-failed = The email was not opened: “{ $command }” did not work ({ $reason }). Copy the email to paste it elsewhere?
mail-ask-sent = “{ $subject }”, to { $name }: have you sent it? If so, it is logged.
mail-ask-sent-cut = The text of “{ $subject }” is too long to hand to the mail program and was copied: paste it there. Have you sent it to { $name }? If so, it is logged.
mail-not-logged = Nothing was logged.

mail-template-first-name = First contact
mail-template-first-subject = Introducing ourselves to { $client }
mail-template-first-body =
    Hello { $contact },

    My name is { $me }. I would like to hear what { $client } needs and tell you how we can help.

    Which day this week or next may I call you? It will take ten minutes.

    Kind regards,
    { $me }
mail-template-visit-name = After the visit
mail-template-visit-subject = Thank you for your time
mail-template-visit-body =
    Hello { $contact },

    Thank you for your time. This is what we talked about and what I will do next:

    -

    If anything is missing, tell me and I will add it.

    Kind regards,
    { $me }
mail-template-offer-name = Offer
mail-template-offer-subject = Offer: { $product }
mail-template-offer-body =
    Hello { $contact },

    As we discussed, this is our offer of { $product } for { $client }, dated { $date }:

    -

    What do you think? I am happy to go through it with you by phone.

    Kind regards,
    { $me }
mail-template-silence-name = A long silence
mail-template-silence-subject = How are things at { $client }?
mail-template-silence-body =
    Hello { $contact },

    We have not spoken for a while. I would like to know how things are at { $client } and whether there is anything we could do better.

    May I call you one of these days?

    Kind regards,
    { $me }
mail-template-survey-name = Survey
mail-template-survey-subject = One question about our work
mail-template-survey-body =
    Hello { $contact },

    From 0 to 10, how likely are you to recommend us to another company? A reply with the number is enough, and with your reason if you like.

    It helps us improve. Thank you.

    Kind regards,
    { $me }

notes-same = The notes are as they were.
notes-broken = The editor ended with an error. Nothing is saved yet: the form has what it left.
notes-broken-same = The editor ended with an error. The notes are as they were.
notes-no-editor = There is no editor: set EDITOR to the name of one. The notes are as they were.
notes-not-an-editor = The editor “{ $command }” could not be started: check VISUAL and EDITOR. The notes are as they were.
notes-not-begun = The notes could not be handed to the editor: { $reason }. They are as they were.
notes-unreadable = What the editor saved is not readable text. It stays in { $path }; the notes are as they were.
notes-none-here = This form has no notes.
notes-left = Notes were being written in an editor when the program ended. They stay in { $path }: take what you need from there and delete it.

## Hints

hint-paste = Nothing is typed here: the paste is not used.
hint-tab-to-come = “{ $tab }” is not there yet.
hint-unbound = { $key } does nothing here ({ $help }: help)
hint-on-group = This is a group: Enter folds and unfolds it; choose one of its rows.
hint-no-groups = By “{ $column }” nearly each row would stand alone.
hint-nothing-grouped = The rows are not grouped: { $key } groups them by the column under the cursor.
hint-last-column = A list shows at least one column.
bulk-not-here = Rows cannot be changed many at a time here.
bulk-everything = With no marks and no filter all { $count } rows of the list change. Go on?
bulk-which-field = What to change
bulk-title = { $field } · { $count ->
    [one] 1 row
   *[other] { $count } rows
}
bulk-again = Somebody changed something!
bulk-changed = { $count ->
    [one] 1 changes
   *[other] { $count } change
}
bulk-refused = { $count } cannot
bulk-same = { $count ->
    [one] 1 stays
   *[other] { $count } stay
}
bulk-apply = { $count ->
    [one] changes 1 row
   *[other] changes { $count } rows
}
bulk-back = goes back
bulk-nothing = There is nothing to change.
working-on = Changing { $count ->
    [one] 1 row
   *[other] { $count } rows
}…
working-undo = Undoing…
working-redo = Redoing…
obstacle-gone = is no longer there
obstacle-closed = is closed
obstacle-ends-before = its series ends before
obstacle-no-price = has no price
obstacle-too-large = the result will not do
hint-only-selected = With several rows marked, this is done to the selected one only.
told-clients = { $count ->
    [one] 1 client
   *[other] { $count } clients
}
told-rows-refused = { $count ->
    [one] 1 row
   *[other] { $count } rows
} ({ $refused } could not be)
confirm-many-complete = Mark { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
} as done?
confirm-many-snooze = Put { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
} off by a week?
confirm-many-put-off = Put what is due off by a week for { $count ->
    [one] 1 client
   *[other] { $count } clients
}, or them where nothing is promised?
confirm-many-restore = Put { $count ->
    [one] 1 client
   *[other] { $count } clients
} back into the lists?
confirm-many-archive = Archive { $count ->
    [one] 1 client
   *[other] { $count } clients
}? They leave the lists; their history stays.
confirm-many-drop = Drop { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
}, and the series to which they belong?
confirm-many-delete = Delete { $count ->
    [one] 1 row
   *[other] { $count } rows
}? What is in use stays.
confirm-many-log = { $what }: log the same for { $count ->
    [one] 1 client
   *[other] { $count } clients
}?
put-off-many = Enter: each a week later (from today where it is late)
put-off-many-to = All to { $weekday } { $to }
hint-nothing-selected = No row is selected.
hint-column-is-less = The column “{ $column }” shows less than { $field }: looks into; / filters by it.
hint-column-is-no-condition = The column “{ $column }” is nothing that a filter can ask for; o sorts by it.
hint-cell-of-several = This cell has several values, and a filter asks for one.
values-title = { $column }: values
values-find = Find:
values-condition = From..to, >, <:
values-none = (empty)
values-nothing = No value holds that.
values-awaited = Counting…
values-under-cursor = Nothing ticked: the one under the cursor
values-ticked = { $values } ticked · rows: { $rows }
values-top-shown = The first { $count } by this column; F shows all again.
hint-counted-row = These figures are counted: Enter shows what they count.
hint-no-client-here = Choose a client on another tab first.
hint-no-follow-up = Nothing is to be done for this client.
hint-already-closed = It is closed already.
hint-not-before-today = Nothing can be due on a day that has passed.
hint-choose-follow-up = There are several follow-ups: choose one.
hint-figures-of-surveys = That is seen in Surveys, the last one of Activity.
hint-choose-offer = There are several offers: choose one.
hint-undo = { $key } undoes it
hint-redo = { $key } redoes it

## What was done

done-add-client = Client added: { $subject }
done-edit-client = Client saved: { $subject }
done-archive-client = Client archived: { $subject }
done-restore-client = Client brought back: { $subject }
done-follow-up-too = { $done } · done: { $what }
done-due = { $done } · due { $date }
done-offered-before = { $done } · already offered on { $date }, still without an answer
done-put-off-client = Put off: { $subject }
done-add-contact = Contact added: { $subject }
done-edit-contact = Contact saved: { $subject }
done-delete-contact = Contact deleted: { $subject }
done-add-product = Product added: { $subject }
done-edit-product = Product saved: { $subject }
done-delete-product = Product deleted: { $subject }
done-add-sale = Sale added: { $subject }
done-edit-sale = Sale saved: { $subject }
done-delete-sale = Sale deleted: { $subject }
done-add-follow-up = Follow-up added: { $subject }
done-edit-interaction = Saved what was done: { $subject }
done-delete-interaction = Deleted what was done: { $subject }
done-edit-follow-up = Follow-up saved: { $subject }
done-complete-follow-up = Done: { $subject }
done-skip-follow-up = Left out this time: { $subject }
done-snooze-follow-up = Put off: { $subject }
done-drop-follow-up = Follow-up dropped: { $subject }
done-add-salesperson = Salesperson added: { $subject }
done-edit-salesperson = Salesperson saved: { $subject }
done-delete-salesperson = Salesperson deleted: { $subject }
done-add-mail-template = Template added: { $subject }
done-edit-mail-template = Template saved: { $subject }
done-delete-mail-template = Template deleted: { $subject }
done-add-view = View saved: { $subject }
done-edit-view = View saved again: { $subject }
done-shift-view = View moved: { $subject }
done-delete-view = View deleted: { $subject }
done-add-offer = Offer logged: { $subject }
done-edit-offer = Offer saved: { $subject }
done-delete-offer = Offer deleted: { $subject }
done-add-survey = Survey sent: { $subject }
done-edit-survey = Survey saved: { $subject }
done-delete-survey = Survey deleted: { $subject }
done-add-goal = Goal added
done-edit-goal = Goal saved
done-log-interaction = Logged: { $subject }
done-import = Imported: { $subject }
done-load-demo = Example portfolio loaded
done-publish-ratings = Stars published
done-undo = Undone: { $subject }
done-redo = Redone: { $subject }
done-edit-many = Changed: { $subject }
told-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
told-field = { $field } → { $value } in { $count ->
    [one] 1 row
   *[other] { $count } rows
}
told-field-emptied = { $field } emptied in { $count ->
    [one] 1 row
   *[other] { $count } rows
}
done-undone = Undone: “{ $what }”
done-redone = Redone: “{ $what }”

## What went wrong in the storage, and what to do about it

failure-the-database = The database
failure-open = Could not open { $path }: { $reason }.
failure-open-advice = Check the path and its permissions, or choose another file with --db.
failure-reach = Cannot reach { $path }: { $reason }.
failure-reach-advice = Check that the folder exists and that you may write to it, or choose another file with --db.
failure-io-not-found = it does not exist
failure-io-permission = there is no permission
failure-io-directory = it is a directory
failure-io-not-a-directory = a part of the path is not a directory
failure-foreign = { $path } is not a cartera database.
failure-foreign-advice = It was left alone. Choose another file with --db.
failure-newer = { $path } is of a newer cartera (schema { $found }; this one knows { $known }).
failure-newer-advice = It was left alone. Update cartera.
failure-damaged = { $path } is damaged: { $detail }.
failure-damaged-advice = It was left alone. Copy it aside and restore the last backup.
failure-old-sqlite = The SQLite library { $version } loses writes.
failure-old-sqlite-advice = Use 3.51.3 or later.
failure-no-wal = Writing is not safe at { $path } (mode { $mode }).
failure-no-wal-advice = Put the file on a disk of this machine, not on the network.
failure-migration = Could not upgrade the database to schema { $version }: { $reason }.
failure-migration-advice = It is as it was.
failure-busy = Another program is writing to the database.
failure-busy-advice = Nothing was saved. Try again.
failure-full = No room is left on the disk.
failure-full-advice = Nothing was saved. Free some space and try again.
failure-read-only = The database cannot be written.
failure-read-only-advice = Check the permissions of the file and its folder.
failure-stale = Somebody else changed it while it was open.
failure-stale-advice = Open it again and repeat the change.
failure-gone = It is no longer there.
failure-gone-advice = It may have been deleted in another window.
failure-taken = { $field } is already taken by { $by }.
failure-taken-advice = Type another value.
failure-refused = The value of { $field } is not acceptable.
failure-archived = “{ $name }” is archived, and nothing is planned for an archived client.
failure-archived-advice = Bring it back first in Clients, among what is archived, or choose another client.
failure-inactive = “{ $name }” is no longer sold, so it cannot be offered.
failure-inactive-advice = Choose another product, or make it active again in Products.
failure-withdrawn = The survey “{ $name }” is no longer sent.
failure-withdrawn-advice = Choose another one, or type the name of a new one.
failure-in-use = Still in use: { $count } { $by }.
failure-in-use-advice = Do not delete it: edit it and take “Active” away (of a contact, say when they left).
failure-in-use-clients = clients
failure-in-use-sales = sales
failure-in-use-history = entries in the history
failure-nothing-to-undo = There is nothing to undo.
failure-nothing-to-redo = There is nothing to redo.
failure-undo-conflict = { $subject } was changed afterwards.
failure-undo-conflict-advice = So as not to lose that change, this one is not undone.
failure-not-redoable = An import can be undone, but not redone.
failure-not-redoable-advice = Import the file again.
failure-alone = This cannot be one of many changes at once.

failure-stopped = Stopped: nothing was changed.
failure-amount = The amount is too large.
failure-uncertain = The disk failed while this was being saved: { $reason }.
failure-uncertain-advice = It may or may not have been saved. Check the disk, start cartera again and look before you repeat it.
failure-sqlite = The database refused: { $reason }.
failure-sqlite-advice = Nothing was saved. “cartera doctor” checks the file.

## The config file

config-unreadable = Could not read { $path }: { $reason }. The defaults are used.
config-syntax = config.toml, line { $line }: { $reason }. Nothing of the file is used.
config-unknown-setting = config.toml: there is no setting “{ $setting }”.
config-bad-value = config.toml: { $setting } cannot be { $value }.
config-key-context = config.toml: there is no place [keys.{ $name }].
config-key-chord = config.toml: { $entry } is not a key.
config-key-action = config.toml: { $entry }: there is no action “{ $action }”.
config-key-useless = config.toml: { $entry }: “{ $action }” does nothing there.
config-key-clash = config.toml: { $entry } is there twice.
config-key-not-a-name = config.toml: { $entry } does not carry the name of an action.

## Importing

import-or = or
import-kind-salespeople = salespeople
import-kind-products = products
import-kind-clients = clients
import-kind-contacts = contacts
import-kind-sales = sales, one row a line
import-field-client-code = Client code
import-field-first-name = First name
import-field-last-name = Last name
import-field-contact-phone = Contact’s phone
import-field-contact-email = Contact’s email
import-field-contact-notes = Notes on the contact
import-field-discontinued = Discontinued
import-field-salesperson-code = Salesperson code
import-field-salesperson-email = Salesperson’s email
import-field-sale-notes = Notes on the sale

import-error-io = it cannot be read ({ $why })
import-error-not-found = there is no such file. Check the name
import-error-permission = there is no permission to read it
import-error-directory = it is a folder, not a file. Name the CSV files in it
import-error-special = it is not a regular file. Save it to disk first, as CSV UTF-8
import-error-empty = it is empty
import-error-header-only = it has a header, but no row below it
import-error-zip = it is a spreadsheet or a ZIP, not CSV. Open it and save it as “CSV UTF-8”
import-error-old-excel = it is an old Excel workbook, not CSV. Open it and save it as “CSV UTF-8”
import-error-pdf = it is a PDF, not CSV
import-error-database = it is a database, not CSV
import-error-utf16 = it is in UTF-16. Open it and save it as “CSV UTF-8”
import-error-binary = it is not a text file. Open it in the program that made it and save it as “CSV UTF-8”
import-error-nul = line { $line }, column { $column }: there is a NUL byte, so it is no text or is damaged. Save it again as “CSV UTF-8”
import-error-not-utf8 = line { $line }, column { $column }: the byte { $byte } is not UTF-8. Open it in your spreadsheet and save it as “CSV UTF-8”
import-error-long-line = line { $line } is longer than 1 MiB. See whether line breaks are missing there
import-error-unclosed-quote = line { $line }, column { $column }: a quote is opened and never closed. Close it, or take it out, and import again
import-error-no-header = line { $line }: I do not know these columns ({ $found }). The first row must say what is in each, e.g. Name, City, Phone
import-error-missing-columns = it looks like a file of { $kind }, but lacks a column: { $missing }. It has: { $found }
import-error-changed = it changed while it was read. Close it in other programs and import again
import-error-stopped = stopped

import-rejected-row = line { $line }: { $why }
import-rejected-field = line { $line }, { $field }: { $why }
import-reason-ragged = it has { $found } columns, the header { $wanted }
import-reason-ragged-quote = it has { $found } columns, the header { $wanted }; a quote opens on line { $from } and closes further down: is one too many, or missing?
import-reason-missing = missing
import-reason-number = not a number: “{ $text }”
import-reason-date = not a date in the order { $order }: “{ $text }”
import-reason-year = the year cannot be right: “{ $text }”
import-reason-too-long = { $found } characters, there is room for { $max }
import-reason-range = “{ $text }” must be between { $min } and { $max }
import-reason-negative = “{ $text }” cannot be negative
import-reason-not-positive = “{ $text }” must be greater than zero
import-reason-too-large = the number is too large
import-reason-decimals = “{ $text }” has more than { $allowed } decimals
import-reason-other-currency = it is in { $found }; here it goes in { $wanted }
import-reason-word = I do not know the word “{ $text }”
import-reason-currency = not a currency: “{ $text }”. It takes three letters, e.g. EUR
import-reason-no-rate = it is in { $text } and does not say at which rate. Add a column “Exchange rate”
import-reason-ambiguous = several are called “{ $text }”. Add the code
import-reason-circle = “{ $text }” would come to report to themselves
import-reason-mixed-currency = another line of the same document has another currency or rate

## When the program breaks

panic-what = a bug in the program has closed it
panic-advice = What was saved is safe; what you were typing is offered when you start again. Please report the bug with this line.

## The command line

cli-no-terminal = The screen needs a terminal
cli-terminal = Cannot use the terminal
cli-unsaved = What you asked for last was not saved
cli-advice-no-terminal = Commands work without one: cartera --help.
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-about-cartera = A client portfolio in the terminal. Without a command the screen opens.
cli-usage-cartera = cartera [OPTIONS] [COMMAND]
cli-about-completions = Write the script by which a shell completes cartera's words
cli-usage-completions = cartera completions SHELL
cli-arg-db = The database file; else that of CARTERA_DB or the system's place
cli-arg-lang = Language: es or en; else that of CARTERA_LANG or the system's
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-shell = bash, elvish, fish, powershell or zsh
cli-value-db = FILE
cli-value-lang = LANGUAGE
cli-value-shell = SHELL
cli-after-help =
    Exit codes: 0 done · 1 could not (database, file, disk) · 2 not understood ·
    3 nothing found, or several · 4 done in part (rows rejected).
    Variables: CARTERA_DB, CARTERA_LANG, CARTERA_TODAY (YYYY-MM-DD), NO_COLOR.
cli-error-value = “{ $value }” will not do for { $argument }
cli-error-value-missing = { $argument } needs a value
cli-error-argument = There is no option “{ $argument }”
cli-error-command = There is no command “{ $command }”
cli-error-missing = { $argument } is missing
cli-error-conflict = { $argument } does not go with the rest, or is there twice
cli-error-utf8 = The arguments are not UTF-8
cli-error-other = The command is not understood
cli-error-choices = It can be: { $choices }
cli-error-suggestion = Did you mean { $suggested }?
cli-error-advice = Try “cartera --help”
cli-error-output = Cannot write the result
cli-error-no-home = There is no home folder to keep the data in; name a file with --db
cli-about-list = Print a list: clients, contacts, sales, followups, activity, totals, offers, surveys, products or salespeople
cli-about-today = Tell whom to contact today, why and how
cli-usage-today = cartera today [FILTER] [OPTIONS]
cli-arg-salesperson = Only this salesperson's: name, code or email
cli-value-salesperson = SALESPERSON
cli-arg-by-city = City by city, for a route
cli-arg-put-off = Those of 4★ or more that were put off three times
cli-arg-all = Also what does not fit into the week
cli-salesperson-unknown = No salesperson matches “{ $text }”
cli-salesperson-ambiguous = “{ $text }” may be: { $names }
cli-about-activity = Tell what was done: how much a week, by whom, and day by day what
cli-usage-activity = cartera activity [OPTIONS]
cli-arg-from = From this day: monday, 11/3, 2026-11-03; without it, the Monday of the week
cli-arg-to = To this day; without it, today
cli-arg-activity-kind = Only this kind: visit, call, email, message, meeting, note or survey
cli-arg-totals = Only how much, not what
cli-value-from = DAY
cli-value-to = DAY
cli-value-activity-kind = KIND
cli-days-turned = --from lies after --to: they are taken the other way round
cli-error-date = The day “{ $text }” is not understood
cli-advice-date = For example: yesterday, monday, 11/3, 2026-11-03
activity-week = Week { $number }, { $days }
activity-of-capacity = { $made } of { $capacity } contacts
activity-touches =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
activity-clients =
    { $count ->
        [one] { $count } client
       *[other] { $count } clients
    }
activity-visits =
    { $count ->
        [one] { $count } visit
       *[other] { $count } visits
    }
activity-calls =
    { $count ->
        [one] { $count } call
       *[other] { $count } calls
    }
activity-emails =
    { $count ->
        [one] { $count } email
       *[other] { $count } emails
    }
activity-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
activity-meetings =
    { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
activity-offers =
    { $count ->
        [one] { $count } offer
       *[other] { $count } offers
    }
activity-minutes = { $count } min
activity-nothing = Nothing was done in these days.
cli-usage-list = cartera list KIND|--view VIEW [FILTER] [OPTIONS]
cli-arg-kind = clients, contacts, sales, followups, activity, totals, offers, surveys, products or salespeople; in Spanish too
cli-arg-words = Filter: words that must be there and conditions, such as city:Madrid stars:>=4 last-visit:>90d; best in single quotes
cli-arg-sort = Columns to sort by; with “-” before them, the other way round: -sales_year,name
cli-arg-columns = Columns to show: name,city,stars
cli-arg-limit = At most so many rows
cli-arg-view = A saved view, by its name or number (cartera views); FILTER narrows it
cli-arg-csv = As CSV for a spreadsheet: heads in English, amounts with a point, dates YYYY-MM-DD
cli-about-views = Print the saved views with their numbers
cli-usage-views = cartera views [OPTIONS]
cli-view-number = No.
cli-view-name = View
cli-view-list = List
cli-view-filter = Filter
cli-error-view = There is no view “{ $view }”
cli-error-view-list = The view “{ $view }” is of another list: { $list }
cli-arg-closed = Archived clients, closed follow-ups and products no longer sold too
cli-arg-json = As JSON: one array, an object a row, amounts in minor units
cli-value-kind = KIND
cli-value-words = FILTER
cli-value-view = VIEW
cli-value-sort = COLUMNS
cli-value-columns = COLUMNS
cli-value-limit = N
cli-yes = yes
cli-no = no
cli-nothing-found = Nothing was found
cli-list-count =
    { $count ->
        [one] { $shown } of { $count } row
       *[other] { $shown } of { $count } rows
    }
cli-columns-left-out =
    { $count ->
        [one] { $count } column has no room: --columns chooses, --json gives all
       *[other] { $count } columns have no room: --columns chooses, --json gives all
    }
cli-error-filter = The filter cannot be understood at column { $column }: { $message }
cli-error-column = There is no column “{ $column }” in this list
cli-about-rate = Publish everybody's stars as of today and say how many clients have which
cli-usage-rate = cartera rate [OPTIONS]
cli-arg-recalibrate = Set the thresholds of the stars anew

## The example portfolio

demo-nothing-is-kept = An example portfolio: do what you like, nothing is kept.
demo-kept = Example portfolio written. Open it with: cartera --db { $path }
cli-about-demo = Shows the program on an example portfolio; nothing is kept
cli-usage-demo = cartera demo [--keep FILE]
cli-arg-keep = Instead of showing it, writes it into a new file
cli-value-keep = FILE
cli-error-no-portfolio = There is no portfolio at { $path }; none was made.
cli-advice-no-portfolio = Check the name. To begin one, open cartera there or import a file.
cli-error-exists = { $path } is already there.
cli-advice-exists = The example is only written into a new file: give another name.
cli-about-import = Import CSV files: clients, contacts, products, salespeople or sales
cli-usage-import = cartera import FILE… [OPTIONS]
cli-arg-files = The files, in any order; what each is shows in its header
cli-value-files = FILE
cli-arg-dry-run = Say what it would do, and write nothing
cli-arg-keep-repeats = Import rows too that repeat another of their document
cli-about-show = Show everything about a client, as on its card
cli-usage-show = cartera show CLIENT [OPTIONS]
cli-about-brief = Tell what to know of a client before a visit
cli-usage-brief = cartera brief CLIENT [OPTIONS]
cli-arg-client = The client: its code, its name or a part of the name
cli-value-client = CLIENT
cli-client-unknown = There is no client “{ $text }”
cli-client-ambiguous =
    { $count ->
        [one] “{ $text }” is no client's name, but this one may be meant:
       *[other] “{ $text }” can be any of { $count } clients:
    }
cli-about-doctor = Look the database over without changing it
cli-usage-doctor = cartera doctor [OPTIONS]
cli-doctor-file = File: { $path } ({ $bytes } bytes)
cli-doctor-private = Permissions: { $mode }, its owner's alone
cli-doctor-open = Permissions: { $mode }. Others can read it: take that away with “chmod 600”
cli-doctor-versions = cartera { $version } · SQLite { $sqlite } · schema { $schema } of { $latest } · journal { $journal }
cli-doctor-rows = Rows: { $rows } · actions { $actions }
cli-doctor-damage = Damage: { $damage }
cli-doctor-dangling = References to rows that are not there: { $count }
cli-doctor-sound = All is well
cli-doctor-unsound = The database is damaged: make a copy of the file and restore a backup

## The quick log

log-minutes = { $minutes } min
log-outcome = outcome: { $outcome }
log-they-call = they will call; if not, from { $date } on
log-next = follow-up: { $date }
log-offers = offered: { $products }
log-tags = tag: { $tags }
log-sale-number = document { $number }
log-sale-item = { $quantity } × { $product } at { $price } = { $amount }
log-sale-no-price = { $quantity } × { $product }, no price
log-sale-paid = last price
log-sale-listed = list price
log-sale-text = “{ $product }” without a product
log-sale-unknown = { $product }?
log-sale-total = total { $amount }
log-unknown-name = “{ $name }:” means nothing here and stays text (known are with: on: res: offer: tag: next:)
log-unknown-outcome = “{ $value }” is no outcome and stays text (good, ok, bad, na)
log-no-value = Nothing stands after “{ $word }”; it stays text
log-quotes = The quotes of “{ $word }” do not close; it stays text
log-twice = “{ $name }:” stands twice; the first counts
log-in-the-future = { $date } is still to come
log-already-past = { $date } has passed
log-long-tag = The tag “{ $tag }” is too long; it stays text
log-outside = “{ $text }” cannot be: no quantity is zero, no price less than nothing, no discount more than 100%
log-no-product = A product is missing: type quantity, product and price, or take out what is too much
log-two-readings = “{ $name }” can be read in two ways: put the product’s name in quotes
log-mixed = Some quantities are negative and some are not: a sale and a return are two documents

log-nobody = Nobody here is called “{ $name }”: correct it, or leave with: out
log-nobody-client = There is no client “{ $name }”
log-nobody-product = There is no product “{ $name }”
log-several = “{ $name }” may be more than one
log-other-client = “{ $name }” is another client, or part of the text: you will be asked
log-no-such-client = There is no client “{ $name }”: this is logged for { $client }, and “{ $name }:” stays as text


import-head = { $file }: { $kind } ({ $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    })
import-tabulator = tab
import-form = UTF-8, columns separated by “{ $delimiter }”
import-columns = Columns: { $columns }
import-columns-unknown = Not imported: { $columns }
import-not-closed = The last line does not end in a line break: the file may have been cut off
import-form-number = { $column }: decimals after “{ $what }” ({ $because })
import-form-date = { $column }: dates { $what } ({ $because })
import-form-fraction = { $column }: 0.15 is 15% ({ $because })
import-because-values = its values say so
import-because-others = the other columns say so
import-because-locale = two readings are possible, this is your country’s; please check
import-counts = { $what }: new { $new }, updated { $updated }, unchanged { $unchanged }
import-count-salespeople = Salespeople
import-count-families = Families
import-count-products = Products
import-count-clients = Clients
import-count-contacts = Contacts
import-count-sales = Sales documents
import-count-lines = Sale lines
import-total = Total: { $exact }
import-total-rounded = Total: { $exact }, all added up and rounded once. As kept it comes to { $kept }, for each line is rounded by itself ({ $rounded ->
        [one] { $rounded } line was not exact
       *[other] { $rounded } lines were not exact
    })
import-left-no-client = Rows without a client: { $count }, { $amount } ({ $where }). Left out: nobody knows who bought
import-left-repeat = Rows that repeat another of their document to the letter: { $count }, { $amount } ({ $where }). Left out; taken with --keep-repeats
import-left-own-cost = One’s own costs, such as bank charges and bad debts: { $count }, { $amount } ({ $where }). Left out: they are no sales
import-left-no-quantity = Rows with a quantity of zero: { $count } ({ $where }). Left out
import-note-return = Lines of returns: { $count }, { $amount } ({ $where })
import-note-charge = Postage, discounts, commissions and corrections: { $count }, { $amount } ({ $where }). They count for the client, without a product
import-note-free = Lines with a price of zero: { $count } ({ $where }). Kept as given away
import-note-other-amount = Lines whose amount is not quantity times price less discount: { $count } ({ $where }). The computed one was taken
import-note-merged = Rows about something further up: { $count } ({ $where }). Taken together
import-note-future = Lines dated after today: { $count } ({ $where }). Is the date read rightly?
import-where =
    { $count ->
        [one] line { $lines }
       *[other] lines { $lines }
    }
import-rejected =
    { $count ->
        [one] Rejected { $count } row:
       *[other] Rejected { $count } rows:
    }
import-rejected-cells =
    { $count ->
        [one] Rejected { $count } cell; the rest of its row is taken:
       *[other] Rejected { $count } cells; the rest of their rows is taken:
    }
import-rejected-more = and { $count } more
import-not-written = { $path } was not imported
import-written-before = Imported before it: { $files }
import-unreadable = nothing was imported
import-stage-looking = Looking at
import-stage-reading = Reading
import-stage-writing = Writing
import-end-simulated = Simulation: nothing was written
import-end-done = Imported. “u” in the program takes all of it back
import-end-nothing = There was nothing new: nothing was changed
cli-about-log = Log a visit, call, email, message, note or sale: cartera log v "lópez: showed the X2 next:mon"
cli-usage-log = cartera log KIND "CLIENT: LINE" [OPTIONS]
cli-arg-log-kind = v visit, l call, c email, m message, t note, sale (or '$'), or the whole word
cli-arg-line = The client, a colon and what one would type on the screen; the client alone is today, no more
cli-value-log-kind = KIND
cli-value-line = LINE
cli-error-no-client = The client before the colon is missing
cli-advice-no-client = For example: cartera log v "lópez: showed the X2 next:mon"
cli-log-dry-run = Dry run: nothing was logged

## The columns of a list

columns-title = Columns · { $list }
columns-no-room = (no room here)

## Groups of rows

group-month = { $month } { $year }
group-empty = (empty)

## Fields that users define

field-custom = Your own fields
field-choices = Choices
form-section-custom = Your own fields
form-choice-none = –
form-title-new-custom-field = New field
form-title-edit-custom-field = Field: { $name }
form-error-label = A label begins with a letter, for filters to name it
form-error-label-taken = “{ $name }” already means something in filters: call it “{ $near }”, say
form-error-no-choices = Give something to choose from, parted by commas: north, south
fields-title = Your own fields of clients
fields-none = There are none yet: “n” adds one
fields-values = { $count ->
    [one] 1 value
   *[other] { $count } values
}
confirm-remove-field = { $count ->
    [0] Delete the field “{ $label }”? It can be undone.
    [one] Delete the field “{ $label }” and the value that a row has in it? It can be undone.
   *[other] Delete the field “{ $label }” and the { $count } values that rows have in it? It can be undone.
}
failure-unfit = { $count ->
    [one] 1 value does not fit into that.
   *[other] { $count } values do not fit into that.
}
failure-unfit-advice = Change them first, or leave the field as it is.
done-add-custom-field = Field added: { $subject }
done-edit-custom-field = Field saved: { $subject }
done-move-custom-field = Field moved: { $subject }
done-delete-custom-field = Field deleted: { $subject }
action-define-fields = Define fields of your own
footer-define-fields = fields
kind-custom-entity-client = client
kind-custom-entity-contact = contact
kind-custom-entity-product = product
kind-custom-entity-sale = sale
kind-custom-text = text
kind-custom-number = number
kind-custom-money = money
kind-custom-date = date
kind-custom-flag = yes or no
kind-custom-choice = choice
