//! Everything that can be wrong, with the data its sentence needs.

use rust_decimal::Decimal;

use super::Reason;

/// What is wrong. Each has a stable code, see [`crate::text::problem::describe`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// With a file as such, or the use of files.
    File(FileProblem),
    /// With the form of a TOML file.
    Document(DocumentProblem),
    /// With a kommun table.
    Table(TableProblem),
    /// With a baseline.
    Baseline(BaselineProblem),
    /// With a scenario.
    Scenario(ScenarioProblem),
    /// With a check.
    Check(CheckProblem),
    /// With what was asked for on the command line.
    Command(CommandProblem),
    /// With how the command line is written.
    Usage(UsageProblem),
    /// With a file that is imported.
    Import(ImportProblem),
    /// With figures that cannot be, or hardly, be right.
    Figure(FigureProblem),
    /// With a result that is read back.
    Result(ResultProblem),
}

impl Problem {
    /// Whether one can go on in spite of it.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        match self {
            Self::File(problem) => {
                matches!(problem, FileProblem::EncodingGuessed | FileProblem::ShadowsExample { .. })
            }
            Self::Baseline(problem) => *problem == BaselineProblem::StateExceedsAppropriation,
            Self::Import(problem) => problem.is_warning(),
            Self::Scenario(problem) => problem.is_warning(),
            Self::Figure(_) => true,
            Self::Table(problem) => {
                matches!(
                    problem,
                    TableProblem::ChangedSinceImport { .. }
                        | TableProblem::ColumnLeftOut { .. }
                        | TableProblem::LanAsRegion { .. }
                        | TableProblem::LanUnknown { .. }
                )
            }
            Self::Document(_) | Self::Check(_) | Self::Command(_) | Self::Usage(_) | Self::Result(_) => false,
        }
    }
}

macro_rules! problem_from {
    ($($group:ident($kind:ident)),*) => {
        $(impl From<$kind> for Problem {
            fn from(problem: $kind) -> Self {
                Self::$group(problem)
            }
        })*
    };
}
problem_from!(
    File(FileProblem),
    Document(DocumentProblem),
    Table(TableProblem),
    Baseline(BaselineProblem),
    Scenario(ScenarioProblem),
    Check(CheckProblem),
    Import(ImportProblem),
    Figure(FigureProblem),
    Command(CommandProblem),
    Usage(UsageProblem),
    Result(ResultProblem)
);

/// What a TOML value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are TOML's own")]
pub enum Kind {
    Text,
    Whole,
    Decimal,
    Boolean,
    Date,
    List,
    Table,
    /// `inf` or `nan`.
    NotFinite,
    /// A name of a key or a table of numbers.
    NameOrTable,
    /// A sum or a table of named items.
    SumOrTable,
    /// The word "alla" or a list.
    AllaOrList,
    /// A list of texts.
    ListOfTexts,
    /// A list of tables.
    ListOfTables,
}

/// What a file was given as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the files")]
pub enum WantedFile {
    Scenario,
    Table,
    Result,
}

/// What a file is that was given as another kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the files")]
pub enum OtherFile {
    Scenario,
    Baseline,
    Table,
    Workbook,
    Json,
    Report,
}

/// What somebody names a file as: a user, or another file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the files")]
pub enum Named {
    Scenario,
    Baseline,
    Table,
    /// The side file of a table.
    Sources,
}

impl Named {
    /// How the names of such files end.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Scenario | Self::Baseline | Self::Sources => &["toml"],
            Self::Table => &["csv", "tsv", "txt", "xlsx"],
        }
    }
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum FileProblem {
    NotFound {
        wanted: String,
        tried: Vec<String>,
        nearest: Option<String>,
    },
    /// As [`FileProblem::NotFound`], of a path on the command line that is looked for nowhere else.
    NotThere {
        wanted: String,
        nearest: Option<String>,
    },
    OfOtherKind {
        path: String,
        what: OtherFile,
        wanted: WantedFile,
    },
    ShadowsExample {
        wanted: String,
        path: String,
        example: String,
    },
    IsFolder {
        path: String,
        example: Option<String>,
    },
    Unreadable {
        path: String,
        reason: Reason,
    },
    NotRegular {
        path: String,
    },
    NameTooLong {
        most: usize,
    },
    TooLarge {
        path: String,
        limit_mib: u64,
    },
    NotText {
        path: String,
        workbook: bool,
    },
    EndingUnfit {
        path: String,
        named: Named,
    },
    Foreign {
        path: String,
        named: Named,
    },
    EncodingBroken {
        path: String,
    },
    EncodingGuessed,
    OutputUnwritable {
        path: String,
        reason: Reason,
        left: Vec<String>,
    },
    OutputIsInput {
        path: String,
    },
    DifferentBaselines {
        first: String,
        other: String,
    },
    NetUnavailable {
        scenario: String,
    },
}

