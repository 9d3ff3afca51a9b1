//! Who is in which förbund: from what was typed, else from the column `forbund` of the table, else an example.
//!
//! Nobody can know today's division from names of kommuner alone. So where neither the user nor the table says it,
//! the kommuner are halved by kommunkod into two förbund, and every file and output says that this is an example.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{BaselineProblem, CommandProblem, Diagnostic, Diagnostics, Source};
use crate::input::kommun_names::{find_kommun, unfound_kommun};
use crate::input::lan;
use crate::input::names::Names;
use crate::input::table_file::{FEWEST_IN_COUNTRY, StandaloneTable};
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::name::canonical;

/// The names of the two förbund of an example, or of the parts of a split.
const EXAMPLE_NAMES: [&str; 2] = ["Förbund A", "Förbund B"];

/// What was asked for, as typed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Request {
    /// Län: all their kommuner.
    pub lan: Vec<String>,
    /// Lists of kommuner with commas between them.
    pub kommuner: Vec<String>,
    /// Förbund, "NAME=kommun,kommun".
    pub forbund: Vec<String>,
}

/// Today's förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Division {
    /// The förbund in order, none of them empty.
    pub forbund: Vec<Group>,
    /// Who says so.
    pub origin: Origin,
    /// The names of the län that were asked for.
    pub lan: Vec<String>,
    /// Kommuner of those län that are in none of the förbund.
    pub without: Vec<KommunId>,
    /// Kommuner that nobody asked for, members of förbund of those asked for.
    pub added: Vec<KommunId>,
}

/// A förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its kommuner, by kommunkod unless the user gave an order.
    pub members: Vec<KommunId>,
}

/// Who says which kommuner are in a förbund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The user.
    Stated,
    /// The table.
    Table,
    /// Nobody: it is an example.
    Example,
}

/// The division that was asked for.
///
/// # Errors
/// All that is wrong with what was typed.
pub fn divide(request: &Request, table: &StandaloneTable) -> Result<Division, Diagnostics> {
    let kommuner = &table.table.kommuner;
    let nothing_asked = request.lan.is_empty() && request.kommuner.is_empty() && request.forbund.is_empty();
    let meant = if nothing_asked { meant_by(table)? } else { Meant::default() };
    let mut reader = Reader {
        kommuner,
        names: Names::new(kommuner.iter().map(|(id, kommun)| (kommun.name.as_str(), id))),
        found: Diagnostics::default(),
    };
    let (lan, of_lan) = reader.lan(&request.lan);
    let listed = reader.lists(&request.kommuner);
    let stated = reader.forbund(&request.forbund);
    if !reader.found.has_errors() && !stated.is_empty() {
        reader.refuse_left_out(&listed, &stated);
    }
    if reader.found.has_errors() {
        return Err(reader.found);
    }
    let lan = [lan, meant.lan].concat();
    let listed = listed.into_iter().map(|one| one.kommun);
    let mut wanted: Vec<KommunId> = of_lan.into_iter().chain(listed).chain(meant.kommuner).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let (forbund, origin) = if !stated.is_empty() {
        (stated, Origin::Stated)
    } else if let Some(groups) = of_table(table, &wanted) {
        (groups, Origin::Table)
    } else {
        (halves(&wanted), Origin::Example)
    };
    let members: Vec<KommunId> = forbund.iter().flat_map(|group: &Group| group.members.clone()).collect();
    if let [only] = members.as_slice() {
        let kommun = kommuner.get(*only).name.clone();
        return Err(Diagnostic::without_place(CommandProblem::OneKommun { kommun }).into());
    }
    let in_forbund: HashSet<KommunId> = members.iter().copied().collect();
    let without = wanted.iter().copied().filter(|kommun| !in_forbund.contains(kommun)).collect();
    let is_added = |kommun: &KommunId| !wanted.is_empty() && wanted.binary_search(kommun).is_err();
    let added = members.into_iter().filter(is_added).collect();
    Ok(Division { forbund, origin, lan, without, added })
}

/// The kommuner that a table means by itself.
#[derive(Default)]
struct Meant {
    /// Their län, if it is one.
    lan: Vec<String>,
    kommuner: Vec<KommunId>,
}

