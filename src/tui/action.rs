//! What the user can ask for, whatever key asks for it.

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// An intent. Its word is its name in the config file; what it does depends on where it is asked for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name),+ }

        impl Action {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name in the config file.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

actions! {
    Quit = "quit",
    Suspend = "suspend",
    Redraw = "redraw",
    Help = "help",
    /// Everything that can be asked for, found by its letters.
    Palette = "palette",
    /// Out of here by one level; never out of the program.
    Back = "back",
    SelectNext = "select_next",
    SelectPrev = "select_prev",
    PageDown = "page_down",
    PageUp = "page_up",
    SelectFirst = "select_first",
    SelectLast = "select_last",
    ColumnNext = "column_next",
    ColumnPrev = "column_prev",
    SortColumn = "sort_column",
    /// As a further level, under the order that is there.
    SortAlso = "sort_also",
    /// Which columns the list shows, and in which order.
    ChooseColumns = "choose_columns",
    NarrowColumn = "narrow_column",
    WidenColumn = "widen_column",
    ColumnLeft = "column_left",
    ColumnRight = "column_right",
    /// Puts the rows together by a column.
    Group = "group",
    /// Shows of all groups only what they add up to.
    FoldGroups = "fold_groups",
    Search = "search",
    ClearSearch = "clear_search",
    /// The parts of the filter in the heading.
    Chips = "chips",
    NextChip = "next_chip",
    PrevChip = "prev_chip",
    DropChip = "drop_chip",
    /// What is let through instead of what is.
    Opposite = "opposite",
    /// What the column cursor stands on.
    OnlyThis = "only_this",
    AllButThis = "all_but_this",
    /// The values of the column under the cursor, to tick those that are wanted.
    FilterColumn = "filter_column",
    Tick = "tick",
    /// All that are shown, or none of them.
    TickAll = "tick_all",
    /// What is not ticked instead of what is.
    TickOthers = "tick_others",
    /// By how many rows they have, or as they are.
    SortValues = "sort_values",
    /// The rows that come first by the column.
    TopRows = "top_rows",
    /// The selected row, and on to the next.
    Mark = "mark",
    /// On to the next row, with a mark.
    MarkNext = "mark_next",
    MarkPrev = "mark_prev",
    /// All that are listed, or none.
    MarkAll = "mark_all",
    /// One field of the marked rows, or of all that are listed.
    EditMany = "edit_many",
    /// Shows archived clients and closed follow-ups too, or hides them again.
    ShowClosed = "show_closed",
    NextTab = "next_tab",
    PrevTab = "prev_tab",
    TabToday = "tab_today",
    TabClients = "tab_clients",
    TabContacts = "tab_contacts",
    TabSales = "tab_sales",
    TabFollowUps = "tab_follow_ups",
    TabActivity = "tab_activity",
    TabProducts = "tab_products",
    /// Salespeople have no digit of their own yet.
    TabSalespeople = "tab_salespeople",
    ClientContacts = "client_contacts",
    ClientSales = "client_sales",
    ClientFollowUps = "client_follow_ups",
    ClientActivity = "client_activity",
    /// The saved ones, to choose from.
    Views = "views",
    /// What the list shows, under a name.
    SaveView = "save_view",
    Rename = "rename",
    MoveDown = "move_down",
    MoveUp = "move_up",
    Open = "open",
    /// What one wants to know before a visit, on one screen.
    Brief = "brief",
    /// What can be pasted elsewhere: a phone, an email, a name.
    Copy = "copy",
    /// In the user's editor.
    EditNotes = "edit_notes",
    Add = "add",
    AddContact = "add_contact",
    Edit = "edit",
    Remove = "remove",
    /// Fields of the user's own.
    DefineFields = "define_fields",
    LogVisit = "log_visit",
    LogCall = "log_call",
    LogEmail = "log_email",
    LogMessage = "log_message",
    LogNote = "log_note",
    AddFollowUp = "add_follow_up",
    CompleteFollowUp = "complete_follow_up",
    SnoozeFollowUp = "snooze_follow_up",
    /// To a day that is asked for.
    SnoozeUntil = "snooze_until",
    /// By a day, in the week.
    MoveLater = "move_later",
    MoveEarlier = "move_earlier",
    WeekNext = "week_next",
    WeekPrev = "week_prev",
    ThisWeek = "this_week",
    DayNext = "day_next",
    DayPrev = "day_prev",
    AddSale = "add_sale",
    OfferProduct = "offer_product",
    ExplainStars = "explain_stars",
    /// Why a client is in Today, or is not.
    ExplainToday = "explain_today",
    /// What the scores of all surveys say.
    SurveyFigures = "survey_figures",
    Undo = "undo",
    Redo = "redo",
    Submit = "submit",
    Cancel = "cancel",
    /// Of a series only this one.
    ThisOne = "this_one",
    /// Of the follow-up that is bound to what is logged.
    ChangeEnding = "change_ending",
    /// Writes a name of the line out; where there is none, as [`Self::ChangeEnding`].
    Complete = "complete",
    CompleteBack = "complete_back",
    /// The filters of before, to choose from.
    History = "history",
    /// Goes on in the whole form with what the line says.
    OpenForm = "open_form",
    NextField = "next_field",
    PrevField = "prev_field",
    /// From anywhere in a form.
    Save = "save",
    AddLine = "add_line",
    RemoveLine = "remove_line",
    /// Shows a column or hides it.
    Toggle = "toggle",
    CarryUp = "carry_up",
    CarryDown = "carry_down",
    AsAtFirst = "as_at_first",
    /// Forgets a kept draft.
    Discard = "discard",
}

impl Action {
    /// Those that have no key by default, on purpose.
    pub const UNBOUND: &'static [Self] = &[];

    /// By its name in the config file.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.word() == word)
    }

    /// The catalogue's key of the sentence in help.
    pub fn help_key(self) -> String {
        format!("action-{}", self.word().replace('_', "-"))
    }

    /// The catalogue's key of the word in the footer.
    pub fn footer_key(self) -> String {
        format!("footer-{}", self.word().replace('_', "-"))
    }
}