impl FileProblem {
    /// The path of the file that cannot be read.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::IsFolder { path, .. }
            | Self::Unreadable { path, .. }
            | Self::NotRegular { path }
            | Self::TooLarge { path, .. }
            | Self::NotText { path, .. }
            | Self::EndingUnfit { path, .. }
            | Self::Foreign { path, .. }
            | Self::EncodingBroken { path } => Some(path),
            _ => None,
        }
    }
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum DocumentProblem {
    Syntax { message: String },
    DuplicateKey { key: String },
    TooDeep,
    TooManyBrackets { most: usize },
    UnknownKey { key: String, nearest: Option<String>, allowed: Vec<String> },
    MissingKey { key: String },
    WrongType { key: String, expected: Kind, found: Kind },
    YearOutOfRange { key: String, lowest: i64, highest: i64 },
    NotWholeKronor { key: String },
    EmptyValue { key: String },
    InvalidChoice { value: String, allowed: Vec<String>, nearest: Option<String> },
    AmountOutOfRange { key: String },
    NumberOutOfRange { key: String, lowest: i64, highest: i64 },
    DecimalOutOfRange { key: String },
    NegativeNumber { key: String },
    WrongKindOfFile { baseline_given: bool },
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum TableProblem {
    Empty { file: bool },
    QuoteUnclosed,
    ColumnMissing { missing: Vec<String>, nearest: Option<String>, found: Vec<String> },
    ColumnTwice { column: String },
    TooManyColumns { most: usize },
    TooManyFigures { most: usize },
    RowLength { expected: usize, found: usize },
    CellEmpty { column: String },
    CellNotANumber { column: String },
    CellNotWhole { column: String },
    CellAmbiguous { column: String },
    CellNoYear { column: String },
    CellNegative { column: String },
    CellTooLarge { column: String },
    ColumnLeftOut { column: String, others: usize },
    KommunkodInvalid { lost_zero: Option<String> },
    KommunkodTwice { kommunkod: String },
    KommunNameTwice { kommun: String },
    YearRequired { years: Vec<i64> },
    YearMissing { year: i64, years: Vec<i64> },
    ChangedSinceImport { table: String },
    LanAsRegion { lan: String, region: String, others: usize },
    LanUnknown { lan: String, nearest: String, others: usize },
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum BaselineProblem {
    UnknownKommun { name: String, nearest: Option<String> },
    AmbiguousKommun { name: String, candidates: Vec<String> },
    KommunTwice { kommun: String },
    KommunInTwoForbund { kommun: String, forbund: String },
    ForbundTwice { name: String },
    MixedBasis { lacking: Vec<String> },
    BudgetAndStateGrant,
    SateNotAMember { kommun: String, forbund: String },
    SharesSum { sum: Decimal },
    ShareOutOfRange,
    StateShareNought,
    NationalNeeds { key: String },
    RestConflict,
    RestHoldsMember { kommun: String },
    KeyLacksKommun { kommun: String },
    FolkmangdMissing { kommun: String },
    KeyIsNought { forbund: String },
    ForbundWithoutInhabitants { forbund: Option<String> },
    ForbundWithoutForsorjningsmatt { forbund: Option<String> },
    BaseGrantsExceed { forbund: u64, base_grant: i64, appropriation: i64 },
    StateBelowBase { forbund: String, base_grant: i64, state: i64 },
    StateExceedsAppropriation,
    IndicatorTwice { column: String },
    UnknownIndicator { column: String, nearest: Option<String>, existing: Vec<String> },
    NoPot,
    FiguresTooLarge,
}

impl BaselineProblem {
    /// A kommun lacks a number that a key needs: an agreed one, or its folkmängd, the only column that may be empty.
    #[must_use]
    pub fn key_lacks(kommun: String, agreed: bool) -> Self {
        if agreed { Self::KeyLacksKommun { kommun } } else { Self::FolkmangdMissing { kommun } }
    }
}

/// What became of a förbund that an earlier change names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UsedUp {
    /// A part of this one.
    Merged(String),
    /// These parts.
    Split(Vec<String>),
    /// Nothing: its kommuner left it.
    Emptied,
}

/// What takes at least two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the verbs")]
pub enum Several {
    Merge,
    Split,
    SharedKansli,
}

/// A change that makes no förbund whose seat it could state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the verbs")]
pub enum Seatless {
    Outside,
    Split,
    SharedKansli,
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum ScenarioProblem {
    ChangeWithoutVerb,
    ChangeWithTwoVerbs {
        verbs: Vec<String>,
    },
    UnknownForbund {
        name: String,
        nearest: Option<String>,
        existing: Vec<String>,
    },
    AmbiguousForbund {
        name: String,
        candidates: Vec<String>,
    },
    UnknownRegion {
        name: String,
        nearest: Option<String>,
    },
    MoveTarget {
        both: bool,
    },
    KansliNotAllowed {
        outside: bool,
    },
    SateNotAllowed {
        change: Seatless,
    },
    AlreadyThere {
        kommun: String,
        forbund: String,
    },
    NotAMember {
        kommun: String,
    },
    JoinsCalibrated {
        kommun: String,
    },
    OutsideIsForbund {
        name: String,
    },
    NameTaken {
        name: String,
    },
    PartsAlike {
        name: String,
    },
    ForbundTwiceInChange {
        name: String,
    },
    ForbundUsedUp {
        name: String,
        became: UsedUp,
    },
    ForbundLeftEmpty {
        name: String,
        created: bool,
    },
    KommunMovedAgain {
        kommuner: Vec<String>,
    },
    MoveUndone {
        kommuner: Vec<String>,
        by: Undoing,
    },
    SplitUndone {
        forbund: String,
    },
    MergerUndone {
        forbund: String,
    },
    KansliOverridden {
        forbund: String,
        shared: bool,
    },
    SateOverridden {
        forbund: String,
    },
    SharedKansliGone,
    SharedKansliChanged {
        lost: Vec<String>,
        merged: Vec<String>,
        left: Vec<String>,
    },
    TooFew {
        verb: Several,
    },
    /// More shared kanslier than can be in effect at once.
    TooManyShared {
        most: usize,
    },
    SplitForeign {
        kommun: String,
        forbund: String,
    },
    SplitMissing {
        kommuner: Vec<String>,
        forbund: String,
    },
}

/// Some of the people that a figure counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PartOfPeople {
    /// Women, or men.
    Sex {
        /// Whether women.
        women: bool,
    },
    /// Some ages, and those that hold them.
    Ages(String, String),
}

/// What undoes a move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Undoing {
    /// A move back.
    Return,
    /// A merger of both förbund.
    Merger,
    /// A split of the receiver, into those who came and the others.
    Split,
}

