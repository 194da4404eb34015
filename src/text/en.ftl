### What users read, in English. The same keys and variables as es.ftl.

## Tabs

tab-today = Today
tab-clients = Clients
tab-contacts = Contacts
tab-sales = Sales
tab-followups = Follow-ups
tab-activity = Activity
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
field-owner = Owner
field-stage = Stage
field-tags = Tags
field-potential = Yearly potential
field-potential-on = Potential estimated on
field-potential-source = Source of the potential
field-star-override = Fixed stars
field-override-reason = Reason
field-override-until = Until
field-visit-every = Visit every (days)
field-touch-every = Contact every (days)
field-do-not-contact = Do not contact
field-notes = Notes
field-archived = Archived
field-client = Client
field-contact = Contact
field-salesperson = Salesperson
field-job-title = Job title
field-role = Role
field-main = Main contact
field-language = Language
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
field-scale = Scale
field-sent-on = Sent on
field-answered-on = Answered on
field-score = Score
field-comment = Comment
field-due = Due
field-title = Title
field-recurrence = Recurrence
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
error-date-out-of-range = Date out of range: years 1 to 9999

## Why these stars, and why they changed

rating-sentence = { $text }.
rating-earned = { $earned }/yr = { $pace } purchase pace × { $activity } active (last { $last }, usually every { $gap } d)
rating-earned-once = { $earned }/yr = { $pace } pace of its only purchase × { $activity } active (it was { $last }; every { $gap } d is usual)
rating-earned-and-potential = { $earned } + { $part } = { $value }.
rating-potential-alone = { $value }/yr = { $part }; { $sales }.
rating-nothing = { $value }/yr: { $sales }.
rating-sales-none = no purchases and no potential that counts
rating-sales-not-yet = it has not bought yet
rating-sales-returned = purchases less returns come to nothing
rating-part-elsewhere = { $weight } of { $elsewhere } still bought elsewhere ({ $estimate })
rating-part-possible = { $weight } of { $elsewhere } that it could buy ({ $estimate })
rating-estimate = potential { $potential }, estimated on { $on }
rating-estimate-by = potential { $potential }, estimated by { $who } on { $on }
rating-estimate-half = { $estimate }; half of it counts, being over { $months } months old
rating-potential-old = What it could buy does not count, as the estimate is over { $months } months old ({ $estimate }).
rating-potential-covered = Its potential adds nothing: it already buys as much from us ({ $estimate }).
rating-silent = No star after { $overdue } intervals without a purchase.
rating-from = { $star }★ from { $amount }
rating-no-thresholds = No thresholds yet: there were no purchases when they were computed.
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
form-title-new-follow-up = New follow-up
form-title-new-salesperson = New salesperson
form-title-edit-client = Client: { $name }
form-title-edit-contact = Contact: { $name }
form-title-edit-product = Product: { $name }
form-title-edit-sale = Sale: { $name }
form-title-edit-follow-up = Follow-up: { $name }
form-title-edit-salesperson = Salesperson: { $name }
form-section-file = File
form-section-care = Care
form-section-more = More
form-language-name = English
form-language-unknown = not known
form-yes = yes
form-no = no
form-total = Total
form-unsaved = not saved
form-saving = Saving…
form-looking-up = Looking up…
form-pick-as-text = { $name } · no product, just text
form-pick-none = There is none like that
form-hint-choice = ← → or its first letter
form-hint-flag = space, y or n
form-hint-notes = Enter: new line; on an empty one, go on
form-hint-tags = parted by commas
form-hint-reference = type, and pick with ↑ ↓
form-hint-client-first = choose the client first
form-hint-line = on an empty line, Enter saves
form-date-understood = { $weekday } { $date }
form-date-past = { $weekday } { $date }: already past
form-date-future = { $weekday } { $date }: still to come
form-example-due = +15d, monday, { $date }
form-example-past = today, yesterday, { $date }
form-error-with-example = { $what } · e.g. { $example }
form-error-required = Missing: { $field }
form-error-email = This does not look like an email · e.g. ana@company.com
form-error-currency = Not a currency: it has three letters · e.g. EUR, USD, GBP
form-error-negative = It cannot be negative
form-error-not-positive = It must be more than zero
form-error-outside = It must be between { $least } and { $most }
form-error-no-client = There is no single client “{ $name }”: pick one from the list
form-error-no-contact = This client has no single contact “{ $name }”: pick one from the list
form-error-no-product = There is no single product “{ $name }”: pick one from the list
form-error-no-salesperson = There is no single salesperson “{ $name }”: pick one from the list
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
form-refused-stale = Not saved: it was changed since you opened it. Copy what is yours, close and open it again
form-refused-gone = Not saved: it is no longer there, or something that it refers to is not
form-refused-busy = Not saved: another program is writing. Save again in a moment
form-refused-full = Not saved: no room left on the disk. Make room and save again
form-refused-read-only = Not saved: the database cannot be written
form-refused-amount = Not saved: the amount is too large
form-refused-other = Not saved: { $detail }

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
import-reason-word = I do not know the word “{ $text }”
import-reason-currency = not a currency: “{ $text }”. It takes three letters, e.g. EUR
import-reason-no-rate = it is in { $text } and does not say at which rate. Add a column “Exchange rate”
import-reason-ambiguous = several are called “{ $text }”. Add the code
import-reason-circle = “{ $text }” would come to report to themselves
import-reason-mixed-currency = another line of the same document has another currency or rate
