//! How the text of a scenario file becomes what was written in it.

use std::sync::Arc;

use super::baseline_file::{AssumptionSection, KEYS};
use super::board_section::BoardSection;
use super::caps_section::CapSection;
use super::document::{self, At};
use super::holdings_section::HoldingsSection;
use super::insatser_section::InsatsChangeSection;
use super::path_section::PathSection;
use super::rules_section::RulesSection;
use super::scenario_file::{
    ChangeSection, CheckSection, PartSection, REDISTRIBUTIONS, SPLITS, ScenarioFile, Verb,
};
use super::section::Section;
use super::sharing_reading;
use super::uncertain_section::UncertainSection;
use super::years::YEARS;
use crate::diagnostic::{
    CheckProblem, Costless, Diagnostics, DocumentProblem, Kind, ScenarioProblem, Seatless, Source,
};
use crate::model::grouping::Grouping;

const VERBS: [&str; 9] =
    ["move", "merge", "split", "create", "leave", "dissolve", "elsewhere", "keep", "shared_kansli"];

impl ScenarioFile {
    /// Reads the text of a scenario file; `None` if it is no TOML, or is a baseline.
    #[must_use]
    pub fn read(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        document::read(source, diagnostics, Self::read_root).flatten()
    }

    fn read_root(root: &Section<'_>) -> Option<Self> {
        if !root.has("baseline") && (root.has("forbund") || root.has("model")) {
            root.report(DocumentProblem::BaselineAsScenario, root.span());
            root.know_everything();
            return None;
        }
        if root.has("search") || root.has("rank") {
            root.report(DocumentProblem::SearchAsScenario, root.span());
            root.know_everything();
            return None;
        }
        Some(Self {
            name: root.required_text("name"),
            description: root.long_text("description"),
            source: root.long_text("source"),
            baseline: root.required_long_text("baseline"),
            path: PathSection::read(root),
            rules: RulesSection::read(root),
            uncertain: root.tables("uncertain", UncertainSection::read).unwrap_or_default(),
            caps: CapSection::read_all(root),
            changes: root.tables("change", read_change).unwrap_or_default(),
            checks: root.tables("check", read_check).unwrap_or_default(),
            assumptions: root.tables("assumption", AssumptionSection::read).unwrap_or_default(),
        })
    }
}

fn read_change(section: &Section<'_>) -> ChangeSection {
    let verbs: Vec<&str> = VERBS.into_iter().filter(|verb| section.has(verb)).collect();
    let only_insatser = verbs.is_empty() && section.has("insatser") && !section.misspells(&VERBS);
    if verbs.len() != 1 && !only_insatser {
        // Which keys belong to a change depends on its verb.
        for key in VERBS
            .into_iter()
            .chain(["to", "outside", "into", "kommuner", "split_by", "kansli", "items", "sate"])
        {
            section.know(key);
        }
    }
    let verb = match verbs.as_slice() {
        [] if only_insatser => Some(Verb::Insatser {}),
        [] => {
            // A misspelt verb is reported as an unknown key.
            if !section.misspells(&VERBS) {
                section.report(ScenarioProblem::ChangeWithoutVerb, section.span());
            }
            None
        }
        ["move"] => read_move(section),
        ["merge"] => {
            let parts = section.texts("merge");
            let into = section.required_text("into");
            parts.zip(into).map(|(parts, into)| Verb::Merge { parts, into })
        }
        ["split"] => {
            let whole = section.text("split");
            section.require("into");
            let into = section.tables("into", read_part);
            whole.zip(into).map(|(whole, into)| Verb::Split { whole, into })
        }
        ["create"] => {
            let name = section.text("create");
            let kommuner = section.required_texts("kommuner");
            name.zip(kommuner).map(|(name, kommuner)| Verb::Create { name, kommuner })
        }
        ["leave"] => section.texts("leave").map(|kommuner| Verb::Leave { kommuner }),
        ["dissolve"] => section.text("dissolve").map(|forbund| Verb::Dissolve { forbund }),
        ["elsewhere"] => read_elsewhere(section),
        ["keep"] => section.text("keep").map(|forbund| Verb::Keep { forbund }),
        ["shared_kansli"] => read_shared_kansli(section),
        several => {
            let verbs = several.iter().map(|&verb| verb.to_owned()).collect();
            section.report(ScenarioProblem::ChangeWithTwoVerbs { verbs }, section.span());
            None
        }
    };
    let kansli = section.cost("kansli");
    let receives = matches!(
        verb,
        None | Some(Verb::Move { .. } | Verb::Merge { .. } | Verb::Create { .. } | Verb::Keep { .. })
    );
    let allowed = receives || matches!(verb, Some(Verb::SharedKansli { .. }));
    if let (Some(kansli), false) = (&kansli, allowed) {
        let change = match &verb {
            Some(Verb::MoveOutside { .. }) => Costless::Outside,
            Some(Verb::Leave { .. } | Verb::Dissolve { .. } | Verb::Elsewhere { .. } | Verb::Insatser {}) => {
                Costless::Leave
            }
            _ => Costless::Split,
        };
        section.report(ScenarioProblem::KansliNotAllowed { change }, kansli.span.clone());
    }
    let items = match verb {
        None | Some(Verb::SharedKansli { .. }) => section.items("items"),
        Some(_) => None,
    };
    let sate = section.text("sate");
    refuse_seat(section, verb.as_ref(), sate.as_ref());
    let engangskostnad = section.dated("engangskostnad", Section::as_sum);
    let from = section.month("from");
    // Nobody else has a förbund that they could be of.
    // Of single items nobody says how many posts are in them.
    let shares_all = matches!(verb, Some(Verb::SharedKansli { .. })) && items.is_none();
    let holdings = match (receives, shares_all) {
        (true, _) => HoldingsSection::read(section),
        (false, true) => HoldingsSection::read_posts(section),
        (false, false) => HoldingsSection::default(),
    };
    let kommun_key =
        if receives { section.choice_or_numbers("kommun_key", KEYS, Kind::NameOrTable) } else { None };
    ChangeSection {
        verb,
        kansli,
        items,
        kommun_key,
        holdings,
        insatser: InsatsChangeSection::read_all(section),
        payments: section.items("payments"),
        styrelse: if receives { BoardSection::read(section) } else { None },
        sate,
        engangskostnad,
        from,
        span: section.span(),
    }
}