/// The kommuner that are meant where nothing was asked for: all of a table that is not of the whole country, else
/// those that it puts in a förbund.
///
/// # Errors
/// If the table says nothing of it.
fn meant_by(table: &StandaloneTable) -> Result<Meant, Diagnostics> {
    let all = || table.table.kommuner.iter();
    let is_in_forbund = |id: &KommunId| {
        let names = table.further.forbund.as_ref();
        names.and_then(|names| names.get(id.index())).is_some_and(Option::is_some)
    };
    let is_of_country = table.table.kommuner.len() >= FEWEST_IN_COUNTRY;
    let kommuner: Vec<KommunId> =
        all().map(|(id, _)| id).filter(|id| !is_of_country || is_in_forbund(id)).collect();
    if kommuner.is_empty() {
        return Err(Diagnostic::without_place(CommandProblem::NoKommunerGiven { lan: None }).into());
    }
    let numbers: BTreeSet<u16> =
        kommuner.iter().map(|&id| table.table.kommuner.get(id).kommunkod.lan()).collect();
    let lan = if numbers.len() == 1 { numbers.into_iter().map(lan::lan_name).collect() } else { Vec::new() };
    Ok(Meant { lan, kommuner })
}

/// The förbund of the table that the kommuner are in, whole: half a förbund would have half its money. `None` where
/// the table does not know a förbund of any of them.
fn of_table(table: &StandaloneTable, wanted: &[KommunId]) -> Option<Vec<Group>> {
    let (forbund, of_kommun) = table.forbund();
    let mut taken = HashSet::new();
    let places = wanted.iter().filter_map(|kommun| of_kommun.get(kommun.index()).copied().flatten());
    let groups = places.filter(|place| taken.insert(*place)).map(|place| {
        let forbund = &forbund[place];
        Group { name: forbund.name.clone(), members: forbund.members.clone() }
    });
    let groups: Vec<Group> = groups.collect();
    if groups.is_empty() { None } else { Some(groups) }
}

/// An example: halves by kommunkod, none of them empty.
pub(super) fn halves(wanted: &[KommunId]) -> Vec<Group> {
    let (first, second) = wanted.split_at(wanted.len().div_ceil(2));
    let halves = EXAMPLE_NAMES.into_iter().zip([first, second]);
    let groups = halves.map(|(name, members)| Group { name: name.to_owned(), members: members.to_vec() });
    groups.filter(|group| !group.members.is_empty()).collect()
}

/// What was typed behind an option that can be repeated, so that two places are never taken for one.
fn nth(option: &str, position: usize, written: &str) -> Arc<Source> {
    match position {
        0 => Source::typed(option, written),
        later => Source::typed(&format!("{option} ({})", later + 1), written),
    }
}

/// A kommun that was typed, and where.
#[derive(Clone)]
struct Typed {
    kommun: KommunId,
    source: Arc<Source>,
    span: Range<usize>,
}

struct Reader<'table> {
    kommuner: &'table Kommuner,
    names: Names<KommunId>,
    found: Diagnostics,
}

