//! What förbund buy for their money: insatser, and whose they are after each change. No money of the model knows them.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::Baseline;
use super::board::{self, Party};
use super::change::Change;
use super::grouping::{Grouping, Row};
pub use super::insats::{Insats, InsatsError, StatedInsats};
use super::kommun::{KommunId, Kommuner};
use super::name::canonical;
use super::row_id::RowId;

/// What a change of the grouping does to insatser beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InsatsChange {
    /// Something of one is another from now on.
    Restate {
        /// Its name.
        name: String,
        /// What is stated.
        stated: StatedInsats,
    },
    /// One ends.
    End {
        /// Its name.
        name: String,
    },
    /// One begins.
    Begin {
        /// The insats.
        insats: Insats,
        /// Whose it is.
        forbund: RowId,
    },
    /// Several become one, which has their sums.
    Merge {
        /// Their names, two or more.
        parts: Vec<String>,
        /// The name of the whole.
        name: String,
        /// What is stated of it in the place of sums.
        stated: StatedInsats,
    },
}

/// Which rule decided whose an insats is, where nothing is stated and it neither followed its förbund nor its kommun.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InsatsRule {
    /// It went where most inhabitants 16–64 of its former förbund are.
    ByInhabitants {
        /// The insats.
        insats: String,
        /// The förbund that ceased.
        from: String,
        /// Whose it is.
        to: String,
    },
    /// It ended: its kommun, or without one every kommun of its förbund, is in none.
    Ended {
        /// The insats.
        insats: String,
    },
    /// It is in no kommun any more: its kommun left and a change speaks of it, or it was merged of insatser in several.
    WithoutOrt {
        /// The insats.
        insats: String,
        /// The kommuner that it was in.
        orter: Vec<KommunId>,
    },
    /// It is for no group any more: it was merged of insatser that are not all for the same one.
    WithoutMalgrupp {
        /// The insats.
        insats: String,
        /// The groups of the parts, each once.
        malgrupper: Vec<String>,
    },
    /// It was merged of insatser of which some do not state results that others do: they count as having none.
    ResultsAsNone {
        /// The insats.
        insats: String,
        /// The results, as they are written first.
        resultat: Vec<String>,
    },
    /// A kommun that is in no förbund contributes nothing in kind any more.
    NaturaEnded {
        /// The kommun.
        kommun: KommunId,
    },
    /// A party that is not in the förbund of an insats gives it no posts any more.
    PostsEnded {
        /// The insats.
        insats: String,
        /// The party.
        party: Party,
    },
}

/// An insats, and whose it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The insats.
    pub insats: Insats,
    /// The row that has it.
    pub row: RowId,
}

/// The insatser of a grouping.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Insatser {
    placed: Vec<Placed>,
    /// The rows that there are, with their names and all kommuner that were ever in them.
    rows: BTreeMap<RowId, (String, BTreeSet<KommunId>)>,
    rules: Vec<InsatsRule>,
}

impl Insatser {
    /// Those of today, each with the position of its förbund in the baseline.
    ///
    /// # Panics
    /// If there is no förbund at a position.
    #[must_use]
    pub fn today(before: &Grouping, insatser: &[(Insats, usize)]) -> Self {
        let place = |(insats, forbund): &(Insats, usize)| Placed {
            insats: insats.clone(),
            row: before.rows()[*forbund].id,
        };
        let mut today = Self { placed: insatser.iter().map(place).collect(), ..Self::default() };
        today.remember(before);
        today
    }

    /// Each of them, in the order of the file.
    #[must_use]
    pub fn placed(&self) -> &[Placed] {
        &self.placed
    }