/// A seat is of a förbund that is made, receives or is kept.
fn refuse_seat(section: &Section<'_>, verb: Option<&Verb>, sate: Option<&At<String>>) {
    let seatless = match verb {
        Some(Verb::MoveOutside { .. }) => Some(Seatless::Outside),
        Some(Verb::Split { .. }) => Some(Seatless::Split),
        Some(Verb::SharedKansli { .. }) => Some(Seatless::SharedKansli),
        Some(Verb::Leave { .. } | Verb::Dissolve { .. } | Verb::Elsewhere { .. } | Verb::Insatser {}) => {
            Some(Seatless::Leave)
        }
        None | Some(Verb::Move { .. } | Verb::Merge { .. } | Verb::Create { .. } | Verb::Keep { .. }) => None,
    };
    if let (Some(sate), Some(change)) = (sate, seatless) {
        section.report(ScenarioProblem::SateNotAllowed { change }, sate.span.clone());
    }
}

fn read_elsewhere(section: &Section<'_>) -> Option<Verb> {
    let most = i64::from(Grouping::MOST_ELSEWHERE);
    section.whole("elsewhere", -most, most).map(|more| Verb::Elsewhere { more })
}

fn read_shared_kansli(section: &Section<'_>) -> Option<Verb> {
    let participants = section.texts("shared_kansli");
    sharing_reading::refuse_two_costs(section);
    section.require("split_by");
    let split_by = section.choice_or_numbers("split_by", &SPLITS, Kind::NameOrTable);
    let (participants, split_by) = participants.zip(split_by)?;
    Some(Verb::SharedKansli { participants, split_by })
}

fn read_move(section: &Section<'_>) -> Option<Verb> {
    let kommuner = section.texts("move");
    match (section.text("to"), section.text("outside")) {
        (Some(to), None) => kommuner.map(|kommuner| Verb::Move { kommuner, to }),
        (None, Some(outside)) => kommuner.map(|kommuner| Verb::MoveOutside { kommuner, outside }),
        (Some(_), Some(outside)) => {
            section.report(ScenarioProblem::MoveWithTwoTargets, outside.span);
            None
        }
        (None, None) => {
            if !section.has("to") && !section.has("outside") && !section.misspells(&["to", "outside"]) {
                section.report(ScenarioProblem::MoveWithoutTarget, section.span());
            }
            None
        }
    }
}

fn read_part(section: &Section<'_>) -> PartSection {
    PartSection {
        name: section.required_text("name"),
        kommuner: section.required_texts("kommuner"),
        kansli: section.cost("kansli"),
        kommun_key: section.choice_or_numbers("kommun_key", KEYS, Kind::NameOrTable),
        holdings: HoldingsSection::read(section),
        sate: section.text("sate"),
        styrelse: BoardSection::read(section),
        span: section.span(),
    }
}

fn read_check(section: &Section<'_>) -> CheckSection {
    let metric = section.required_text("metric");
    let check = CheckSection {
        name: section.text("name"),
        forbund: section.text("forbund"),
        kommun: section.text("kommun"),
        region: section.text("region"),
        net: section.choice("redistribution", &REDISTRIBUTIONS).is_some_and(|choice| choice.value),
        year: section.whole("year", YEARS.0, YEARS.1),
        equals: section.decimal("equals"),
        min: section.decimal("min"),
        max: section.decimal("max"),
        tolerance: section.decimal("tolerance"),
        span: section.span(),
        metric,
    };
    if !["equals", "min", "max"].iter().any(|bound| section.has(bound)) {
        section.report(CheckProblem::WithoutBound, section.span());
    }
    let crossed = check.min.as_ref().zip(check.max.as_ref()).is_some_and(|(min, max)| min.value > max.value);
    if crossed || check.equals.is_some() && (check.min.is_some() || check.max.is_some()) {
        let bound = check.max.as_ref().or(check.min.as_ref());
        let span = bound.map_or_else(|| section.span(), |bound| bound.span.clone());
        let problem = if crossed { CheckProblem::BoundsCrossed } else { CheckProblem::BoundsConflict };
        section.report(problem, span);
    }
    let rows = [&check.forbund, &check.kommun, &check.region].into_iter().flatten().count();
    if rows > 1 {
        let second = check.region.as_ref().or(check.kommun.as_ref());
        let span = second.map_or_else(|| section.span(), |row| row.span.clone());
        section.report(CheckProblem::TwoRows, span);
    }
    if rows == 0 && section.has("redistribution") {
        section.report(CheckProblem::RedistributionWithoutRow, section.span());
    }
    if let Some(tolerance) = &check.tolerance
        && tolerance.value.is_sign_negative()
    {
        section.report(CheckProblem::NegativeTolerance, tolerance.span.clone());
    }
    check
}