impl Reader<'_> {
    /// The names of the län and their kommuner.
    fn lan(&mut self, written: &[String]) -> (Vec<String>, Vec<KommunId>) {
        let (mut names, mut found) = (Vec::new(), Vec::new());
        for written in written {
            let source = Source::typed("--lan", written);
            let whole = 0..written.len();
            match lan::find(written) {
                None => {
                    let problem =
                        CommandProblem::UnknownLan { lan: written.clone(), nearest: lan::near(written) };
                    self.found.push(Diagnostic::at(problem, &source, whole));
                }
                Some(number) => {
                    let name = lan::lan_name(number);
                    let before = found.len();
                    let all = self.kommuner.iter().filter(|(_, kommun)| kommun.kommunkod.lan() == number);
                    found.extend(all.map(|(id, _)| id));
                    if found.len() == before {
                        let problem = CommandProblem::LanWithoutKommuner { lan: name.clone() };
                        self.found.push(Diagnostic::at(problem, &source, whole));
                    }
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
        }
        (names, found)
    }

    fn lists(&mut self, written: &[String]) -> Vec<Typed> {
        let mut listed: Vec<Typed> = Vec::new();
        for (position, written) in written.iter().enumerate() {
            let source = nth("--kommuner", position, written);
            for typed in self.list(&source, 0..written.len()) {
                if let Some(first) = listed.iter().find(|known| known.kommun == typed.kommun) {
                    self.refuse_again(|kommun| BaselineProblem::KommunTwice { kommun }, &typed, first);
                } else {
                    listed.push(typed);
                }
            }
        }
        listed
    }

    /// Refuses a kommun that was typed before.
    fn refuse_again(
        &mut self,
        problem: impl FnOnce(String) -> BaselineProblem,
        typed: &Typed,
        first: &Typed,
    ) {
        let problem = problem(self.kommuner.get(typed.kommun).name.clone());
        let diagnostic = Diagnostic::at(problem, &typed.source, typed.span.clone());
        self.found.push(diagnostic.and(&first.source, first.span.clone()));
    }

    /// The kommuner between commas in a part of what was typed.
    fn list(&mut self, source: &Arc<Source>, part: Range<usize>) -> Vec<Typed> {
        let mut listed = Vec::new();
        let mut start = part.start;
        for item in source.text[part].split(',') {
            let name = item.trim();
            let place = start + (item.len() - item.trim_start().len());
            start += item.len() + 1;
            if name.is_empty() {
                continue;
            }
            let span = place..place + name.len();
            if let Ok(kommun) = find_kommun(name, self.kommuner, &self.names) {
                listed.push(Typed { kommun, source: source.clone(), span });
            } else {
                let problem = || unfound_kommun(name, self.kommuner, &self.names);
                self.found.push_error(|| Diagnostic::at(problem(), source, span));
            }
        }
        listed
    }

    fn forbund(&mut self, written: &[String]) -> Vec<Group> {
        let mut forbund: Vec<Group> = Vec::new();
        let mut names: Vec<(String, Arc<Source>, Range<usize>)> = Vec::new();
        let mut members: Vec<(Typed, String)> = Vec::new();
        for (position, written) in written.iter().enumerate() {
            let source = nth("--forbund", position, written);
            let whole = 0..written.len();
            // The last sign of equality parts them: no kommun has one in its name.
            let parts = written.rfind('=').map(|place| (written[..place].trim(), place + 1));
            let Some((name, start)) = parts.filter(|(name, start)| {
                !name.is_empty() && !written[*start..].replace(',', "").trim().is_empty()
            }) else {
                self.found.push(Diagnostic::at(CommandProblem::ForbundForm, &source, whole));
                continue;
            };
            let place = written.len() - written.trim_start().len();
            let span = place..place + name.len();
            match names.iter().find(|(known, ..)| canonical(known) == canonical(name)) {
                Some((_, first, first_span)) => {
                    let problem = BaselineProblem::ForbundTwice { name: name.to_owned() };
                    let diagnostic = Diagnostic::at(problem, &source, span);
                    self.found.push(diagnostic.and(first, first_span.clone()));
                }
                None => names.push((name.to_owned(), source.clone(), span)),
            }
            let mut group = Group { name: name.to_owned(), members: Vec::new() };
            for typed in self.list(&source, start..written.len()) {
                match members.iter().find(|(known, _)| known.kommun == typed.kommun) {
                    Some((first, _)) if group.members.contains(&typed.kommun) => {
                        self.refuse_again(|kommun| BaselineProblem::KommunTwice { kommun }, &typed, first);
                    }
                    Some((first, forbund)) => {
                        let forbund = forbund.clone();
                        let problem = |kommun| BaselineProblem::KommunInTwoForbund { kommun, forbund };
                        self.refuse_again(problem, &typed, first);
                    }
                    None => {
                        group.members.push(typed.kommun);
                        members.push((typed, name.to_owned()));
                    }
                }
            }
            forbund.push(group);
        }
        forbund
    }

    /// A kommun that was named by itself was meant to be in a förbund; those of a län need not be.
    fn refuse_left_out(&mut self, listed: &[Typed], stated: &[Group]) {
        for typed in listed {
            if !stated.iter().any(|forbund| forbund.members.contains(&typed.kommun)) {
                let kommun = self.kommuner.get(typed.kommun).name.clone();
                let problem = CommandProblem::KommunWithoutForbund { kommun };
                self.found.push(Diagnostic::at(problem, &typed.source, typed.span.clone()));
            }
        }
    }
}
