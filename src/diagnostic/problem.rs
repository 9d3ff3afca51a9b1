//! Everything that can be wrong.

use super::baseline::BaselineProblem;
use super::check::CheckProblem;
use super::command::CommandProblem;
use super::description::{Description, Severity};
use super::document::DocumentProblem;
use super::figure::FigureProblem;
use super::file::FileProblem;
use super::grouping::GroupingProblem;
use super::import::ImportProblem;
use super::insats::InsatsProblem;
use super::path::PathProblem;
use super::positions::PositionsProblem;
use super::result::ResultProblem;
use super::rules::RulesProblem;
use super::scenario::ScenarioProblem;
use super::search::SearchProblem;
use super::sharing::SharingProblem;
use super::table::TableProblem;
use super::uncertain::UncertainProblem;
use super::usage::UsageProblem;
use crate::text::language::Language;

macro_rules! groups {
    ($($(#[doc = $doc:literal])* $group:ident($problem:ident)),+ $(,)?) => {
        /// What is wrong.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum Problem {
            $($(#[doc = $doc])* $group($problem)),+
        }

        impl Problem {
            /// Every code that there is, with its severity. A code can stand for several problems, and then have both.
            pub fn codes() -> impl Iterator<Item = (&'static str, Severity)> {
                [$($problem::CODES),+].into_iter().flatten().copied()
            }

            /// Whether the program can continue.
            #[must_use]
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$group(problem) => problem.severity()),+
                }
            }

            /// What is said of it.
            #[must_use]
            pub fn describe(&self, language: Language) -> Description {
                match self {
                    $(Self::$group(problem) => problem.describe(language)),+
                }
            }
        }

        $(impl From<$problem> for Problem {
            fn from(problem: $problem) -> Self {
                Self::$group(problem)
            }
        })+
    };
}

groups!(
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
    /// With the years of a path.
    Path(PathProblem),
    /// With rules that bound the state's money.
    Rules(RulesProblem),
    /// With a kansli that several share.
    Sharing(SharingProblem),
    /// With insatser.
    Insats(InsatsProblem),
    /// With what is said of uncertain numbers.
    Uncertain(UncertainProblem),
    /// With what parties are said to want.
    Positions(PositionsProblem),
    /// With a list of kommuner and their förbund.
    Grouping(GroupingProblem),
    /// With a search.
    Search(SearchProblem),
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
);