    /// Which rules decided whose they are, and where.
    pub fn rules(&self) -> impl Iterator<Item = &InsatsRule> {
        // A kommun, a group or posts may have been stated since.
        self.rules.iter().filter(|rule| match rule {
            InsatsRule::WithoutOrt { insats, .. } => {
                self.place(insats).is_ok_and(|place| self.placed[place].insats.ort.is_none())
            }
            InsatsRule::WithoutMalgrupp { insats, .. } => {
                self.place(insats).is_ok_and(|place| self.placed[place].insats.malgrupp.is_none())
            }
            InsatsRule::ByInhabitants { .. }
            | InsatsRule::Ended { .. }
            | InsatsRule::ResultsAsNone { .. }
            | InsatsRule::NaturaEnded { .. } => true,
            InsatsRule::PostsEnded { insats, party } => self.place(insats).is_ok_and(|place| {
                let given = &self.placed[place].insats.natura_tjanster;
                given.iter().all(|(giver, _)| giver != party)
            }),
        })
    }

    /// The name of a row that has, or had, insatser.
    ///
    /// # Panics
    /// If there never was such a row.
    #[must_use]
    pub fn name_of(&self, row: RowId) -> &str {
        &self.rows[&row].0
    }

    /// Lets them follow a change that made this grouping. One with a kommun goes with its kommun, and ends where that is in
    /// no förbund, unless the change speaks of it; another one stays in its förbund, or in what that was merged into, or
    /// goes where most inhabitants 16–64 of it are. `spoken_of` are the names of those that the change speaks of.
    pub fn follow(&mut self, change: &Change, after: &Grouping, baseline: &Baseline, spoken_of: &[&str]) {
        let rows = &self.rows;
        let rules = &mut self.rules;
        let is_spoken_of = |name: &str| spoken_of.iter().any(|one| canonical(one) == canonical(name));
        self.placed.retain_mut(|Placed { insats, row }| {
            if let Some(ort) = insats.ort {
                if let Some(of_ort) = after.row_of(ort) {
                    *row = of_ort.id;
                    return true;
                }
                if !is_spoken_of(&insats.name) {
                    rules.push(InsatsRule::Ended { insats: insats.name.clone() });
                    return false;
                }
                insats.ort = None;
                rules.push(InsatsRule::WithoutOrt { insats: insats.name.clone(), orter: vec![ort] });
            }
            if after.row(*row).is_some() {
                return true;
            }
            let whole = match change {
                Change::Merge { parts, into, .. } if parts.contains(row) => {
                    after.row_named(&canonical(into)).map(|whole| whole.id)
                }
                _ => None,
            };
            if let Some(whole) = whole {
                *row = whole;
                return true;
            }
            let (from, ever) = &rows[&*row];
            let kommuner: BTreeSet<KommunId> = match change {
                Change::Split { into, .. } => {
                    into.iter().flat_map(|part| part.kommuner.iter().copied()).collect()
                }
                _ => ever.clone(),
            };
            let (insats, from) = (insats.name.clone(), from.clone());
            let Some(to) = most_inhabitants(&kommuner, after, baseline) else {
                rules.push(InsatsRule::Ended { insats });
                return false;
            };
            *row = to.id;
            rules.push(InsatsRule::ByInhabitants { insats, from, to: to.name.clone() });
            true
        });
        for Placed { insats, .. } in &mut self.placed {
            insats.natura.retain(|(kommun, _)| {
                let was_member = rows.values().any(|(_, ever)| ever.contains(kommun));
                if !was_member || after.row_of(*kommun).is_some() {
                    return true;
                }
                let rule = InsatsRule::NaturaEnded { kommun: *kommun };
                if !rules.contains(&rule) {
                    rules.push(rule);
                }
                false
            });
        }
        self.remember(after);
    }

    /// Ends the posts in kind of parties that are not in the förbund of the insats, once all that a change states is done.
    pub fn end_posts(&mut self, after: &Grouping, kommuner: &Kommuner) {
        let rules = &mut self.rules;
        for Placed { insats, row } in &mut self.placed {
            if insats.natura_tjanster.is_empty() {
                continue;
            }
            let members = members_of(*row, after, kommuner);
            insats.natura_tjanster.retain(|(party, posts)| {
                let (stays, party) = (members.contains(party), *party);
                if !stays && *posts > 0 {
                    rules.push(InsatsRule::PostsEnded { insats: insats.name.clone(), party });
                }
                stays
            });
        }
    }