impl ScenarioProblem {
    /// Whether the changes can be meant, each by itself and in their order.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::ForbundLeftEmpty { created: false, .. }
                | Self::KommunMovedAgain { .. }
                | Self::MoveUndone { .. }
                | Self::SplitUndone { .. }
                | Self::MergerUndone { .. }
                | Self::KansliOverridden { .. }
                | Self::SateOverridden { .. }
                | Self::SharedKansliChanged { .. }
        )
    }
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum CheckProblem {
    UnknownMetric { metric: String, nearest: Option<String>, existing: Vec<String> },
    MetricIsNull { metric: String },
    MetricIsNoNumber { metric: String },
    WithoutBound,
    BoundsConflict { crossed: bool },
    BoundOutOfRange { key: String, is_below: bool, smallest: Decimal, largest: Decimal },
    MetricTooFine { metric: String },
    TwoRows,
    RedistributionWithoutRow,
    NegativeTolerance,
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum ImportProblem {
    SourcesExist {
        path: String,
    },
    Workbook {
        path: String,
        fault: WorkbookFault,
    },
    JsonBroken {
        path: String,
        line: usize,
        column: usize,
    },
    JsonForeign {
        path: String,
    },
    TooManyCells {
        path: String,
        most: usize,
    },
    SheetNotThere {
        path: String,
        sheet: String,
        sheets: Vec<String>,
        nearest: Option<String>,
    },
    NoKommuner {
        path: String,
        holds: Holds,
    },
    TablePerLan {
        path: String,
    },
    WebPage {
        path: String,
        site: Site,
    },
    YearUnknown,
    YearNotThere {
        year: i64,
        /// The columns that have no figure of the year; all if none is named.
        columns: Vec<String>,
        years: Vec<i64>,
    },
    FileWithoutYear {
        path: String,
        year: i64,
        years: Vec<i64>,
    },
    NoFigure {
        formula: bool,
    },
    LostDigits,
    TooLarge,
    NotWhole {
        column: String,
    },
    Negative {
        column: String,
    },
    FiguresDiffer,
    HeadingTwice,
    /// Some of the people are more than all of them.
    PartExceedsWhole {
        part: PartOfPeople,
        value: Decimal,
        total: Decimal,
    },
    SumContradicts {
        /// The ages of the whole; of women and men none.
        of_ages: Option<String>,
        sum: Decimal,
        total: Decimal,
    },
    CodeAndNameDiffer {
        of_code: String,
        of_name: String,
    },
    DivisionWithoutTotal {
        column: String,
        values: Vec<String>,
    },
    OneSexOnly {
        women: bool,
    },
    AgesLack {
        ages: Vec<String>,
        kommun: String,
    },
    MonthsLack {
        months: Vec<u8>,
        year: i64,
        kommun: String,
        /// An indicator is left out then; a column that everything rests on cannot be.
        of_indicator: bool,
    },
    ColumnName {
        name: String,
        better: Option<String>,
    },
    SeriesNotFound {
        heading: String,
        nearest: Option<String>,
        found: Vec<String>,
    },
    SeriesWithoutFigures {
        heading: String,
        wanted: Vec<i64>,
        years: Vec<i64>,
    },
    HeadingForTwoColumns {
        heading: String,
        columns: Vec<String>,
    },
    ColumnLacks {
        columns: Vec<String>,
        found: Vec<String>,
        /// Whether all that was found are headings of years.
        only_years: bool,
        /// The letters of columns of figures without a heading.
        unnamed: Vec<String>,
    },
    NoCommonYear {
        befolkning: Vec<i64>,
        forsorjningsmatt: Vec<i64>,
    },
    AgesContradict {
        series: String,
        row: String,
    },
    YearContradicts {
        stated: i64,
        asked: i64,
    },
    CellUnread {
        column: String,
        value: String,
    },
    OwnKommun {
        kommunkod: String,
        kommun: String,
    },
    NoughtMonths {
        months: Vec<u8>,
        year: i64,
        kommun: String,
    },
    WithoutAssistance {
        year: i64,
        kommun: String,
    },
    PagesLack,
    UnknownPlace {
        name: String,
        nearest: Option<String>,
    },
    YearsLeftOut {
        years: Vec<i64>,
        column: String,
    },
    KommunerLeftOut {
        kommuner: Vec<String>,
        column: String,
        year: i64,
    },
    /// `--strict` and at least this many warnings.
    Strict {
        warnings: usize,
    },
}

impl ImportProblem {
    /// Whether the rest can be imported in spite of it.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::PagesLack
                | Self::FileWithoutYear { .. }
                | Self::UnknownPlace { .. }
                | Self::YearsLeftOut { .. }
                | Self::KommunerLeftOut { .. }
                | Self::MonthsLack { of_indicator: true, .. }
                | Self::CellUnread { .. }
                | Self::OwnKommun { .. }
                | Self::NoughtMonths { .. }
                | Self::WithoutAssistance { .. }
        )
    }
}

