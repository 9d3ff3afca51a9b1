//! The regions of a table. Whatever its columns name, a region is the body that pays: a län never is.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostics, TableProblem};
use crate::input::kommun_columns::Column;
use crate::input::lan;
use crate::model::kommun::{Kommunkod, RegionId};
use crate::model::name::canonical;

/// Where the regions of a table stand.
#[derive(Clone, Copy)]
pub(super) enum Origin {
    /// In this column, at this position.
    Column(Column, usize),
    /// In none, so the kommunkoder say.
    Kommunkod,
}

/// The regions that the rows named so far.
pub(super) struct Regions {
    origin: Origin,
    names: Vec<String>,
    by_name: HashMap<String, usize>,
    by_written: HashMap<String, Meaning>,
    doubts: Vec<Doubt>,
}

/// What a cell means.
#[derive(Clone, Copy)]
struct Meaning {
    region: usize,
    doubt: Option<usize>,
}

/// A name that hardly is the one of a region; it is reported once.
struct Doubt {
    written: String,
    what: What,
    /// Where the first record with it starts.
    record: usize,
    others: usize,
}

enum What {
    /// A län, named as if it paid. Its region is taken.
    Lan(&'static str),
    /// No län, but near to this one. It is taken as it stands.
    NoLan(String),
}

impl Regions {
    pub(super) fn new(origin: Origin) -> Self {
        Self {
            origin,
            names: Vec::new(),
            by_name: HashMap::new(),
            by_written: HashMap::new(),
            doubts: Vec::new(),
        }
    }

    pub(super) fn origin(&self) -> Origin {
        self.origin
    }

    /// The region that a kommunkod stands for.
    pub(super) fn of_kommunkod(&mut self, kommunkod: Kommunkod) -> RegionId {
        RegionId::new(self.named(lan::body_name(kommunkod.lan())))
    }

    /// The region that a cell means, in a record that starts here.
    pub(super) fn of_cell(&mut self, written: String, record: usize) -> RegionId {
        if let Some(&meaning) = self.by_written.get(&written) {
            if let Some(doubt) = meaning.doubt {
                self.doubts[doubt].others += 1;
            }
            return RegionId::new(meaning.region);
        }
        let (name, what) = self.meaning(&written);
        // More than are reported need not be kept.
        let what = what.filter(|_| self.doubts.len() < Diagnostics::MOST);
        let region = self.named(name);
        let doubt = what.map(|what| {
            self.doubts.push(Doubt { written: written.clone(), what, record, others: 0 });
            self.doubts.len() - 1
        });
        self.by_written.insert(written, Meaning { region, doubt });
        RegionId::new(region)
    }

    fn meaning(&self, written: &str) -> (String, Option<What>) {
        if let Origin::Column(Column::Region, _) = self.origin {
            return match lan::body_of_lan(written) {
                Some(body) => (body.to_owned(), Some(What::Lan(body))),
                None => (written.to_owned(), None),
            };
        }
        if let Some(number) = lan::find(written) {
            return (lan::body_name(number), None);
        }
        let is_reported = self.doubts.len() < Diagnostics::MOST;
        let nearest = is_reported.then(|| lan::near(written)).flatten();
        (written.to_owned(), nearest.map(What::NoLan))
    }

    /// A region in other capitals is the same region. Of two spellings it is always the same one that is shown,
    /// whichever row comes first.
    fn named(&mut self, name: String) -> usize {
        let next = self.names.len();
        let known = *self.by_name.entry(canonical(&name)).or_insert(next);
        match self.names.get_mut(known) {
            None => self.names.push(name),
            Some(shown) if name < *shown => *shown = name,
            Some(_) => {}
        }
        known
    }

    /// What to report, each with its record and the position of its cell there.
    pub(super) fn problems(&self) -> Vec<(TableProblem, usize, usize)> {
        let Origin::Column(_, position) = self.origin else { return Vec::new() };
        let reported = self.doubts.iter().map(|doubt| {
            let (written, others) = (doubt.written.clone(), doubt.others);
            let problem = match &doubt.what {
                What::Lan(body) => {
                    TableProblem::LanAsRegion { lan: written, region: (*body).to_owned(), others }
                }
                What::NoLan(nearest) => {
                    TableProblem::LanUnknown { lan: written, nearest: nearest.clone(), others }
                }
            };
            (problem, doubt.record, position)
        });
        reported.collect()
    }

    pub(super) fn into_names(self) -> Vec<String> {
        self.names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_wrong_rows_may_name_more_regions_than_there_are_kommunkoder() {
        let mut regions = Regions::new(Origin::Column(Column::Region, 2));
        let names = (0..70_000).map(|row| RegionId::new(regions.named(format!("R{row}"))));
        assert_eq!(names.map(RegionId::index).collect::<Vec<_>>(), (0..70_000).collect::<Vec<_>>());
    }
}