    fn remember(&mut self, grouping: &Grouping) {
        for row in grouping.rows() {
            let (_, ever) = self.rows.entry(row.id).or_insert_with(|| (row.name.clone(), BTreeSet::new()));
            ever.extend(&row.members);
        }
    }

    /// Does what a change states of them; `after` is the grouping that the change made, of these kommuner.
    ///
    /// # Errors
    /// If that cannot be; nothing is changed then.
    ///
    /// # Panics
    /// If a row is stated that is not in the grouping.
    pub fn state(
        &mut self,
        change: &InsatsChange,
        after: &Grouping,
        kommuner: &Kommuner,
    ) -> Result<(), InsatsError> {
        match change {
            InsatsChange::End { name } => {
                let place = self.place(name)?;
                self.placed.remove(place);
            }
            InsatsChange::Restate { name, stated } => {
                let place = self.place(name)?;
                let Placed { insats, row } = self.placed[place].clone();
                let row = stated.forbund.map_or(row, |stated| stated);
                let restated = Placed { insats: insats.restated(stated), row };
                of_members(stated.natura_tjanster.as_deref(), row, after, kommuner)?;
                self.placed[place] = sound(restated, after)?;
            }
            InsatsChange::Begin { insats, forbund } => {
                if self.place(&insats.name).is_ok() {
                    return Err(InsatsError::NameTaken(insats.name.clone()));
                }
                let begun = Placed { insats: insats.clone(), row: *forbund };
                of_members(Some(&insats.natura_tjanster), *forbund, after, kommuner)?;
                self.placed.push(sound(begun, after)?);
            }
            InsatsChange::Merge { parts, name, stated } => {
                self.merge(parts, name, stated, (after, kommuner))?;
            }
        }
        Ok(())
    }

    fn merge(
        &mut self,
        parts: &[String],
        name: &str,
        stated: &StatedInsats,
        (after, kommuner): (&Grouping, &Kommuner),
    ) -> Result<(), InsatsError> {
        let mut places: Vec<usize> = Vec::with_capacity(parts.len());
        for part in parts {
            let place = self.place(part)?;
            if places.contains(&place) {
                return Err(InsatsError::PartTwice(part.clone()));
            }
            places.push(place);
        }
        if self.place(name).is_ok_and(|place| !places.contains(&place)) {
            return Err(InsatsError::NameTaken(name.to_owned()));
        }
        places.sort_unstable();
        let (first, others) = places.split_first().expect("a merger has parts");
        let Placed { insats, row } = self.placed[*first].clone();
        let others = || others.iter().map(|place| &self.placed[*place]);
        let row = match stated.forbund {
            Some(row) => row,
            None if others().all(|other| other.row == row) => row,
            None => return Err(InsatsError::SeveralForbund),
        };
        of_members(stated.natura_tjanster.as_deref(), row, after, kommuner)?;
        let parts = || std::iter::once(&insats).chain(others().map(|other| &other.insats));
        let sources = distinct(parts().filter_map(|part| part.source.clone()));
        let malgrupper = distinct(parts().filter_map(|part| part.malgrupp.clone()));
        let orter: Option<Vec<KommunId>> = parts().map(|part| part.ort).collect();
        let has = |part: &Insats, kind: &str| {
            part.resultat.iter().any(|(known, _)| canonical(known) == canonical(kind))
        };
        let all_kinds = parts().flat_map(|part| &part.resultat).map(|(kind, _)| kind.clone());
        let mut as_none: Vec<String> = Vec::new();
        for kind in all_kinds.filter(|_| stated.resultat.is_none()) {
            let is_known = as_none.iter().any(|known| canonical(known) == canonical(&kind));
            if !is_known && !parts().all(|part| has(part, &kind)) {
                as_none.push(kind);
            }
        }
        let sum = others().fold(insats.clone(), |sum, other| sum.plus(&other.insats));
        let sum = Insats { source: (!sources.is_empty()).then(|| sources.join("; ")), ..sum };
        let insats = Insats { name: name.to_owned(), ..sum.restated(stated) };
        if !as_none.is_empty() {
            let (insats, resultat) = (insats.name.clone(), as_none);
            self.rules.push(InsatsRule::ResultsAsNone { insats, resultat });
        }
        if insats.malgrupp.is_none() && !malgrupper.is_empty() {
            self.rules.push(InsatsRule::WithoutMalgrupp { insats: insats.name.clone(), malgrupper });
        }
        // One of a whole förbund among them makes it one of the whole förbund.
        if let (None, Some(orter)) = (insats.ort, orter) {
            let orter = distinct(orter.into_iter());
            self.rules.push(InsatsRule::WithoutOrt { insats: insats.name.clone(), orter });
        }
        self.placed[*first] = sound(Placed { insats, row }, after)?;
        for place in places[1..].iter().rev() {
            self.placed.remove(*place);
        }
        Ok(())
    }