/// What a file holds in place of figures of kommuner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum Holds {
    Unknown,
    Groups,
    NoFigures,
    DeletedFigures,
}

/// Where a page was saved from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the sites")]
pub enum Site {
    Kolada,
    Scb,
    Other,
    /// No page at all, but as little a table.
    Xml,
}

/// What is wrong with a workbook.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum WorkbookFault {
    Damaged,
    /// A zip file with something else in it.
    NotAWorkbook,
    Old,
    Protected,
    OtherFormat {
        name: &'static str,
    },
    TooLarge,
    Empty,
}

/// Figures that are hardly right: always warnings. See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum FigureProblem {
    KommunerMissing {
        years: Vec<i64>,
        missing: Vec<String>,
        expected: usize,
    },
    ZeroForMissing {
        kommun: String,
        year: i64,
        column: String,
    },
    Jump {
        kommun: String,
        column: String,
        years: [i64; 2],
        figures: [Decimal; 2],
        percent: Decimal,
    },
    Swapped {
        kommuner: [String; 2],
        column: String,
        year: i64,
        figures: [Decimal; 2],
        known: [Decimal; 2],
        known_year: i64,
    },
    ForsorjningsmattShare {
        kommun: String,
        year: Option<i64>,
        percent: Decimal,
        /// Further kommuner whose share is as odd.
        others: usize,
    },
    WorkingAgeShare {
        kommun: String,
        year: i64,
        percent: Decimal,
    },
    TotalFar {
        column: String,
        year: i64,
        total: Decimal,
        known: Decimal,
        known_year: i64,
        percent: Decimal,
    },
    DigitsLost {
        kommun: String,
        column: String,
        year: i64,
        figure: Decimal,
        known: Decimal,
        known_year: i64,
    },
    FarFromKnown {
        kommun: String,
        column: String,
        year: i64,
        figure: Decimal,
        known: Decimal,
        known_year: i64,
        percent: Decimal,
        like: Option<String>,
    },
    MoreAlike {
        count: usize,
        column: String,
        year: i64,
    },
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum CommandProblem {
    UnknownLan {
        lan: String,
        nearest: Option<String>,
    },
    LanWithoutKommuner {
        lan: String,
    },
    UnknownColumn {
        column: String,
        nearest: Option<String>,
        existing: Vec<String>,
    },
    NoKommunFound {
        word: String,
    },
    /// `lan`: the folder that is called like one.
    NoKommunerGiven {
        lan: Option<String>,
    },
    NotUtf8 {
        name: String,
    },
    SourceDateEpoch {
        value: String,
    },
    ForbundForm,
    KommunWithoutForbund {
        kommun: String,
    },
    OneKommun {
        kommun: String,
    },
    KansliUnusable,
    MetricNotComputed {
        metric: String,
    },
    FilesExist {
        paths: Vec<String>,
    },
    ReportFormat {
        path: String,
        endings: Vec<String>,
    },
    OutputNotText {
        path: String,
        is_table: bool,
    },
    ReportTooLarge {
        path: String,
        kommuner: usize,
        lines: usize,
    },
    FilesUnwritable {
        path: String,
        reason: Reason,
        left: Vec<String>,
    },
    AllowanceForm,
    ToleranceUnusable,
    ToleranceWithoutUnit,
    ToleranceUnitUnknown {
        unit: String,
        nearest: Option<String>,
    },
    ToleranceUnitUnfit {
        metric: String,
        fitting: Vec<String>,
    },
    MetricNotCompared {
        metric: String,
        nearest: Option<String>,
    },
    MetricWithoutCheck {
        metric: String,
        nearest: Option<String>,
        existing: Vec<String>,
    },
}