    fn place(&self, name: &str) -> Result<usize, InsatsError> {
        let wanted = canonical(name);
        let place = self.placed.iter().position(|placed| canonical(&placed.insats.name) == wanted);
        place.ok_or_else(|| InsatsError::Unknown(name.to_owned()))
    }
}

/// Each once, in their order.
fn distinct<Value: PartialEq>(values: impl Iterator<Item = Value>) -> Vec<Value> {
    values.fold(Vec::new(), |mut known, value| {
        if !known.contains(&value) {
            known.push(value);
        }
        known
    })
}

/// An insats of which nothing contradicts anything else.
fn sound(placed: Placed, grouping: &Grouping) -> Result<Placed, InsatsError> {
    if let Some(contradiction) = placed.insats.contradiction() {
        return Err(contradiction);
    }
    let row = grouping.row(placed.row).expect("a row of the grouping");
    match placed.insats.ort {
        Some(ort) if !row.members.contains(&ort) => Err(InsatsError::OrtNotAMember { ort, row: row.id }),
        _ => Ok(placed),
    }
}

/// The parties of a row.
fn members_of(row: RowId, grouping: &Grouping, kommuner: &Kommuner) -> Vec<Party> {
    board::parties(&grouping.row(row).expect("a row of the grouping").members, kommuner)
}

/// Whether the parties that are stated to give posts are all in the row.
fn of_members(
    stated: Option<&[(Party, u64)]>,
    row: RowId,
    grouping: &Grouping,
    kommuner: &Kommuner,
) -> Result<(), InsatsError> {
    let Some(stated) = stated else { return Ok(()) };
    let members = members_of(row, grouping, kommuner);
    let others = stated.iter().enumerate().filter(|(_, (party, _))| !members.contains(party));
    let positions: Vec<usize> = others.map(|(position, _)| position).collect();
    if positions.is_empty() { Ok(()) } else { Err(InsatsError::PartiesNotMembers { positions, row }) }
}

/// The row where most inhabitants 16–64 of some kommuner are; of equals the one with the lowest kommunkod of them. `None`
/// if none of them is in a row.
fn most_inhabitants<'rows>(
    kommuner: &BTreeSet<KommunId>,
    after: &'rows Grouping,
    baseline: &Baseline,
) -> Option<&'rows Row> {
    let mut takers: Vec<(&Row, u64)> = Vec::new();
    for &kommun in kommuner {
        let Some(row) = after.row_of(kommun) else { continue };
        let inhabitants = baseline.figures.inhabitants(&[kommun]);
        match takers.iter_mut().find(|(taker, _)| taker.id == row.id) {
            Some((_, received)) => *received += inhabitants,
            None => takers.push((row, inhabitants)),
        }
    }
    let most = takers.iter().map(|(_, received)| *received).max()?;
    takers.into_iter().find(|(_, received)| *received == most).map(|(row, _)| row)
}