/// `command` is how the command is called: "finsam data show". See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum UsageProblem {
    UnknownCommand { command: String, word: String, meant: MeantCommand },
    UnknownOption { command: String, option: String, meant: MeantOption },
    UnexpectedArgument { command: String, argument: String },
    ArgumentMissing { command: String, missing: Vec<MissingArgument>, report: Option<String> },
    ValueMissing { option: String, allowed: Vec<String>, purpose: String },
    ValueUnexpected { option: String },
    OptionsConflict { one: String, others: Vec<String> },
    OptionTwice { option: String },
    ColumnForm,
    FormatOfReport { format: String },
}

/// Which command may have been meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MeantCommand {
    /// This one.
    Nearest(String),
    /// The word is a scenario, for a command that computes one.
    Scenario,
    /// This option.
    Option(&'static str),
    /// Any of these.
    Any(Vec<String>),
}

/// Which option may have been meant.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum MeantOption {
    /// This one.
    Nearest(String),
    /// An option of these commands, which may stand `below` the one that was called; or the nearest of its own.
    Of { option: String, commands: Vec<String>, nearest: Option<String>, below: bool },
    /// None: the ending of the file says the format.
    FormatByEnding,
    /// Any of these.
    Any(Vec<String>),
}

/// An argument that must be given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MissingArgument {
    /// How it is written: `--output <FIL>`.
    pub written: String,
    /// What it is for.
    pub purpose: String,
}

/// What a value of a result should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are JSON's own")]
pub enum ResultKind {
    Object,
    List,
    Text,
    Boolean,
    Whole,
    WholeOrNull,
    /// A decimal, written as a text so that no digit is lost.
    Decimal,
}

/// See the codes in [`crate::text::problem`].
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the sentences say what each means")]
pub enum ResultProblem {
    Broken,
    Foreign,
    Version { found: i64, read: i64 },
    Missing { path: String },
    WrongKind { path: String, expected: ResultKind },
    KeyTwice { path: String },
    TooMany { path: String, most: usize },
}
